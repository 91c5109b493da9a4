import { join, resolve } from 'node:path'
import { quoted } from '../common/quoted.ts'
import { WrongUsage } from '../config.ts'
import { askedOf, questionsOf } from '../ingest/asked.ts'
import { calibrationOf } from '../ingest/calibration.ts'
import { draftAgreement } from '../ingest/draft-agreement.ts'
import { evaluate as evaluateDrafts } from '../ingest/evaluate.ts'
import { examplesOf, learntFromOthers } from '../ingest/lists/second-reader/training.ts'
import { type Lookups, type LookupTables, prepareLookups } from '../ingest/lookups.ts'
import { withoutOwnWordings } from '../ingest/unlearnt-wordings.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { comparedDocuments } from './compared-documents.ts'
import {
  describeAsked,
  describeCalibration,
  describeDocuments,
  describeMisses,
  describeScores,
} from './evaluation-tables.ts'
import { lookupTablesOf } from './reading.ts'

const NO_CATALOGUE = { catalogue: () => [] }

export const evaluate: Command = {
  summary: 'Compare drafts with reviewed records.',
  usage: 'evaluate [-- FOLDER…] [--by document] [--cross-validate]',
  details: `Reads every document in the folders (data/agreements, if none is given) as ingest does, and compares the draft with
what a person has read in it: source.txt with the reviewed agreement.yaml in the same folder, or an annotated document, a
YAML file with text and expected, such as those of test/ingest/documents. Prints precision, recall and F1 for each field;
the share of right values by confidence; how many of the wrong or missing values an editor is asked about; and each value
that is missing from the draft (-) or not in the record (+), with ! if no editor is asked about it. Promises and
activities are matched by their position in the text: at least half of the characters covered by either must be covered
by both.`,
  mostPositionals: Number.POSITIVE_INFINITY,
  flags: {
    'cross-validate':
      'Read each document with a second reader and lookups that were trained on the other documents only.',
  },
  options: { by: { value: 'document', description: 'Also print the scores of each document.' } },
  async run({ positionals, options, flags, progress, result }) {
    if (options.by !== undefined && options.by !== 'document')
      throw new WrongUsage(`--by ${quoted(options.by)} is not valid; write --by document`)
    const tables = lookupTablesOf(BUNDLED_DATA)
    const lookups = prepareLookups(tables)
    const folders = positionals.length > 0 ? positionals : [join(BUNDLED_DATA, 'agreements')]
    const documents = folders.flatMap((folder) => comparedDocuments(resolve(folder)))
    const learnt = flags.has('cross-validate') ? lookupsFromOthers(documents, tables, lookups) : []
    const pairs = documents.map(({ name, text, url, expected, isMadeUp }, index) => {
      progress(`reading ${name}, ${index + 1} of ${documents.length}`)
      const used = { ...(learnt[index]?.() ?? lookups), ...(isMadeUp ? NO_CATALOGUE : {}) }
      const draft = draftAgreement({ text, title: null, url }, used)
      return { document: name, draft, expected }
    })
    const compared = pairs.map(({ draft, ...pair }) => ({ ...pair, draft: draft.record }))
    const evaluation = evaluateDrafts(compared)
    const calibration = calibrationOf(pairs)
    const asked = askedOf(
      pairs.map(({ draft, document }) => ({
        draft,
        misses: evaluation.misses.filter((miss) => miss.document === document),
      })),
    )
    const counts = pairs.map(({ draft }) => questionsOf(draft)).sort((a, b) => a - b)
    const questions = { median: counts[counts.length >> 1] ?? 0, most: counts.at(-1) ?? 0 }
    const documentScores =
      options.by === undefined
        ? []
        : compared.map((pair) => ({ document: pair.document, ...evaluateDrafts([pair]) }))
    const words = [
      describeScores(evaluation, documents.length),
      describeCalibration(calibration),
      describeDocuments(documentScores),
      describeAsked(asked, questions),
      describeMisses(evaluation, asked),
    ]
    result(words.filter((part) => part !== '').join('\n\n'), {
      ...evaluation,
      calibration,
      asked,
      questions,
      ...(options.by === undefined
        ? {}
        : { documents: documentScores.map(({ misses: _, ...each }) => each) }),
    })
  },
}

/** For each document, the lookups without what was learnt from it alone; made on demand, since they are large. */
function lookupsFromOthers(
  documents: ReturnType<typeof comparedDocuments>,
  tables: LookupTables,
  lookups: Lookups,
) {
  const weights = learntFromOthers(documents.map((document) => examplesOf(document, lookups)))
  const unlearnt = withoutOwnWordings(
    tables,
    documents.map(({ text }) => text),
  )
  return documents.map(
    (_, index) => () =>
      prepareLookups({ ...(unlearnt[index] ?? tables), secondReader: weights[index] ?? tables.secondReader }),
  )
}
