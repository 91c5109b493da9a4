import { formats } from '../site/formats.ts'
import type { In, Language } from '../site/language.ts'
import type { Table } from '../site/page-kind.ts'
import type { Ask } from '../site/query.ts'
import { type MaybeKnown, valueOrWhy } from '../site/unknown.ts'
import type { Figure } from './figure.ts'

/** The language of a chart, and its day: what is in force depends on it. */
interface ChartSetting {
  readonly language: Language
  readonly day: string
}

/** A column of a chart: in its table, in CSV and in JSON. */
export type ChartColumn<Row> = {
  /** Its name in CSV and JSON. */
  readonly name: string
  /** Its heading on pages. A column without one is for programs only. */
  readonly label?: In<string>
  /** How pages show a known value. */
  readonly show?: (row: Row, language: Language, day: string) => string
} & (
  | { /** A text that is always there. */ readonly text: (row: Row) => string }
  | { /** A value that may be unknown. */ readonly value: (row: Row) => MaybeKnown<string | number> }
)

/** The texts of a chart that do not depend on its data. */
interface ChartName {
  /** Its name in addresses and files. */
  readonly slug: string
  readonly title: In<string>
  /** How to read it, in one or two sentences. */
  readonly how: In<string>
}

/** A chart: its query, the rows of the response, the figure drawn from them, and its texts. */
export interface Chart<Data, Row> extends ChartName {
  /** Queries its data. */
  read(ask: Ask, day: string): Promise<Data>
  rows(data: Data, day: string): readonly Row[]
  readonly columns: readonly ChartColumn<Row>[]
  figure(rows: readonly Row[], setting: ChartSetting): Figure
  /** What it shows, as a finished sentence. */
  says(rows: readonly Row[], setting: ChartSetting): string
  /** What it does not show, and why. */
  notes(rows: readonly Row[], setting: ChartSetting): readonly string[]
}

/** A chart that hides the type of its rows. */
export interface AnyChart extends ChartName {
  /** Queries its data, and returns everything that is made from them. */
  make(ask: Ask, day: string): Promise<MadeChart>
}

/** A chart with its data. */
export interface MadeChart extends ChartName {
  readonly day: string
  /** The rows for CSV: the reason why a value is unknown has a column of its own. */
  readonly table: Table
  /** The rows for JSON. */
  readonly records: readonly object[]
  figure(language: Language): Figure
  says(language: Language): string
  notes(language: Language): readonly string[]
  /** The rows for pages. */
  shown(language: Language): {
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
}

/** Hides the type of a chart's rows, so that it can be in a list with others. */
export function chart<Data, Row>(own: Chart<Data, Row>): AnyChart {
  const { slug, title, how, columns } = own
  const named = { slug, title, how }
  return {
    ...named,
    async make(ask, day) {
      const rows = own.rows(await own.read(ask, day), day)
      return {
        ...named,
        day,
        table: {
          columns: columns.flatMap((column) =>
            'text' in column ? [column.name] : [column.name, reasonColumn(column.name)],
          ),
          rows: rows.map((row) => columns.flatMap((column) => chartCells(column, row))),
        },
        records: rows.map((row) => Object.fromEntries(columns.flatMap((column) => chartFields(column, row)))),
        figure: (language) => own.figure(rows, { language, day }),
        says: (language) => own.says(rows, { language, day }),
        notes: (language) => own.notes(rows, { language, day }),
        shown: (language) => {
          const seen = columns.flatMap((column) =>
            column.label ? [{ column, head: column.label[language] }] : [],
          )
          return {
            heads: seen.map(({ head }) => head),
            rows: rows.map((row) => seen.map(({ column }) => shownCell(column, row, language, day))),
          }
        },
      }
    },
  }
}

/** The column with the reason why a value is unknown. */
function reasonColumn(name: string): string {
  return `${name}_unknown_reason`
}

function chartCells<Row>(column: ChartColumn<Row>, row: Row): (string | number | null)[] {
  if ('text' in column) return [column.text(row)]
  const value = column.value(row)
  return 'value' in value ? [value.value, null] : [null, value.unknown.toLowerCase()]
}

function chartFields<Row>(column: ChartColumn<Row>, row: Row): [string, string | number | null][] {
  const [cell = null, reason = null] = chartCells(column, row)
  const field: [string, string | number | null] = [column.name, cell]
  return 'text' in column ? [field] : [field, [reasonColumn(column.name), reason]]
}

function shownCell<Row>(column: ChartColumn<Row>, row: Row, language: Language, day: string): string {
  if ('text' in column) return column.show?.(row, language, day) ?? column.text(row)
  return valueOrWhy(language, column.value(row), (known) => {
    if (column.show) return column.show(row, language, day)
    return typeof known === 'number' ? formats[language].number(known) : known
  })
}
