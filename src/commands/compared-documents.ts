import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { reasonOf } from '../common/reason.ts'
import { annotatedDocument } from '../ingest/annotated.ts'
import type { ExpectedRecord } from '../ingest/expected-record.ts'
import { agreementSchema } from '../records/agreement-schema.ts'
import { BadRecords } from '../records/problem.ts'
import { readText } from '../records/text-file.ts'
import { parseYaml } from '../records/yaml-file.ts'

/** A document with what a person says that it contains. */
interface ComparedDocument {
  readonly name: string
  readonly text: string
  readonly url: string | null
  readonly expected: ExpectedRecord
  /** Whether it is made up: then no catalogue lists it. */
  readonly isMadeUp: boolean
}

/**
 * The documents of a folder with their contents: records, and annotated documents.
 *
 * @throws {BadRecords} when the folder cannot be read, a record in it has errors, or it contains neither reviewed records
 * nor annotated documents.
 */
export function comparedDocuments(folder: string): ComparedDocument[] {
  const names = fromDisk(folder, () => readdirSync(folder))
  const found = names.sort().flatMap((name): ComparedDocument[] => {
    const path = join(folder, name)
    if (name.endsWith('.yaml') && statSync(path).isFile()) return [readAnnotated(path)]
    const file = join(path, 'agreement.yaml')
    // A draft that nobody has reviewed is not a record.
    if (!existsSync(file) || isUnderReview(readCompared(file))) return []
    const expected = readRecord(file)
    return [
      {
        name,
        text: readCompared(join(path, 'source.txt')),
        url: expected.document.url,
        expected,
        isMadeUp: false,
      },
    ]
  })
  if (found.length > 0) return found
  const message =
    'contains no reviewed records; give a folder that has one folder per document, each with source.txt and agreement.yaml, or annotated documents'
  throw new BadRecords([{ file: folder, line: 1, message }])
}

function readAnnotated(file: string): ComparedDocument {
  try {
    return { ...annotatedDocument(basename(file, '.yaml'), readCompared(file)), isMadeUp: true }
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
  return fromDisk(file, () => readText(file))
}

/** Reads a file or a folder; a failure counts as an error of the records. */
function fromDisk<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new BadRecords([{ file, line: 1, message: `cannot be read: ${reasonOf(error)}` }])
  }
}

function readRecord(file: string) {
  const parsed = parseYaml(file, readCompared(file), agreementSchema)
  if ('problems' in parsed) throw new BadRecords(parsed.problems)
  return parsed.read.value
}
