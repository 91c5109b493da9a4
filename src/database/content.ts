import { ContentHash } from '../datasets/content-hash.ts'
import { compareRows } from '../datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../datasets/index.ts'

/**
 * SHA-256 of the date and all rows of all datasets, in order: equal if and only if the data are equal, on any machine. It
 * identifies a revision across databases, which its number cannot.
 */
export function contentSha256({ tables, date }: { tables: Tables; date: string }): string {
  const hash = new ContentHash(date)
  for (const name of datasetNames) {
    const dataset = datasets[name]
    const columns = Object.keys(dataset.columns)
    hash.begin(name, columns)
    for (const row of tables[name].toSorted((one, other) => compareRows(dataset, one, other))) {
      const values: { [column: string]: unknown } = { ...row }
      hash.row(columns.map((column) => values[column]))
    }
  }
  return hash.digest()
}
