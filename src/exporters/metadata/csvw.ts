import { type Column, type Dataset, snakeCase, type Text } from '../../datasets/dataset.ts'
import { description, keywords, licence, title } from '../../datasets/publication.ts'
import type { ReleasedFile, ReleaseHead } from '../manifest.ts'
import { csvPath, csvTables, exportedKey, isList, isRequired, referencesOf, separator } from './table.ts'

/**
 * The CSVW metadata of a release (W3C, CSV on the Web): its CSV files as a group of tables, with types,
 * keys and foreign keys. Readers of CSVW find it beside the files by its name, csv-metadata.json.
 */
export function csvwMetadata(
  { date, release, address, publisher }: ReleaseHead,
  files: readonly ReleasedFile[],
): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'sv' }],
    'dc:title': inLanguages(title),
    'dc:description': inLanguages(description),
    'dc:license': { '@id': licence.url },
    ...(publisher && { 'dc:publisher': publisher.name }),
    ...(address && { 'dcat:landingPage': { '@id': address } }),
    'dc:modified': { '@value': date, '@type': 'date' },
    'dcat:version': release,
    'dcat:keyword': (['sv', 'en'] as const).flatMap((language) =>
      keywords[language].map((word) => ({ '@value': word, '@language': language })),
    ),
    // Quotes are in Swedish. Columns with our own words in English say so.
    lang: 'sv',
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
      header: true,
      // By default, a row that begins with # would be a comment, and spaces would be trimmed from quotes.
      commentPrefix: null,
      trim: false,
    },
    tables: csvTables(files).map(({ dataset, file }) => ({
      url: file.path,
      'dc:title': inLanguages(dataset.title),
      'dc:description': inLanguages(dataset.description),
      tableSchema: csvwSchema(dataset),
    })),
  }
}

function csvwSchema(dataset: Dataset): object {
  return {
    columns: Object.entries(dataset.columns).map(([key, column]) => ({
      name: snakeCase(key),
      // The header of the file must be one of the titles, or a CSVW reader would not recognise the column.
      titles: { und: snakeCase(key), ...column.title },
      'dc:description': inLanguages(column.description),
      datatype: datatypeOf(column),
      required: isRequired(column),
      ...(isList(column) && { separator }),
      ...(key.endsWith('En') && { lang: 'en' }),
    })),
    primaryKey: exportedKey(dataset),
    foreignKeys: referencesOf(dataset).map((reference) => ({
      columnReference: reference.column,
      reference: { resource: csvPath(reference.dataset), columnReference: reference.key },
    })),
  }
}

function datatypeOf(column: Column): string | object {
  switch (column.type) {
    case 'text':
    case 'list':
      return 'string'
    case 'month':
      return 'gYearMonth'
    case 'enum':
    case 'enums':
      return { base: 'string', format: Object.keys(column.values.values).join('|') }
    default:
      return column.type
  }
}

function inLanguages({ sv, en }: Text): object[] {
  return [
    { '@value': sv, '@language': 'sv' },
    { '@value': en, '@language': 'en' },
  ]
}
