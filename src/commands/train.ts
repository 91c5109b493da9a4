import { join, resolve } from 'node:path'
import {
  examplesOf,
  learnKinds,
  learntFromOthers,
  tallyRead,
} from '../ingest/lists/second-reader/training.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { comparedDocuments } from './compared-documents.ts'
import { lookupsOf, SECOND_READER } from './reading.ts'
import { writeSecondReader } from './second-reader-file.ts'

export const train: Command = {
  summary: 'Train the second reader of lists on annotated documents.',
  usage: 'train -- FOLDER… [--out FILE]',
  details: `Reads the documents of the folders, as evaluate does, and learns to tell promises, activities and other lists apart
by their words and places. Writes the weights and their accuracy on unseen documents: the documents are divided into ten
parts, and those of each part are read by weights learnt from the other nine. The same documents give the same file.`,
  mostPositionals: Number.POSITIVE_INFINITY,
  options: {
    out: { value: 'FILE', description: `The file to write (data/${SECOND_READER}).` },
  },
  async run({ positionals, options, result }) {
    const folders = positionals.length > 0 ? positionals : [join(BUNDLED_DATA, 'agreements')]
    const documents = folders.flatMap((folder) => comparedDocuments(resolve(folder)))
    const lookups = lookupsOf(BUNDLED_DATA)
    const examples = documents.map((document) => examplesOf(document, lookups))
    const lists = examples.flat().length
    const items = examples.flat(2).length
    const right = tallyRead(examples, learntFromOthers(examples))
    const crossValidated = {
      lists: toThousandths(right.lists / lists),
      items: toThousandths(right.items / items),
    }
    const weights = learnKinds(examples)
    const figures = { documents: documents.length, lists, items, crossValidated }
    const file = options.out ?? join(BUNDLED_DATA, SECOND_READER)
    writeSecondReader(file, { ...figures, weights })
    const features = Object.keys(weights).length
    result(
      `learnt ${features} features from ${items} items of ${lists} lists of ${documents.length} documents; of documents not learnt from, ` +
        `${percent(crossValidated.lists)} of lists and ${percent(crossValidated.items)} of items are read right: ${file}`,
      { ...figures, features, file },
    )
  },
}

function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
