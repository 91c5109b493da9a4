import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tables } from '../datasets/index.ts'
import { checkAgreement } from './agreement-checks.ts'
import { agreementRows } from './agreement-rows.ts'
import { agreementSchema } from './agreement-schema.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { decode, readText } from './text-file.ts'
import { parseYaml } from './yaml-file.ts'

/** Reads one folder of `data/agreements` and adds its rows to the tables, or tells what is wrong with it. */
export function readTranscribed(root: string, folder: string, tables: Tables, origins: Origins): Problem[] {
  const file = join('agreements', folder, 'agreement.yaml')
  let source: Buffer
  let text: string
  let yaml: string
  try {
    source = readFileSync(join(root, 'agreements', folder, 'source.txt'))
    text = decode(source)
    yaml = readText(join(root, file))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return [{ file, line: 1, message: `cannot be read, or source.txt beside it: ${error.message}` }]
  }
  const parsed = parseYaml(file, yaml, agreementSchema)
  if ('problems' in parsed) return parsed.problems

  const { value: record, lineOf } = parsed.read
  const faults = checkAgreement(record, { bytes: source, text }, folder)
  if (faults.length > 0) return faults.map(({ path, message }) => ({ file, line: lineOf(path), message }))

  const rows = agreementRows(record, text, (path, row) => origins.at({ file, line: lineOf(path) }, row))
  for (const name of Object.keys(rows) as (keyof typeof rows)[]) {
    // Both sides are the rows of one dataset.
    tables[name].push(...(rows[name] as never[]))
  }
  return []
}
