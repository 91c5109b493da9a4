import type { Dataset, Language } from '../datasets/dataset.ts'
import { views } from '../datasets/views/index.ts'
import { aboutRelease } from './about.ts'
import type { ReleaseHead } from './manifest.ts'
import { columnLines, valueLines } from './metadata/dictionary.ts'
import type { ReleasedTable } from './released-table.ts'
import {
  escapedCell,
  freeRow,
  headerRow,
  type SheetCell,
  type SheetColumn,
  STYLE,
  sheetFoot,
  sheetHead,
  sheetRow,
  widthOf,
} from './xlsx-sheet.ts'

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly xml: () => AsyncIterable<string>
}

const WORDS = {
  sv: {
    about: 'Om',
    columns: 'Kolumner',
    values: 'Värden',
    list: ['Blad', 'Innehåll', 'Rader', 'Beskrivning'],
    columnsOf: 'Vad varje kolumn betyder, och vad den heter i de andra formaten.',
    valuesOf: 'Vad värdena i kolumner med fasta värden betyder.',
  },
  en: {
    about: 'About',
    columns: 'Columns',
    values: 'Values',
    list: ['Sheet', 'Contents', 'Rows', 'Description'],
    columnsOf: 'What each column means, and what it is called in the other formats.',
    valuesOf: 'What the values of columns with fixed values mean.',
  },
} as const

/** How many rows are examined to find the width of the columns. */
const ROWS_MEASURED = 1_000

/**
 * The sheets of a workbook: the release and its origin; each dataset, those with readable values first; and
 * finally the meaning of columns and values. A dataset too long for a sheet continues in the next, as `activities (2)`.
 */
export function sheetsOf(
  tables: readonly ReleasedTable[],
  head: ReleaseHead,
  language: Language,
  sheetRows: number,
): { sheets: Sheet[]; shown: number } {
  const isView = ({ dataset }: ReleasedTable) => Object.hasOwn(views, dataset.name)
  const inOrder = [...tables.filter(isView), ...tables.filter((table) => !isView(table))]
  const datasets = inOrder.map(({ dataset }) => dataset)
  const words = WORDS[language]
  const [columns, values] = [columnLines(datasets, language), valueLines(datasets, language)]
  const sheets = [
    aboutSheet(head, inOrder, language),
    ...inOrder.flatMap((table, at) => dataSheets(table, language, sheetRows, at === 0)),
    textSheet(words.columns, columns.head, columns.lines),
    textSheet(words.values, values.head, values.lines),
  ]
  return { sheets, shown: 1 }
}

function aboutSheet(head: ReleaseHead, tables: readonly ReleasedTable[], language: Language): Sheet {
  const words = WORDS[language]
  const header = (text: string): SheetCell => ({ text, style: STYLE.header })
  const text = (value: string): SheetCell => ({ text: value, style: STYLE.text })
  const facts = aboutRelease(head).map(({ label, value, unknown }) => [
    header(label[language]),
    text((value ?? unknown)[language]),
  ])
  const contents = [
    ...tables.map(({ dataset: { name, title, description }, rows }) => ({
      name,
      cells: [text(title[language]), { number: rows }, text(description[language])],
    })),
    ...(
      [
        ['columns', 'columnsOf'],
        ['values', 'valuesOf'],
      ] as const
    ).map(([sheet, what]) => ({
      name: words[sheet],
      cells: [text(''), text(''), text(words[what])],
    })),
  ]
  const lines = [
    ...facts,
    [],
    words.list.map(header),
    ...contents.map(({ name, cells }) => [{ text: name, style: STYLE.link }, ...cells]),
  ]
  const first = lines.length - contents.length + 1
  return {
    name: words.about,
    async *xml() {
      yield sheetHead(
        [
          widthOf(
            '',
            contents.map(({ name }) => name),
          ),
          45,
          9,
          100,
        ],
        {
          isShown: false,
          headerRows: 0,
        },
      )
      for (const [at, line] of lines.entries()) yield freeRow(line, at + 1)
      const links = contents.map(
        ({ name }, at) => `<hyperlink ref="A${first + at}" location="'${escapedCell(name)}'!A1"/>`,
      )
      yield `</sheetData><hyperlinks>${links.join('')}</hyperlinks></worksheet>`
    },
  }
}

function dataSheets(
  { dataset, rows, pages }: ReleasedTable,
  language: Language,
  sheetRows: number,
  isFirst: boolean,
): Sheet[] {
  const parts = Math.max(1, Math.ceil(rows / sheetRows))
  return Array.from({ length: parts }, (_, part) => ({
    name: part === 0 ? dataset.name : `${dataset.name} (${part + 1})`,
    async *xml() {
      const columns = await sheetColumns(dataset, pages, language)
      yield sheetHead(
        columns.map(({ width }) => width),
        { isShown: isFirst && part === 0, headerRows: 1 },
      )
      yield headerRow(columns)
      const first = part * sheetRows
      let at = 0
      for await (const page of pages()) {
        for (const row of page) {
          if (at >= first && at < first + sheetRows)
            yield sheetRow(columns, rowValues(dataset, row), at - first + 2)
          at += 1
        }
        if (at >= first + sheetRows) break
      }
      yield sheetFoot(columns, Math.min(rows - first, sheetRows))
    },
  }))
}

/** The columns of a dataset for a sheet: with headings in a language, as wide as the first rows need. */
async function sheetColumns(
  dataset: Dataset,
  pages: ReleasedTable['pages'],
  language: Language,
): Promise<SheetColumn[]> {
  const measured: unknown[][] = []
  for await (const page of pages()) {
    for (const row of page.slice(0, ROWS_MEASURED - measured.length)) measured.push(rowValues(dataset, row))
    if (measured.length >= ROWS_MEASURED) break
  }
  return Object.values(dataset.columns).map(({ title, type }, at) => ({
    heading: title[language],
    type,
    width: widthOf(
      title[language],
      measured.map((values) => values[at]),
    ),
  }))
}

/** The values of a row in the order of the dataset's columns. */
function rowValues({ columns }: Dataset, row: object): unknown[] {
  const values: { [column: string]: unknown } = { ...row }
  return Object.keys(columns).map((name) => values[name])
}

/** A sheet that only has texts. */
function textSheet(name: string, headings: readonly string[], lines: readonly (readonly string[])[]): Sheet {
  const columns = headings.map((heading, at) => ({
    heading,
    type: 'text' as const,
    width: widthOf(
      heading,
      lines.map((line) => line[at]),
    ),
  }))
  return {
    name,
    async *xml() {
      yield sheetHead(
        columns.map(({ width }) => width),
        { isShown: false, headerRows: 1 },
      )
      yield headerRow(columns)
      for (const [at, line] of lines.entries()) yield sheetRow(columns, line, at + 2)
      yield sheetFoot(columns, lines.length)
    },
  }
}
