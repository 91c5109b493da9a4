import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tables } from '../datasets/index.ts'
import { checkAgreement } from './agreement-checks.ts'
import { addAgreementRows } from './agreement-rows.ts'
import { type AnyRecord, agreementSchema } from './agreement-schema.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { decode, readText } from './text-file.ts'
import { parseYaml, type YamlFile } from './yaml-file.ts'

/** Reads one folder of `data/agreements` and adds its rows to the tables, or reports its errors. */
export function readTranscribed(root: string, folder: string, tables: Tables, origins: Origins): Problem[] {
  const file = join('agreements', folder, 'agreement.yaml')
  const found = readRecordFile(root, file, (yaml) => parseYaml(file, yaml, agreementSchema), folder)
  if ('problems' in found) return found.problems
  addRows(found, file, tables, origins)
  return []
}

/** A valid record, and the text that its quotes refer to. */
interface FoundRecord {
  readonly read: YamlFile<AnyRecord>
  readonly text: string
}

/**
 * Reads and checks the record in a file below `root`, with the source.txt beside it. `id` is the required id,
 * if there is only one.
 */
export function readRecordFile(
  root: string,
  file: string,
  parse: (yaml: string) => { read: YamlFile<AnyRecord> } | { problems: Problem[] },
  id: string | null,
): FoundRecord | { problems: Problem[] } {
  let bytes: Buffer
  let text: string
  let yaml: string
  try {
    bytes = readFileSync(join(root, file, '..', 'source.txt'))
    text = decode(bytes)
    yaml = readText(join(root, file))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const message = `cannot be read, or source.txt beside it: ${error.message}`
    return { problems: [{ file, line: 1, message }] }
  }
  const parsed = parse(yaml)
  if ('problems' in parsed) return parsed
  const { value, lineOf } = parsed.read
  const faults = checkAgreement(value, { bytes, text }, id)
  if (faults.length === 0) return { read: parsed.read, text }
  return { problems: faults.map(({ path, ...told }) => ({ file, line: lineOf(path), ...told })) }
}

/** Adds the rows of a record to the tables. */
export function addRows({ read, text }: FoundRecord, file: string, tables: Tables, origins: Origins): void {
  addAgreementRows(tables, read.value, text, (path, row) =>
    origins.at({ file, line: read.lineOf(path) }, row),
  )
}
