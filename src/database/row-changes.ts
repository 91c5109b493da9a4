import { rowExporter, rowKey } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets, type Tables } from '../datasets/index.ts'

/** How one row differs between two revisions. */
export interface RowChange {
  readonly dataset: DatasetName
  readonly rowKey: string
  readonly kind: 'added' | 'changed' | 'removed'
  readonly before: object | null
  readonly after: object | null
}

/** How the rows of two revisions differ. */
export function rowChanges(before: Tables, after: Tables): RowChange[] {
  return datasetNames.flatMap((dataset) => {
    const byKey = (rows: readonly object[]) =>
      new Map(rows.map((row) => [rowKey(datasets[dataset], row), row]))
    const old = byKey(before[dataset])
    const now = byKey(after[dataset])
    const found: RowChange[] = []
    const exported = rowExporter(datasets[dataset])
    const text = (row: object) => JSON.stringify(exported(row))
    for (const [key, row] of now) {
      const was = old.get(key) ?? null
      if (was === null) found.push({ dataset, rowKey: key, kind: 'added', before: null, after: row })
      else if (text(was) !== text(row)) {
        found.push({ dataset, rowKey: key, kind: 'changed', before: was, after: row })
      }
    }
    for (const [key, row] of old) {
      if (!now.has(key)) found.push({ dataset, rowKey: key, kind: 'removed', before: row, after: null })
    }
    return found
  })
}
