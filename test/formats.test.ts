import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../src/database/client.ts'
import { type Column, type Dataset, rowExporter } from '../src/datasets/dataset.ts'
import { datasets } from '../src/datasets/index.ts'
import { viewNames, views } from '../src/datasets/views/index.ts'
import { aboutRelease } from '../src/exporters/about.ts'
import { excelCsvOf, excelText } from '../src/exporters/excel-csv.ts'
import { formats } from '../src/exporters/formats.ts'
import { geojsonOf } from '../src/exporters/geojson.ts'
import type { Manifest } from '../src/exporters/manifest.ts'
import { ParquetWriter } from '../src/exporters/parquet.ts'
import type { ReleasedTable } from '../src/exporters/released-table.ts'
import { writeSqlite } from '../src/exporters/sqlite.ts'
import { LARGE_BYTES } from '../src/exporters/stored.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { xlsxOf } from '../src/exporters/xlsx.ts'
import { databases } from './support/databases.ts'
import { askOldSqlite } from './support/old-sqlite.ts'
import {
  rowsOfCsv,
  rowsOfExcelCsv,
  rowsOfJson,
  rowsOfJsonl,
  rowsOfParquet,
  rowsOfSqlite,
  rowsOfXlsx,
  sheetsOfXlsx,
} from './support/read-formats.ts'
import { RELEASE_HEAD } from './support/release-head.ts'
import { releaseSample } from './support/sample-release.ts'

const released: Dataset[] = [...Object.values(datasets), ...Object.values(views)]

const text = { sv: 'x', en: 'y' }
const column = { title: text, description: text }
const THINGS = {
  name: 'things',
  title: text,
  description: text,
  leastRows: 0,
  key: ['id'],
  columns: {
    id: { ...column, type: 'text' },
    someText: { ...column, type: 'text', absent: text },
    aList: { ...column, type: 'list' },
    isTrue: { ...column, type: 'boolean' },
    aNumber: { ...column, type: 'number', absent: text },
    aCount: { ...column, type: 'integer' },
    aDay: { ...column, type: 'date', absent: text },
    aMonth: { ...column, type: 'month', absent: text },
  },
} as const satisfies Dataset

const THING = {
  id: 'a',
  someText: 'hej',
  aList: ['x', 'y'],
  isTrue: true,
  aNumber: -1.5,
  aCount: -3,
  aDay: '2020-02-29',
  aMonth: '2018-09',
}

/** A table of things, in pages of `size` rows. */
function tableOf(rows: readonly object[], size = 1000): ReleasedTable {
  return {
    dataset: THINGS,
    rows: rows.length,
    async *pages() {
      for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
    },
    copy: null,
  }
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-formats-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(databases)('a release on $name', ({ openSample }) => {
  let database: OpenDatabase
  let manifest: Manifest
  let exportsDir: string
  beforeAll(async () => {
    exportsDir = mkdtempSync(join(folder, 'exports-'))
    database = await openSample()
    manifest = (await releaseSample(database.db, new FolderStore(exportsDir))).manifest
  })
  afterAll(() => database.close())

  const path = (file: string) => join(exportsDir, manifest.release, file)

  test.each(released)('holds the same values of $name in all formats', async (dataset) => {
    const expected = rowsOfJson(path(`${dataset.name}.json`))
    expect(rowsOfJsonl(path(`${dataset.name}.jsonl`))).toEqual(expected)
    expect(rowsOfCsv(dataset, path(`${dataset.name}.csv`))).toEqual(expected)
    expect(rowsOfExcelCsv(dataset, path(`${dataset.name}.excel.csv`))).toEqual(expected)
    expect(await rowsOfParquet(dataset, path(`${dataset.name}.parquet`))).toEqual(expected)
    expect(rowsOfSqlite(dataset, path('medborgarloften.sqlite'))).toEqual(expected)
    for (const { path: file, dataset: of, rows } of manifest.files) {
      if (of === dataset.name) expect(rows, file).toBe(expected.length)
    }
  })

  test.each([
    ['medborgarloften.xlsx', 'sv'],
    ['medborgarloften.en.xlsx', 'en'],
  ] as const)('holds the same values in a sheet a dataset of %s', async (file, language) => {
    const sheets = await rowsOfXlsx(released, path(file), language)
    for (const { name } of released) expect(sheets.get(name), name).toEqual(rowsOfJson(path(`${name}.json`)))
  })

  test('has a workbook that begins with what it is, then the flat table, and ends with what columns are', async () => {
    const sheets = await sheetsOfXlsx(path('medborgarloften.xlsx'))
    const flat: readonly string[] = viewNames
    const others = released.map(({ name }) => name).filter((name) => !flat.includes(name))
    expect([...sheets.keys()]).toEqual(['Om', ...flat, ...others, 'Kolumner', 'Värden'])
    expect(sheets.get('Om')).toContainEqual(['Utgåva', manifest.release, null, null])
    expect(sheets.get('Om')).toContainEqual([
      'counties',
      datasets.counties.title.sv,
      21,
      datasets.counties.description.sv,
    ])
    expect(sheets.get('Kolumner')).toContainEqual([
      'agreements',
      'signed_on_text',
      datasets.agreements.columns.signedOnText.title.sv,
      'text',
      datasets.agreements.columns.signedOnText.description.sv,
      datasets.agreements.columns.signedOnText.absent.sv,
    ])
    expect(sheets.get('Värden')).toContainEqual([
      'Extent',
      'catalogued',
      datasets.agreements.columns.extent.values.values.catalogued.sv,
    ])
  })

  test('has a database that SQLite of 2020 opens', async () => {
    const query =
      'select sqlite_version(), count(*) from agreements join agreement_topics on agreement_id = id'
    const [[version, rows] = []] = await askOldSqlite(path('medborgarloften.sqlite'), query)
    expect(version).toBe('3.31.1')
    expect(rows).toBe(rowsOfJson(path('agreement_topics.json')).length)
  })

  test('has GeoJSON of what has coordinates, and of nothing else', () => {
    const files = readdirSync(join(exportsDir, manifest.release)).filter((file) => file.endsWith('.geojson'))
    expect(files).toEqual(['municipalities.geojson'])
    const { features } = JSON.parse(readFileSync(path('municipalities.geojson'), 'utf8'))
    const rows = rowsOfJson(path('municipalities.json'))
    expect(features.map(({ properties }: { properties: object }) => properties)).toEqual(rows)
    expect(features.map(({ geometry }: { geometry: object }) => geometry)).toEqual(
      rows.map(({ longitude, latitude }) => ({ type: 'Point', coordinates: [longitude, latitude] })),
    )
  })

  test('has a database whose keys and references are those of the datasets', () => {
    const sqlite = new DatabaseSync(path('medborgarloften.sqlite'), { readOnly: true })
    const referring = (dataset: Dataset) =>
      Object.values<Column>(dataset.columns).flatMap(({ references }) => references ?? [])
    for (const dataset of released) {
      const keys = sqlite.prepare(`select "table" from pragma_foreign_key_list('${dataset.name}')`).all()
      expect(keys.map((key) => key.table).sort(), dataset.name).toEqual(referring(dataset).sort())
      const primary = sqlite
        .prepare(`select name from pragma_table_info('${dataset.name}') where pk > 0`)
        .all()
      expect(primary, dataset.name).toHaveLength(dataset.key.length)
    }
    expect(sqlite.prepare('pragma foreign_key_check').all()).toEqual([])
    expect(sqlite.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    sqlite.close()
  })
})

describe('the CSV for Excel', () => {
  const written = async (...rows: object[]) =>
    (await Array.fromAsync(excelCsvOf(THINGS, tableOf(rows).pages()))).join('')

  test('has a byte-order mark, semicolons, CRLF and decimal commas, and negative numbers stay numbers', async () => {
    expect(await written(THING)).toBe(
      '\u{feff}id;some_text;a_list;is_true;a_number;a_count;a_day;a_month\r\na;hej;x|y;true;-1,5;-3;2020-02-29;"=""2018-09"""\r\n',
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+46 8', "'+46 8"],
    ['-5 grader', "'-5 grader"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['  =1', "  '=1"],
    ['＝1', "'＝1"],
    ['x,=1+1', "x,'=1+1"],
    ['x;"=1+1', 'x;"\'=1+1'],
    ['x\n\n- y', "x\n\n'- y"],
    ['x\n@SUM(A1)', "x\n'@SUM(A1)"],
  ])('runs nothing: %j', (formula, safe) => {
    expect(excelText(formula)).toBe(safe)
  })

  test.each([
    '0685',
    '1e5',
    '2018-09',
    '2018-09-01',
    '05/2018',
    '12:30',
    'maj 2018',
    '2 maj',
    'sant',
    '50 %',
    '1 000,5',
  ])('keeps %j, which Excel would make something else of', (shown) => {
    expect(excelText(shown)).toBe(`="${shown}"`)
  })

  test.each(['0685-2020', '0685-2020-a3', '212000-0019', 'a = b', 'trafik - 3', 'Ödeshög', ''])(
    'leaves %j alone',
    (plain) => {
      expect(excelText(plain)).toBe(plain)
    },
  )

  test('runs nothing wherever a spreadsheet splits it', () => {
    const parts = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      ',',
      ';',
      '"',
      '\t',
      '\r',
      '\n',
      ' ',
      '1',
      'a',
      '0685',
      'maj',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (all) => {
        const cell = excelText(all.join(''))
        if (/^="[^"=+@]*"$/.test(cell)) return
        for (const piece of cell.split(/[,;\t\r\n]/)) expect(piece).not.toMatch(/^[\s"]*[=+\-@]/)
      }),
    )
  })
})

describe('XLSX', () => {
  const sheetOf = async (table: ReleasedTable, sheetRows?: number) => {
    const parts = await partsOf(table, sheetRows)
    // The first sheet is that of the release.
    return (number: number) => Buffer.from(parts[`xl/worksheets/sheet${number + 1}.xml`] ?? []).toString()
  }
  const partsOf = async (table: ReleasedTable, sheetRows?: number) =>
    unzipSync(Buffer.concat(await Array.fromAsync(xlsxOf([table], RELEASE_HEAD, 'en', sheetRows))))

  test('has text that looks like a formula as text, and numbers as numbers', async () => {
    const sheet = (await sheetOf(tableOf([{ ...THING, someText: '=1+1' }])))(1)
    expect(sheet).toContain('<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(sheet).toContain('<c r="E2"><v>-1.5</v></c><c r="F2"><v>-3</v></c>')
    expect(sheet).not.toContain('<f>')
  })

  test('has days as days', async () => {
    const days = ['1900-03-01', '2020-02-29'].map((aDay) => ({ ...THING, aDay }))
    const sheet = (await sheetOf(tableOf(days)))(1)
    expect(sheet).toContain('<c r="G2" s="3"><v>61</v></c>')
    expect(sheet).toContain('<c r="G3" s="3"><v>43890</v></c>')
  })

  test('escapes what XML cannot hold, and what looks escaped', async () => {
    const sheet = (await sheetOf(tableOf([{ ...THING, someText: 'a<b>&"\u0007\r\n_x0041_' }])))(1)
    expect(sheet).toContain('a&lt;b&gt;&amp;&quot;_x0007__x000D_\n_x005F_x0041_<')
  })

  test('cuts a text that no cell has room for, and says so', async () => {
    const sheet = (await sheetOf(tableOf([{ ...THING, someText: 'å'.repeat(40_000) }])))(1)
    expect(/>(å+ \[…\])</.exec(sheet)?.[1]).toHaveLength(32_767)
  })

  test('cuts between characters, where one would be half in the cell', async () => {
    // 32,767 characters less " […]" are 32,763 halves: the last face would be cut in two.
    const sheet = (await sheetOf(tableOf([{ ...THING, someText: '🙂'.repeat(20_000) }])))(1)
    const [, cell = ''] = />([^<]+ \[…\])</.exec(sheet) ?? []
    expect(cell).toHaveLength(32_766)
    expect(cell.isWellFormed()).toBe(true)
  })

  test('goes on in another sheet where one is full', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...THING, id }))
    const sheet = await sheetOf(tableOf(rows, 2), 2)
    expect([1, 2, 3].map((at) => sheet(at).match(/<c r="A\d" s="2".*?<\/c>/g)?.length)).toEqual([2, 2, 1])
    expect(sheet(3)).toContain('>e</t>')
    expect(sheet(4)).toContain('>An empty cell says</t>')
  })

  test('has columns as wide as what stands in them, up to a bound', async () => {
    const rows = [{ ...THING, id: 'x'.repeat(30), someText: 'å'.repeat(500), aDay: null }]
    const widths = (await sheetOf(tableOf(rows)))(1).match(/(?<=width=")\d+/g)
    expect(widths).toEqual(['34', '60', '9', '9', '9', '9', '9', '11'])
  })

  test('tells in its properties and on its first sheet where it came from', async () => {
    const parts = await partsOf(tableOf([THING]))
    const properties = Buffer.from(parts['docProps/core.xml'] ?? []).toString()
    expect(XMLValidator.validate(properties)).toBe(true)
    expect(properties).toContain('<dc:creator>Åhs &amp; &lt;Öberg&gt;</dc:creator>')
    expect(properties).toContain('<cp:version>r7-60e0c67c</cp:version>')
    expect(properties).toContain('>2026-11-21T00:00:00Z</dcterms:created>')
    for (const text of [RELEASE_HEAD.address, RELEASE_HEAD.licence.name, RELEASE_HEAD.licence.url])
      expect(properties).toContain(text)
    const file = join(folder, 'found.xlsx')
    writeFileSync(file, Buffer.concat(await Array.fromAsync(xlsxOf([tableOf([THING])], RELEASE_HEAD, 'en'))))
    const about = (await sheetsOfXlsx(file)).get('About') ?? []
    for (const fact of [
      ['Publisher', RELEASE_HEAD.publisher.name],
      ['Contact', RELEASE_HEAD.publisher.email],
      ['Address of the release', RELEASE_HEAD.address],
      ['Licence', RELEASE_HEAD.licence.name],
    ])
      expect(about).toContainEqual([...fact, null, null])
  })

  test('opens at the first dataset, to which its first sheet leads', async () => {
    const parts = await partsOf(tableOf([THING]))
    const text = (name: string) => Buffer.from(parts[name] ?? []).toString()
    expect(text('xl/workbook.xml')).toContain('activeTab="1"')
    expect(text('xl/worksheets/sheet1.xml')).toContain(`location="'things'!A1"`)
    const selected = Object.keys(parts).filter((name) => text(name).includes('tabSelected'))
    expect(selected).toEqual(['xl/worksheets/sheet2.xml'])
    for (const name of Object.keys(parts)) expect(XMLValidator.validate(text(name)), name).toBe(true)
  })
})

describe('GeoJSON', () => {
  test('of nothing is an empty collection', async () => {
    const nothing = await Array.fromAsync(geojsonOf(datasets.municipalities, tableOf([]).pages()))
    expect(JSON.parse(nothing.join(''))).toEqual({ type: 'FeatureCollection', features: [] })
  })
})

// Rows made up for the test: values that formats are known to stumble over.
const NASTY = [
  '"',
  "'",
  '\\',
  '\\N',
  '\\.',
  ',',
  ';',
  '\r\n',
  'å😀',
  '\u2028',
  '\u0001',
  '\u007f',
  '\t',
  ' ',
  'null',
  'NaN',
  '=1+1',
  '-1',
  '<&>',
  '_x0041_',
].map((someText, at) => ({
  ...THING,
  id: String(at).padStart(2, '0'),
  someText,
  aList: [someText],
  aNumber: 10 ** (at - 8),
}))

test('nasty values are the same in every format', async () => {
  const staging = await new FolderStore(mkdtempSync(join(folder, 'nasty-'))).stage()
  const tools = { staging, parquet: new ParquetWriter() }
  const table = tableOf([
    ...NASTY,
    { ...THING, id: 'z', someText: null, aList: [], aNumber: null, aDay: null, aMonth: null },
  ])
  for (const { extension, has, put } of formats) {
    if (has(THINGS)) await put(tools, `things.${extension}`, table)
  }
  await staging.make('things.sqlite', (path) => writeSqlite(path, [table], aboutRelease(RELEASE_HEAD)))
  const path = (extension: string) => staging.pathOf(`things.${extension}`)
  const expected = (await Array.fromAsync(table.pages())).flat().map(rowExporter(THINGS))
  expect(rowsOfJson(path('json'))).toEqual(expected)
  expect(rowsOfJsonl(path('jsonl'))).toEqual(expected)
  expect(rowsOfCsv(THINGS, path('csv'))).toEqual(expected)
  expect(rowsOfExcelCsv(THINGS, path('excel.csv'))).toEqual(expected)
  expect(await rowsOfParquet(THINGS, path('parquet'))).toEqual(expected)
  expect(rowsOfSqlite(THINGS, path('sqlite'))).toEqual(expected)
  const about = await askOldSqlite(path('sqlite'), 'select name, value_en from about_release')
  expect(about).toContainEqual(['publisher', RELEASE_HEAD.publisher.name])
  expect(about).toContainEqual(['address', RELEASE_HEAD.address])
  expect(about).toContainEqual(['licence', RELEASE_HEAD.licence.name])
  expect(about).toContainEqual(['release', 'r7-60e0c67c'])
  await tools.parquet.close()
})

test('files are the same bytes however many rows are read at a time', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({
    ...THING,
    id: String(at).padStart(4, '0'),
    someText: `text ${(at * 7919) % 5000} `.repeat(130),
  }))
  const written = await Promise.all(
    [7, 1000].map(async (size) => {
      const staging = await new FolderStore(mkdtempSync(join(folder, 'pages-'))).stage()
      const parquet = new ParquetWriter()
      const table = tableOf(rows, size)
      const files = []
      for (const { extension, has, put } of formats) {
        if (has(THINGS)) files.push(...(await put({ staging, parquet }, `things.${extension}`, table)))
      }
      files.push(...(await staging.write('things.xlsx', xlsxOf([table], RELEASE_HEAD, 'sv'))))
      const facts = aboutRelease(RELEASE_HEAD)
      files.push(...(await staging.make('things.sqlite', (path) => writeSqlite(path, [table], facts))))
      await parquet.close()
      return { staging, files }
    }),
  )
  const [one, other] = written
  expect(one?.files).toEqual(other?.files)

  const large = one?.files.filter(({ path, bytes }) => bytes >= LARGE_BYTES && !/(zst|gz)$/.test(path)) ?? []
  expect(large.map(({ path }) => path)).toEqual([
    'things.csv',
    'things.excel.csv',
    'things.json',
    'things.jsonl',
    'things.sqlite',
  ])
  for (const { path } of large) {
    const own = readFileSync(one?.staging.pathOf(path) ?? '')
    const copy = (extension: string) => readFileSync(one?.staging.pathOf(`${path}.${extension}`) ?? '')
    expect(zstdDecompressSync(copy('zst')).equals(own), path).toBe(true)
    expect(gunzipSync(copy('gz')).equals(own), path).toBe(true)
    // No time and no name of a machine (RFC 1952, 2.3).
    expect([...copy('gz').subarray(3, 8)], path).toEqual([0, 0, 0, 0, 0])
  }
})
