import {
  bilingualText,
  bilingualTitle,
  type Column,
  type Dataset,
  snakeCase,
} from '../../datasets/dataset.ts'
import { description, keywords, licence, name, title } from '../../datasets/publication.ts'
import type { ReleasedFile, ReleaseHead } from '../manifest.ts'
import { csvTables, exportedKey, isRequired, referencesOf, separator } from './table.ts'

/** The Data Package descriptor, version 2, of a release: its CSV files with their types, keys and foreign keys. */
export function dataPackage(
  { release, address, publisher }: ReleaseHead,
  files: readonly ReleasedFile[],
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: bilingualTitle(title),
    description: bilingualText(description),
    version: release,
    ...(address && { homepage: address }),
    ...(publisher && {
      contributors: [
        {
          title: publisher.name,
          email: publisher.email,
          ...(publisher.url && { path: publisher.url }),
          roles: ['publisher'],
        },
      ],
    }),
    keywords: [...keywords.sv, ...keywords.en],
    licenses: [{ name: licence.id, title: licence.name, path: licence.url }],
    resources: csvTables(files).map(({ dataset, file }) => ({
      name: dataset.name,
      type: 'table',
      title: bilingualTitle(dataset.title),
      description: bilingualText(dataset.description),
      path: file.path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: packageSchema(dataset),
    })),
  }
}

function packageSchema(dataset: Dataset): object {
  return {
    fields: Object.entries(dataset.columns).map(([key, column]) => ({
      name: snakeCase(key),
      title: bilingualTitle(column.title),
      description: bilingualText(column.description),
      ...packageType(column),
    })),
    missingValues: [''],
    primaryKey: exportedKey(dataset),
    ...foreignKeys(dataset),
  }
}

/** The foreign keys of a dataset. The standard does not allow an empty list. */
function foreignKeys(dataset: Dataset): object {
  const references = referencesOf(dataset)
  if (references.length === 0) return {}
  return {
    foreignKeys: references.map((reference) => ({
      fields: [reference.column],
      // A reference to the table itself has no resource name.
      reference: {
        ...(reference.dataset !== dataset.name && { resource: reference.dataset }),
        fields: [reference.key],
      },
    })),
  }
}

function packageType(column: Column): object {
  const constraints = { required: isRequired(column) }
  switch (column.type) {
    case 'text':
      return { type: 'string', constraints }
    case 'month':
      return { type: 'yearmonth', constraints }
    case 'list':
    case 'enums':
      // The specification has a type list, with a delimiter, which its own JSON Schema refuses.
      return { type: 'string', delimiter: separator, constraints }
    case 'enum':
      return {
        type: 'string',
        constraints: { ...constraints, enum: Object.keys(column.values.values) },
        categories: Object.entries(column.values.values).map(([value, text]) => ({
          value,
          label: bilingualTitle(text),
        })),
      }
    default:
      return { type: column.type, constraints }
  }
}
