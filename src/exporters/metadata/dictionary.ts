import {
  type Column,
  type Dataset,
  type Language,
  snakeCase,
  type Text,
  type Vocabulary,
} from '../../datasets/dataset.ts'
import { description, title, totalsNote } from '../../datasets/publication.ts'
import { published } from '../../datasets/published.ts'
import { reasonUnknown, withheld } from '../../datasets/vocabularies/history.ts'
import { toCsv } from '../csv.ts'
import { changesDescription } from '../delta/description.ts'
import { exportedKey, isList, separator } from './table.ts'

/** The texts of the dictionary, besides those of the datasets. */
const WORDS = {
  sv: {
    dictionary: 'Datalexikon',
    dataset: 'Datamängd',
    vocabulary: 'Värdelista',
    key: 'Nyckel',
    head: ['Kolumn', 'Titel', 'Typ', 'Beskrivning', 'Tom cell betyder'],
    never: 'Aldrig tom.',
    none: 'Inget finns att räkna upp.',
    references: 'Hör till',
    changes: 'Ändringar mellan utgåvor',
    vocabularies: 'Värdelistor',
    values: ['Värde', 'Betydelse'],
    types: {
      text: 'text',
      integer: 'heltal',
      number: 'tal',
      boolean: 'true eller false',
      date: 'dag, 2020-01-31',
      month: 'månad, 2018-09',
      list: `flera texter, åtskilda av ${separator}`,
      enum: 'värde ur',
      enums: `flera värden, åtskilda av ${separator}, ur`,
    },
  },
  en: {
    dictionary: 'Data dictionary',
    dataset: 'Dataset',
    vocabulary: 'List',
    key: 'Key',
    head: ['Column', 'Title', 'Type', 'Description', 'An empty cell says'],
    never: 'Never empty.',
    none: 'There is nothing to list.',
    references: 'Belongs to',
    changes: 'Changes between releases',
    vocabularies: 'Lists of values',
    values: ['Value', 'Meaning'],
    types: {
      text: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'true or false',
      date: 'day, 2020-01-31',
      month: 'month, 2018-09',
      list: `several texts, separated by ${separator}`,
      enum: 'value of',
      enums: `several values, separated by ${separator}, of`,
    },
  },
} as const

/** The data dictionary in one language, as Markdown: every dataset, column, type, key, reference and list of values. */
export function dictionaryPage(language: Language): string {
  const words = WORDS[language]
  return `${[
    `# ${words.dictionary}: ${title[language]}`,
    description[language],
    totalsNote[language],
    ...published.flatMap((dataset) => section(dataset, language)),
    `## ${words.changes}`,
    changesDescription[language],
    `## ${words.vocabularies}`,
    ...[...vocabulariesOf(published), reasonUnknown, withheld].flatMap((vocabulary) => [
      `### ${vocabulary.name}`,
      vocabulary.description[language],
      table(
        words.values,
        Object.entries(vocabulary.values).map(([value, text]) => [`\`${value}\``, text[language]]),
      ),
    ]),
  ].join('\n\n')}\n`
}

const HEADER = [
  'dataset',
  'column',
  'vocabulary',
  'value',
  'type',
  'key',
  'references',
  'title_sv',
  'title_en',
  'description_sv',
  'description_en',
  'absent_sv',
  'absent_en',
]

/** The data dictionary as CSV: a row for each dataset, for each column, and for each value that a column may have. */
export function dictionaryCsv(): string {
  const rows = published.flatMap((dataset) => {
    const ofDataset = {
      dataset: dataset.name,
      ...textColumns('title', dataset.title),
      ...textColumns('description', dataset.description),
    }
    return [
      ofDataset,
      ...Object.entries(dataset.columns).flatMap(([key, column]) => valueRows(dataset, key, column)),
    ]
  })
  return toCsv([
    HEADER,
    ...rows.map((row: { [column: string]: unknown }) => HEADER.map((column) => row[column])),
  ])
}

function valueRows(dataset: Dataset, key: string, column: Column): { [column: string]: unknown }[] {
  const vocabulary = 'values' in column ? column.values : null
  const at = { dataset: dataset.name, column: snakeCase(key), vocabulary: vocabulary?.name }
  return [
    {
      ...at,
      type: column.type,
      key: dataset.key.includes(key),
      references: column.references,
      ...textColumns('title', column.title),
      ...textColumns('description', column.description),
      ...(column.absent && textColumns('absent', column.absent)),
    },
    ...Object.entries(vocabulary?.values ?? {}).map(([value, text]) => ({
      ...at,
      value,
      ...textColumns('description', text),
    })),
  ]
}

function textColumns(name: string, { sv, en }: Text): { [column: string]: string } {
  return { [`${name}_sv`]: sv, [`${name}_en`]: en }
}

function section(dataset: Dataset, language: Language): string[] {
  const words = WORDS[language]
  return [
    `## ${dataset.title[language]} (\`${dataset.name}\`)`,
    dataset.description[language],
    `${words.key}: ${exportedKey(dataset)
      .map((column) => `\`${column}\``)
      .join(', ')}.`,
    table(words.head, columnCells(dataset, language, asCode)),
  ]
}

const asCode = (name: string) => `\`${name}\``
const asText = (name: string) => name

/** A line for each column of a dataset; `named` writes the names for programs. */
function columnCells(dataset: Dataset, language: Language, named: (name: string) => string): string[][] {
  const words = WORDS[language]
  return Object.entries<Column>(dataset.columns).map(([name, column]) => [
    named(snakeCase(name)),
    column.title[language],
    typeText(column, language, named),
    column.description[language],
    column.absent?.[language] ?? (isList(column) ? words.none : words.never),
  ])
}

function typeText(column: Column, language: Language, named: (name: string) => string): string {
  const words = WORDS[language]
  const type = words.types[column.type]
  const typed = 'values' in column ? `${type} ${column.values.name}` : type
  return column.references === undefined
    ? typed
    : `${typed}. ${words.references} ${named(column.references)}.`
}

/** The rows of a table without markup, and its header. */
interface HeadedLines {
  readonly head: readonly string[]
  readonly lines: readonly string[][]
}

/** A line for each column of some datasets, with its description. */
export function columnLines(datasets: readonly Dataset[], language: Language): HeadedLines {
  const words = WORDS[language]
  return {
    head: [words.dataset, ...words.head],
    lines: datasets.flatMap((dataset) =>
      columnCells(dataset, language, asText).map((cells) => [dataset.name, ...cells]),
    ),
  }
}

/** A line for each value of the vocabularies of some datasets, with its meaning. */
export function valueLines(datasets: readonly Dataset[], language: Language): HeadedLines {
  const words = WORDS[language]
  return {
    head: [words.vocabulary, ...words.values],
    lines: vocabulariesOf(datasets).flatMap(({ name, values }) =>
      Object.entries(values).map(([value, text]) => [name, value, text[language]]),
    ),
  }
}

function vocabulariesOf(all: readonly Dataset[]): Vocabulary[] {
  const used = all.flatMap(({ columns }) =>
    Object.values(columns).flatMap((column) => ('values' in column ? [column.values] : [])),
  )
  return [...new Set(used)]
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
