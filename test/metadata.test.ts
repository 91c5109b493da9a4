import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { snakeCase } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { published } from '../src/datasets/published.ts'
import type { CataloguePlace } from '../src/exporters/metadata/place.ts'
import { schemaOrgDataset } from '../src/exporters/metadata/schema-org.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { rulesOfCsvw } from './support/csvw.ts'
import { rulesOfDataPackage } from './support/data-package.ts'
import { problemsOf } from './support/tables.ts'

// test/exports.test.ts sees to it that the sample is, byte for byte, what the program writes.
const read = (file: string) => readFileSync(join('exports/sample', file), 'utf8')
const json = (file: string) => JSON.parse(read(file))
const names = published.map(({ name }) => name)

/** The files of the release, one of them with some words exchanged. */
function readWith(file: string, words: string, others: string): (path: string) => string {
  return (path) => {
    const text = read(path)
    if (path !== file) return text
    if (!text.includes(words)) throw new Error(`${file} has no ${words}`)
    return text.replace(words, others)
  }
}

/** What is broken in the files of a release, which either description must find. */
const BROKEN: [string, string, string, string][] = [
  ['a date that there is not', 'agreements.csv', '2020-01-01', '2020-13-01'],
  ['a value of no list', 'agreements.csv', ',catalogued,', ',katalogiserad,'],
  ['a number in words', 'municipalities.csv', ',2020,', ',tjugo,'],
  ['an empty cell where something must stand', 'counties.csv', 'Jönköpings län', ''],
  ['a reference to nothing', 'counties.csv', ',ost\r\n', ',osterut\r\n'],
  ['a key that stands twice', 'counties.csv', '\r\n03,', '\r\n01,'],
  ['a column of another name', 'counties.csv', 'iso_code', 'iso'],
  ['neither true nor false', 'signatures.csv', ',false,', ',nej,'],
]

const manifest = await new FolderStore('exports').manifest('sample')
if (!manifest) throw new Error('There is no sample')

describe('the Data Package of a release', () => {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  ajv.addFormat('textarea', true) // says how a form shows it
  const isValid = ajv.compile(
    JSON.parse(readFileSync('test/standards/data-package/datapackage.json', 'utf8')),
  )
  const rules = rulesOfDataPackage(json('datapackage.json'))

  test('is valid by the schema of version 2', () => {
    expect(isValid(json('datapackage.json')), JSON.stringify(isValid.errors)).toBe(true)
  })

  test('is refused by the schema where a type is none, or there are no resources', () => {
    const descriptor = json('datapackage.json')
    expect(isValid({ ...descriptor, resources: [] })).toBe(false)
    descriptor.resources[0].schema.fields[0].type = 'text'
    expect(isValid(descriptor)).toBe(false)
  })

  test('has every dataset, with the size and the checksum of its file', () => {
    const { files } = json('index.json')
    const { resources } = json('datapackage.json')
    expect(resources.map(({ name }: { name: string }) => name)).toEqual(names)
    for (const { path, bytes, hash } of resources) {
      expect(files).toContainEqual(
        expect.objectContaining({ path, bytes, sha256: hash.slice('sha256:'.length) }),
      )
    }
  })

  test('is true of the rows: header, types, values, keys and references', () => {
    expect(problemsOf(rules, read)).toEqual([])
  })

  test.each(BROKEN)('finds %s', (_what, file, words, others) => {
    expect(problemsOf(rules, readWith(file, words, others))).not.toEqual([])
  })
})

describe('the CSVW metadata of a release', () => {
  const rules = rulesOfCsvw(json('csv-metadata.json'))

  test('have every dataset', () => {
    expect(rules.map(({ path }) => path)).toEqual(names.map((name) => `${name}.csv`))
  })

  test('are true of the rows: header, types, values, keys and references', () => {
    expect(problemsOf(rules, read)).toEqual([])
  })

  test.each(BROKEN)('find %s', (_what, file, words, others) => {
    expect(problemsOf(rules, readWith(file, words, others))).not.toEqual([])
  })

  test.each([
    ['a property that CSVW does not know', { title: 'x' }],
    ['a context that is not its own', { '@context': 'http://schema.org' }],
    ['no tables', { tables: [] }],
  ])('are refused with %s', (_what, change) => {
    expect(() => rulesOfCsvw({ ...json('csv-metadata.json'), ...change })).toThrow()
  })

  test('are refused with a key that is no column', () => {
    const metadata = json('csv-metadata.json')
    metadata.tables[0].tableSchema.primaryKey = ['name_of_nothing']
    expect(() => rulesOfCsvw(metadata)).toThrow(/there is no column name_of_nothing/)
  })
})

test('no title and no description of the data is written a second time where files and pages are made', () => {
  const columns = published.flatMap((dataset) => Object.values(dataset.columns))
  const vocabularies = columns.flatMap((column) => ('values' in column ? [column.values] : []))
  const texts = [
    ...published.flatMap((dataset) => [dataset.title, dataset.description]),
    ...columns.flatMap((column) => [column.description, column.absent ?? column.description]),
    ...vocabularies.flatMap((vocabulary) => [vocabulary.description, ...Object.values(vocabulary.values)]),
  ].flatMap(({ sv, en }) => [sv, en])
  // A short word such as "Topics" may be said of something else.
  const long = [...new Set(texts)].filter((text) => text.length > 30)
  expect(long.length).toBeGreaterThan(300)
  const elsewhere = globSync('src/{exporters,http,site}/**/*.ts')
  expect(elsewhere).toContain('src/exporters/metadata/csvw.ts')
  const twice = elsewhere.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return long.filter((text) => source.includes(`'${text}'`)).map((text) => `${file}: ${text}`)
  })
  expect(twice).toEqual([])
})

describe('the data dictionary', () => {
  test.each(['sv', 'en'] as const)('in %s has every dataset, column, reference and value', (language) => {
    const page = read(`dictionary.${language}.md`)
    const sections = page.split('\n## ')
    for (const { name, title, description, columns } of published) {
      const section = sections.find((each) => each.startsWith(`${title[language]} (\`${name}\`)`))
      expect(section).toContain(description[language])
      for (const [key, column] of Object.entries(columns)) {
        const line = section?.split('\n').find((each) => each.startsWith(`| \`${snakeCase(key)}\` |`))
        expect(line?.replaceAll('\\|', '|'), `${name}.${key}`).toContain(column.description[language])
        if (column.absent) expect(line).toContain(column.absent[language])
        if (column.references) expect(line).toContain(`\`${column.references}\``)
        if ('values' in column) {
          for (const [value, text] of Object.entries(column.values.values)) {
            expect(page).toContain(`| \`${value}\` | ${text[language]} |`)
          }
        }
      }
    }
  })

  test('as CSV has a row for each dataset, column and value', () => {
    const rows: { [column: string]: string }[] = parse(read('dictionary.csv'), { columns: true })
    const columns = published.flatMap((dataset) => Object.values(dataset.columns))
    const values = columns.flatMap((column) => ('values' in column ? Object.keys(column.values.values) : []))
    expect(rows.length).toBe(published.length + columns.length + values.length)
    expect(rows).toContainEqual(
      expect.objectContaining({
        dataset: 'agreements',
        column: 'extent',
        vocabulary: 'Extent',
        value: 'catalogued',
        description_en: datasets.agreements.columns.extent.values.values.catalogued.en,
      }),
    )
    for (const row of rows) {
      expect(row.description_sv).not.toBe('')
      expect(row.description_en).not.toBe('')
    }
  })
})

describe('the description for search engines', () => {
  const place: CataloguePlace = {
    url: 'https://data.example.se',
    publisher: { name: 'Exempel', url: null, type: 'NonProfitOrganisation', email: 'data@example.se' },
  }

  /** What Google's guide for datasets asks for: name and description, of 50 to 5000 characters; addresses of files. */
  function faultsOf(description: object, path = ''): string[] {
    const given: { [property: string]: unknown } = { ...description }
    const faults: string[] = []
    if (given['@type'] === 'Dataset') {
      if (typeof given.name !== 'string' || given.name === '') faults.push(`${path}: no name`)
      const text = given.description
      if (typeof text !== 'string' || text.length < 50 || text.length > 5000)
        faults.push(`${path}: a description of ${String(text).length} characters`)
      if (typeof given.license !== 'string' || !URL.canParse(given.license))
        faults.push(`${path}: no licence`)
    }
    if (given['@type'] === 'DataDownload') {
      if (typeof given.contentUrl !== 'string' || !URL.canParse(given.contentUrl))
        faults.push(`${path}: ${given.contentUrl} is no address`)
      if (typeof given.encodingFormat !== 'string') faults.push(`${path}: no format`)
    }
    for (const [property, value] of Object.entries(given)) {
      for (const each of Array.isArray(value) ? value : [value])
        if (typeof each === 'object' && each !== null) faults.push(...faultsOf(each, `${path}/${property}`))
    }
    return faults
  }

  test('has what search engines ask for, of the whole and of every dataset', () => {
    const description = schemaOrgDataset(manifest, place)
    expect(faultsOf(description)).toEqual([])
    expect(description).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      creator: { name: 'Exempel' },
      temporalCoverage: '2015-01-01/2026-12-31',
    })
    expect(JSON.stringify(description)).toContain(
      `https://data.example.se/exports/${manifest.release}/agreements.csv`,
    )
  })

  test('in a release names files relative to itself, and nobody as the publisher', () => {
    const released = json('schema-org.jsonld')
    // It is in the archive, and so cannot list it.
    const files = manifest.files.filter(({ path }) => path !== 'medborgarloften.zip')
    expect(released).toEqual(JSON.parse(JSON.stringify(schemaOrgDataset({ ...manifest, files }))))
    expect(released).not.toHaveProperty('creator')
    expect(released.hasPart[0].distribution[0].contentUrl).toBe('police_regions.csv')
    expect(faultsOf(released)).toContain('/distribution: datapackage.json is no address')
  })

  test('without a description long enough is at fault', () => {
    expect(faultsOf({ ...schemaOrgDataset(manifest, place), description: 'short' })).toEqual([
      ': a description of 5 characters',
    ])
  })
})
