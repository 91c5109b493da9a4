import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { quoted } from '../common/quoted.ts'
import { reasonOf } from '../common/reason.ts'
import { WrongUsage } from '../config.ts'
import { annotatedDocument } from '../ingest/annotated.ts'
import { calibrationOf } from '../ingest/calibration.ts'
import { draftAgreement } from '../ingest/draft-agreement.ts'
import { type ExpectedRecord, evaluate as evaluateDrafts } from '../ingest/evaluate.ts'
import { agreementSchema } from '../records/agreement-schema.ts'
import { BadRecords } from '../records/problem.ts'
import { readText } from '../records/text-file.ts'
import { parseYaml } from '../records/yaml-file.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import {
  describeCalibration,
  describeDocuments,
  describeMisses,
  describeScores,
} from './evaluation-tables.ts'
import { lookupsOf } from './reading.ts'

export const evaluate: Command = {
  summary: 'Compare drafts with reviewed records.',
  usage: 'evaluate [-- FOLDER…] [--by document]',
  details: `Reads every document in the folders (data/agreements, if none is given) as ingest does, and compares the draft with
what a person says that it holds: in a folder of its own, source.txt and the reviewed agreement.yaml beside it; or an
annotated document, a YAML file with text and expected, as those of test/ingest/documents. Prints precision, recall and
F1 for each field; how many values are right of those that the draft is so sure of; and each value that is missing from
the draft (-) or not in the record (+). Promises and activities are matched by their position in the text: at least half
of the characters covered by either must be covered by both.`,
  mostPositionals: Number.POSITIVE_INFINITY,
  options: { by: { value: 'document', description: 'Also print the scores of each document.' } },
  async run({ positionals, options, progress, result }) {
    if (options.by !== undefined && options.by !== 'document')
      throw new WrongUsage(`--by ${quoted(options.by)} is not valid; write --by document`)
    const lookups = lookupsOf(BUNDLED_DATA)
    const folders = positionals.length > 0 ? positionals : [join(BUNDLED_DATA, 'agreements')]
    const documents = folders.flatMap((folder) => comparedDocuments(resolve(folder)))
    const pairs = documents.map(({ name, text, url, expected }, index) => {
      progress(`reading ${name}, ${index + 1} of ${documents.length}`)
      return { document: name, draft: draftAgreement({ text, title: null, url }, lookups), expected }
    })
    const compared = pairs.map(({ draft, ...pair }) => ({ ...pair, draft: draft.record }))
    const evaluation = evaluateDrafts(compared)
    const calibration = calibrationOf(pairs)
    const documentScores =
      options.by === undefined
        ? []
        : compared.map((pair) => ({ document: pair.document, ...evaluateDrafts([pair]) }))
    const words = [
      describeScores(evaluation, documents.length),
      describeCalibration(calibration),
      describeDocuments(documentScores),
      describeMisses(evaluation),
    ]
    result(words.filter((part) => part !== '').join('\n\n'), {
      ...evaluation,
      calibration,
      ...(options.by === undefined
        ? {}
        : { documents: documentScores.map(({ misses: _, ...each }) => each) }),
    })
  },
}

interface ComparedDocument {
  readonly name: string
  readonly text: string
  readonly url: string | null
  readonly expected: ExpectedRecord
}

/** The documents of a folder with what they hold: records, and annotated documents. */
function comparedDocuments(folder: string): ComparedDocument[] {
  let names: string[]
  try {
    names = readdirSync(folder).sort()
  } catch (error) {
    throw new BadRecords([{ file: folder, line: 1, message: `cannot be read: ${String(error)}` }])
  }
  const found = names.flatMap((name): ComparedDocument[] => {
    const path = join(folder, name)
    if (name.endsWith('.yaml') && statSync(path).isFile()) return [readAnnotated(path)]
    const file = join(path, 'agreement.yaml')
    // A draft that nobody has reviewed is no record.
    if (!existsSync(file) || isUnderReview(readCompared(file))) return []
    const expected = readRecord(file)
    return [{ name, text: readCompared(join(path, 'source.txt')), url: expected.document.url, expected }]
  })
  if (found.length > 0) return found
  const message =
    'holds no reviewed records; give a folder that has one folder per document, each with source.txt and agreement.yaml, or annotated documents'
  throw new BadRecords([{ file: folder, line: 1, message }])
}

function readAnnotated(file: string): ComparedDocument {
  try {
    return annotatedDocument(basename(file, '.yaml'), readCompared(file))
  } catch (error) {
    if (error instanceof BadRecords) throw error
    throw new BadRecords([
      { file, line: 1, message: `is not an annotated document: ${reasonOf(error)}; write text and expected` },
    ])
  }
}

/** Whether a record says that nobody has reviewed it yet. */
function isUnderReview(yaml: string): boolean {
  const record = parseDocument(yaml)
  return isMap(record.contents) && record.has('reviewed') && (record.get('reviewed') ?? null) === null
}

function readCompared(file: string): string {
  try {
    return readText(file)
  } catch (error) {
    const reason = reasonOf(error)
    throw new BadRecords([{ file, line: 1, message: `cannot be read: ${reason}` }])
  }
}

function readRecord(file: string) {
  const parsed = parseYaml(file, readCompared(file), agreementSchema)
  if ('problems' in parsed) throw new BadRecords(parsed.problems)
  return parsed.read.value
}
