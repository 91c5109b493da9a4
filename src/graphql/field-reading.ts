import type { GraphQLField } from 'graphql'
import type { Database, Reader } from '../database/client.ts'
import type { NameIndex } from '../database/names.ts'
import type { SearchIndex } from '../database/search/search-index.ts'
import type { Statistics } from '../database/statistics/statistics.ts'
import type { Keys, ListSource } from './lists.ts'
import type { NodeDataset, TypedDataset } from './typed-datasets.ts'

/**
 * What the value of a field is made from, as data next to its resolver. If all fields of a query have this, the query can
 * be planned as a whole: see `plans/`.
 */
export type FieldReading =
  /** A column of the row. */
  | { readonly kind: 'column'; readonly column: string }
  /** The row's id for `node`. */
  | { readonly kind: 'id'; readonly dataset: NodeDataset }
  /** The same row as another type; null if the column is null. */
  | { readonly kind: 'part'; readonly column: string }
  /** Calculated from some columns of the row and the arguments. */
  | {
      readonly kind: 'computed'
      readonly columns: readonly string[]
      readonly of: (row: never, args: never) => unknown
    }
  /** A value that is looked up by the key of the row, which `column` holds. */
  | { readonly kind: 'lookup'; readonly lookup: Lookup; readonly column: string }
  /** The row whose key a column holds. */
  | { readonly kind: 'link'; readonly dataset: TypedDataset; readonly column: string }
  /** All rows of a short list; `key` is the column with the parent's key. */
  | { readonly kind: 'list'; readonly source: ListSource<TypedDataset>; readonly key: string }
  /** A connection; `key` is the column with the parent's key, null if there is no parent. */
  | {
      readonly kind: 'connection'
      readonly source: ListSource<TypedDataset>
      readonly key: string | null
      readonly known?: KnownWhere
    }
  /** The row of a dataset whose key is the argument. */
  | { readonly kind: 'row'; readonly dataset: NodeDataset }
  /** The row of any dataset whose id is the argument. */
  | { readonly kind: 'node' }
  /** The hits of a search. */
  | { readonly kind: 'search' }
  /** Values that are read all at once: objects whose properties are their fields, or lists of such. */
  | { readonly kind: 'values'; readonly read: (args: never, means: ReadingMeans) => Promise<unknown> }

/** What is available for reading values. */
export interface ReadingMeans {
  readonly db: Database
  readonly search: SearchIndex
  readonly names: NameIndex
  readonly statistics: Statistics
}

/** Values by the keys of rows: one for each row that exists. */
export interface Lookup {
  /** A name that is unique, such as "revision of agreements". */
  readonly name: string
  /** Selects the key of each row first, as `parentKey`, then its value. */
  readonly select: (db: Pick<Reader, 'select'>, keys: Keys) => SelectedValues
}

interface SelectedValues extends PromiseLike<{ readonly parentKey: string; readonly value: unknown }[]> {
  toSQL(): { readonly sql: string; readonly params: unknown[] }
}

/** The contents of a list are known if a column of the parent has one of these values. */
export interface KnownWhere<C extends string = string> {
  readonly column: C
  readonly values: readonly string[]
}

/**
 * The option of a field that says how plans read it.
 *
 * @example t.int({ ...readAs({ kind: 'column', column: 'population' }), resolve: ({ population }) => population })
 */
export function readAs(reading: FieldReading): { readonly extensions: { readonly reading: FieldReading } } {
  return { extensions: { reading } }
}

/** How a field is read, if it says so. */
export function readingOf(field: GraphQLField<unknown, unknown>): FieldReading | undefined {
  const reading: unknown = field.extensions.reading
  return reading as FieldReading | undefined // only `readAs` puts one there
}
