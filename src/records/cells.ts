import type { z } from 'zod'
import { snakeCase } from '../datasets/dataset.ts'
import { aboutOf, isQuoteField, type Quote, shapeOf } from './field.ts'
import type { RecordRows } from './record-rows.ts'
import type { Path } from './yaml-file.ts'

// The cells of a part of a record have the names of its fields. The cells of a part within it begin with its name, as
// columns do: `target.value` becomes `targetValue`, and `targetGroup`, which is a quote, becomes its words.

/** The cells of a part of a record. */
export type Cells<P> = { [N in CellName<P>]: CellOf<P, N> }

/** The fields of a part that become cells. `quote` does not: it is the position of the part. */
type Field<P> = Exclude<keyof NonNullable<P> & string, 'quote'>

type Single = string | number | boolean | readonly unknown[] | Quote

type CellName<P> = {
  [F in Field<P>]: NonNullable<P[F & keyof P]> extends Single ? F : `${F}${Capitalize<Field<P[F & keyof P]>>}`
}[Field<P>]

type CellOf<P, N> = N extends keyof P
  ? Cell<P[N]>
  : {
      [F in keyof P & string]: N extends `${F}${infer Rest}` ? CellWithin<P[F], Uncapitalize<Rest>> : never
    }[keyof P & string]

type CellWithin<P, F extends string> =
  | (F extends keyof NonNullable<P> ? Cell<NonNullable<P>[F]> : never)
  | Extract<P, null>

type Cell<T> = T extends Quote ? string : T

/**
 * The cells of a part of a record, with its quotes recorded under the id of its row. `field` is the definition of the
 * part, `path` its position in the record.
 */
export function cellsOf<P extends object>(
  field: z.ZodType,
  part: P,
  id: string,
  rows: Pick<RecordRows, 'cite'>,
  path: Path,
): Cells<P> {
  const shape = shapeOf(field)
  const cells: { [column: string]: unknown } = {}
  const fill = (column: string, each: z.ZodType | undefined, value: unknown, at: Path) => {
    // The schema defines it as a quote.
    if (each && isQuoteField(each))
      cells[column] = rows.cite(id, snakeCase(column), value as Quote | null, at)
    else cells[column] = value
  }
  for (const [name, value] of Object.entries(part)) {
    const each = shape[name]
    const within = each && !isQuoteField(each) ? Object.entries(shapeOf(each)) : []
    if (within.length === 0) fill(name, each, value, [...path, name])
    for (const [inner, innerField] of within) {
      const found: unknown = value?.[inner] ?? null
      const { cites } = aboutOf(innerField)
      if (cites === undefined) fill(columnWithin(name, inner), innerField, found, [...path, name])
      else rows.cite(id, snakeCase(columnWithin(name, cites)), found as Quote | null, [...path, name]) // as above
    }
  }
  return cells as Cells<P> // by the names of its fields
}

/** The column of a field within a part: the `value` of a `target` is in targetValue. */
export function columnWithin(part: string, field: string): string {
  return part + field.charAt(0).toUpperCase() + field.slice(1)
}
