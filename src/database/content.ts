import { createHash } from 'node:crypto'
import { compareRows } from '../datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../datasets/index.ts'

/**
 * SHA-256 over the date and all rows of all datasets, in their order: equal where and only where the data are, on any
 * machine. It names a revision across databases, which its number cannot.
 */
export function contentSha256({ tables, date }: { tables: Tables; date: string }): string {
  const hash = createHash('sha256').update(`${date}\n`)
  for (const name of datasetNames) {
    const dataset = datasets[name]
    const columns = Object.keys(dataset.columns)
    hash.update(`${name} ${columns.join(' ')}\n`)
    for (const row of tables[name].toSorted((one, other) => compareRows(dataset, one, other))) {
      const values: { [column: string]: unknown } = { ...row }
      hash.update(`${JSON.stringify(columns.map((column) => values[column]))}\n`)
    }
  }
  return hash.digest('hex')
}
