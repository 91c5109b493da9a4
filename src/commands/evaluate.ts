import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { reasonOf } from '../common/reason.ts'
import { draftAgreement } from '../ingest/draft-agreement.ts'
import { type Evaluation, evaluate as evaluateDrafts, FIELDS } from '../ingest/evaluate.ts'
import { agreementSchema } from '../records/agreement-schema.ts'
import { BadRecords } from '../records/problem.ts'
import { readText } from '../records/text-file.ts'
import { parseYaml } from '../records/yaml-file.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { lookupsOf } from './reading.ts'

export const evaluate: Command = {
  summary: 'Compare drafts with reviewed records.',
  usage: 'evaluate [-- FOLDER]',
  details: `Reads source.txt in every folder of data/agreements (or FOLDER) as ingest does, and compares the draft with the
reviewed agreement.yaml beside it. Prints precision, recall and F1 for each field, and lists each value that is missing
from the draft (-) or not in the record (+). Promises and activities are matched by their position in the text: at
least half of the characters covered by either must be covered by both.`,
  mostPositionals: 1,
  async run({ positionals, progress, result }) {
    const folder = resolve(positionals[0] ?? join(BUNDLED_DATA, 'agreements'))
    const lookups = lookupsOf(BUNDLED_DATA)
    const documents = comparedFolders(folder)
    const pairs = documents.map((document, index) => {
      progress(`reading ${document}, ${index + 1} of ${documents.length}`)
      const text = readCompared(join(folder, document, 'source.txt'))
      const expected = readRecord(join(folder, document, 'agreement.yaml'))
      const { record } = draftAgreement({ text, title: null, url: expected.document.url }, lookups)
      return { document, draft: record, expected }
    })
    const evaluation = evaluateDrafts(pairs)
    result(describe(evaluation, documents.length), evaluation)
  },
}

/** The folders that hold a document with its record. A draft that nobody has reviewed is none. */
function comparedFolders(folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(folder).sort()
  } catch (error) {
    throw new BadRecords([{ file: folder, line: 1, message: `cannot be read: ${String(error)}` }])
  }
  const folders = names.filter((name) => {
    const file = join(folder, name, 'agreement.yaml')
    return existsSync(file) && !isUnderReview(readCompared(file))
  })
  if (folders.length > 0) return folders
  const message =
    'holds no reviewed records; give a folder that has one folder per document, each with source.txt and agreement.yaml'
  throw new BadRecords([{ file: folder, line: 1, message }])
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

const WIDTH = 14

function describe({ scores, misses }: Evaluation, documents: number): string {
  const cell = (words: string) => words.padStart(10)
  const header =
    `${documents} documents`.padEnd(WIDTH) +
    ['precision', 'recall', 'F1', 'right', 'missing', 'extra'].map(cell).join('')
  const rows = FIELDS.map((field) => {
    const { precision, recall, f1, right, missing, extra } = scores[field]
    const parts = [
      ...[precision, recall, f1].map((part) => part.toFixed(3)),
      ...[right, missing, extra].map(String),
    ]
    return field.padEnd(WIDTH) + parts.map(cell).join('')
  })
  const missed = misses.map(
    ({ document, field, kind, value }) =>
      `${document}  ${field}  ${kind === 'missing' ? '-' : '+'} ${value.replaceAll('\n', ' ')}`,
  )
  return [header, ...rows, ...(missed.length > 0 ? ['', ...missed] : [])].join('\n')
}
