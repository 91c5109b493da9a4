import type { Column } from '../datasets/dataset.ts'
import type { Tables } from '../datasets/index.ts'
import type { Origin, Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

type CatalogueColumns = { readonly [name: string]: Column } & {
  readonly agreementId: { readonly type: 'text' }
}
type RowAbout<C extends CatalogueColumns> = ReturnType<typeof parseTable<C>>['rows'][number]

/** What the rows of a table of `agreements/` are added to. */
interface AddedTo {
  readonly tables: Tables
  readonly origins: Origins
  readonly problems: Problem[]
}

/** Reads a table of `agreements/`, and adds its rows about agreements that are not transcribed. */
export type ReadCatalogueTable = (
  file: string,
  text: string,
  transcribed: ReadonlySet<string>,
  tables: Tables,
  origins: Origins,
) => Problem[]

/** The reader of a table with these columns. `adder` is called for each file, and what it returns for each row. */
export function catalogueTable<C extends CatalogueColumns>(
  columns: C,
  adder: (target: AddedTo) => (row: RowAbout<C>, origin: Origin) => void,
): ReadCatalogueTable {
  return (file, text, transcribed, tables, origins) => {
    const { rows, problems } = parseTable(file, text, columns, origins)
    const add = adder({ tables, origins, problems })
    for (const row of rows) {
      // The column is a text, which the type of a row of any columns does not tell.
      if (!transcribed.has(String(row.agreementId))) add(row, origins.of(row))
    }
    return problems
  }
}
