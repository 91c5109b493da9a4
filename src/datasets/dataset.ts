/** A text for readers, in both languages. */
export interface Text {
  readonly sv: string
  readonly en: string
}

/** A language of the texts. */
export type Language = keyof Text

/**
 * A text in both languages, one below the other: for descriptions that have room for one text only.
 *
 * @example bilingualText({ sv: 'Antalet rader.', en: 'The number of rows.' }) // 'The number of rows.\n\nSvenska: Antalet
 * rader.'
 */
export function bilingualText({ sv, en }: Text): string {
  return `${en}\n\nSvenska: ${sv}`
}

/** A title in both languages on one line: for titles that have room for one text only. */
export function bilingualTitle({ sv, en }: Text): string {
  return sv === en ? sv : `${en} / ${sv}`
}

/** Joins texts, in both languages. */
export function joinTexts(...texts: readonly Text[]): Text {
  return { sv: texts.map(({ sv }) => sv).join(' '), en: texts.map(({ en }) => en).join(' ') }
}

/** A closed list of values. `name` is its GraphQL enum; the keys are the values as stored and exported. */
export interface Vocabulary {
  readonly name: string
  readonly description: Text
  readonly values: { readonly [value: string]: Text }
}

interface AnyColumn {
  readonly title: Text
  readonly description: Text
  /** What an empty cell means. A column without it is never empty. */
  readonly absent?: Text
  /** The dataset whose key the column contains. */
  readonly references?: string
  /** Whether it contains the name of a person, which is removed everywhere once the row is withdrawn. */
  readonly isPersonName?: true
}

/**
 * One column of a dataset. `date` is a day (2020-01-31), `month` a month (2018-09), `list` several values
 * in one cell, separated by `|` in CSV and an array in JSON.
 */
export type Column =
  | (AnyColumn & { readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'month' | 'list' })
  | (AnyColumn & { readonly type: 'enum' | 'enums'; readonly values: Vocabulary })

/** What we publish: one table, as it is in releases, in the database and in the GraphQL API. */
export interface Dataset {
  /** The name of the file, the SQL table and the URL part. */
  readonly name: string
  /** The GraphQL type of one row; a dataset without one can only be reached through fields of other types. */
  readonly type?: string
  readonly title: Text
  readonly description: Text
  /** The minimum number of rows. Data with fewer are not released, since something must be missing. */
  readonly leastRows: number
  /** The columns that identify a row, in the order in which rows are sorted. */
  readonly key: readonly string[]
  /** The column that names a row to people, in each language. A dataset without one only links others. */
  readonly label?: Text
  readonly columns: { readonly [name: string]: Column }
  /** The columns with the position of a row, in degrees (WGS 84). A dataset with them is also released as GeoJSON. */
  readonly point?: { readonly latitude: string; readonly longitude: string }
}

type ColumnValue<C extends Column> = C extends { type: 'enum'; values: { values: infer V } }
  ? keyof V & string
  : C extends { type: 'enums'; values: { values: infer V } }
    ? (keyof V & string)[]
    : C extends { type: 'integer' | 'number' }
      ? number
      : C extends { type: 'boolean' }
        ? boolean
        : C extends { type: 'list' }
          ? string[]
          : string

/** One typed row of a dataset: `null` only if the dataset says what an empty cell means. */
export type RecordOf<D extends Pick<Dataset, 'columns'>> = {
  -readonly [K in keyof D['columns']]:
    | ColumnValue<D['columns'][K]>
    | (D['columns'][K] extends { absent: Text } ? null : never)
}

/** The values of a vocabulary, as a type: `ValueOf<typeof extent>` is `'transcribed' | 'catalogued'`. */
export type ValueOf<V extends Vocabulary> = keyof V['values'] & string

/**
 * The values of a vocabulary, in order.
 *
 * @example valuesOf(extent) // transcribed, catalogued
 */
export function valuesOf<V extends Vocabulary>(vocabulary: V): [ValueOf<V>, ...ValueOf<V>[]] {
  // Object.keys gives string[]; a vocabulary has at least one value.
  return Object.keys(vocabulary.values) as [ValueOf<V>, ...ValueOf<V>[]]
}

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/

/** Whether a text is a valid day, such as 2020-02-29. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  // JavaScript reads 2021-02-29 as 1 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** What separates several values in one cell of a CSV file. */
export const LIST_SEPARATOR = '|'

/**
 * The name of a column in SQL, CSV and JSON.
 *
 * @example snakeCase('periodStart') // 'period_start'
 */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/**
 * The name of a column in the program.
 *
 * @example camelCase('period_start') // 'periodStart'
 */
export function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** Whether the rows of a dataset only link rows of others: its key consists of references. */
export function isLinkTable({ key, columns, label }: Dataset): boolean {
  return (
    label === undefined && key.length > 1 && key.every((column) => columns[column]?.references !== undefined)
  )
}

/** The names of a dataset's columns in SQL, CSV and JSON, in order. */
export function exportedNames({ columns }: Dataset): string[] {
  return Object.keys(columns).map(snakeCase)
}

/** Gives the rows of a dataset with the names of SQL, CSV and JSON, their columns in order. */
export function rowExporter(dataset: Dataset): (row: object) => { [column: string]: unknown } {
  const names = Object.keys(dataset.columns).map((name) => [name, snakeCase(name)] as const)
  return (row) => {
    const values = row as { readonly [column: string]: unknown } // whatever it has under these names
    const exported: { [column: string]: unknown } = {}
    for (const [name, outside] of names) exported[outside] = values[name]
    return exported
  }
}

/** The key of a row: the values of its columns joined by a space. */
export function rowKey(dataset: Pick<Dataset, 'key'>, row: object): string {
  const values: { [column: string]: unknown } = { ...row }
  return dataset.key.map((column) => String(values[column])).join(' ')
}

/** Compares two rows of a dataset by key, as the database does: text by code point, numbers by value. */
export function compareRows({ key }: Pick<Dataset, 'key'>, one: object, other: object): number {
  // The type says nothing about the values: it is checked below.
  const [a, b] = [one, other] as { [column: string]: unknown }[]
  for (const column of key) {
    const [x, y] = [a?.[column], b?.[column]]
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    // UTF-8 bytes sort by code point; JavaScript strings do not.
    const order = Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)))
    if (order !== 0) return order
  }
  return 0
}
