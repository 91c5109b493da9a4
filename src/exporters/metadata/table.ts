import { type Column, type Dataset, LIST_SEPARATOR, snakeCase } from '../../datasets/dataset.ts'
import { published } from '../../datasets/published.ts'
import type { ReleasedFile } from '../manifest.ts'

/** Whether a cell of the column has several values. */
export function isList({ type }: Column): boolean {
  return type === 'list' || type === 'enums'
}

/** Whether a cell of the column is never empty. A list may be empty without anything missing. */
export function isRequired(column: Column): boolean {
  return column.absent === undefined && !isList(column)
}

/** The separator of the values in a cell with several. */
export const separator = LIST_SEPARATOR

/** The key of a dataset, with the names of columns in files. */
export function exportedKey(dataset: Dataset): string[] {
  return dataset.key.map(snakeCase)
}

/** A column with the key of a row of a dataset, with their names in files. */
interface ColumnReference {
  readonly column: string
  readonly dataset: string
  readonly key: string
}

/** The references of a dataset to others, or to itself. */
export function referencesOf(dataset: Dataset): ColumnReference[] {
  return Object.entries(dataset.columns).flatMap(([name, { references }]) => {
    if (references === undefined) return []
    const [key, ...rest] = exportedKey(datasetNamed(references))
    if (key === undefined || rest.length > 0)
      throw new Error(`${references} cannot be referenced by one column`)
    return [{ column: snakeCase(name), dataset: references, key }]
  })
}

/** The dataset or view with a name. */
function datasetNamed(name: string): Dataset {
  const dataset = published.find((each) => each.name === name)
  if (!dataset) throw new Error(`No dataset "${name}"`)
  return dataset
}

/** The CSV file of each dataset of a release, in the order of the datasets. */
export function csvTables(files: readonly ReleasedFile[]): { dataset: Dataset; file: ReleasedFile }[] {
  return files.flatMap((file) =>
    file.dataset !== null && file.path === csvPath(file.dataset)
      ? [{ dataset: datasetNamed(file.dataset), file }]
      : [],
  )
}

/** The name of the file with a dataset as CSV (RFC 4180). */
export function csvPath(dataset: string): string {
  return `${dataset}.csv`
}
