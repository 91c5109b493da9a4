import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isInSample } from '../scripts/sample.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { type Dataset, rowExporter } from '../src/datasets/dataset.ts'
import { datasetNames, datasets } from '../src/datasets/index.ts'
import { ARCHIVE_LIMITS, archiveOf } from '../src/exporters/archive.ts'
import { csvOf } from '../src/exporters/csv.ts'
import { jsonOf } from '../src/exporters/json.ts'
import { type Manifest, releaseName } from '../src/exporters/manifest.ts'
import type { ReleaseStep } from '../src/exporters/release.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { ExportsUnavailable } from '../src/exporters/stores/store.ts'
import { copyOf, databases, onPglite, sampleData } from './support/databases.ts'
import { askOldSqlite } from './support/old-sqlite.ts'
import { sheetsOfXlsx } from './support/read-formats.ts'
import { releaseSample } from './support/sample-release.ts'

const text = { sv: 'x', en: 'y' }
const column = { title: text, description: text }
const DATASET = {
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
    aNumber: { ...column, type: 'number' },
  },
} as const satisfies Dataset

async function written(chunks: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(chunks)).join('')
}

async function* pages(...rows: object[]): AsyncGenerator<object[]> {
  yield rows
}

describe('CSV', () => {
  test('has a header in snake_case, CRLF, and quotes only where RFC 4180 wants them', async () => {
    const rows = pages(
      { id: 'å', someText: 'plain', aList: ['a', 'b'], isTrue: true, aNumber: 59.5 },
      { id: 'ä', someText: 'a,b', aList: [], isTrue: false, aNumber: -1 },
      { id: 'ö', someText: 'say "hej"', aList: ['c'], isTrue: true, aNumber: 0 },
      { id: 'é', someText: null, aList: ['c'], isTrue: true, aNumber: 1e21 },
    )
    expect(await written(csvOf(DATASET, rows))).toBe(
      'id,some_text,a_list,is_true,a_number\r\nå,plain,a|b,true,59.5\r\nä,"a,b",,false,-1\r\nö,"say ""hej""",c,true,0\r\né,,c,true,1e+21\r\n',
    )
  })

  test.each(['one\ntwo', 'one\rtwo', 'one\r\ntwo'])(
    'quotes a cell with a line break: %j',
    async (someText) => {
      const csv = await written(
        csvOf(DATASET, pages({ id: 'x', someText, aList: [], isTrue: true, aNumber: 1 })),
      )
      expect(csv).toContain(`x,"${someText}",`)
      expect(parse(csv, { columns: true })).toMatchObject([{ some_text: someText }])
    },
  )

  test('of nothing is the header alone', async () => {
    expect(await written(csvOf(DATASET, pages()))).toBe('id,some_text,a_list,is_true,a_number\r\n')
  })
})

describe('JSON', () => {
  test('is an array with a row a line, and keeps types', async () => {
    const rows = pages(
      { id: 'å', someText: null, aList: ['a', 'b'], isTrue: true, aNumber: 59.5 },
      { id: 'b', someText: 'x\ny', aList: [], isTrue: false, aNumber: 0 },
    )
    expect(await written(jsonOf(DATASET, rows))).toBe(
      '[\n{"id":"å","some_text":null,"a_list":["a","b"],"is_true":true,"a_number":59.5},\n{"id":"b","some_text":"x\\ny","a_list":[],"is_true":false,"a_number":0}\n]\n',
    )
  })

  test('of nothing is an empty array', async () => {
    expect(await written(jsonOf(DATASET, pages()))).toBe('[]\n')
  })
})

describe.each(databases)('a release on $name', ({ openSample }) => {
  let database: OpenDatabase
  let folder: string
  let manifest: Manifest

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
    database = await openSample()
    manifest = (await releaseSample(database.db, new FolderStore(folder))).manifest
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const path = (file: string) => join(folder, manifest.release, file)

  // The files that the sample leaves out are compared by their checksums, in its SHA256SUMS.
  test('is, byte for byte, the committed sample', () => {
    const sample = readdirSync('exports/sample').sort()
    const kept = readdirSync(join(folder, manifest.release)).filter(isInSample)
    expect(kept.sort(), 'run npm run generate').toEqual(sample)
    for (const file of sample) {
      expect(readFileSync(path(file)).equals(readFileSync(join('exports/sample', file))), file).toBe(true)
    }
  })

  test('lists every file with its rows, bytes and checksum', () => {
    const listed = [...manifest.files.map(({ path: file }) => file), 'index.json', 'SHA256SUMS']
    expect(readdirSync(join(folder, manifest.release)).sort()).toEqual(listed.sort())
    const sums = new Map(
      readFileSync(path('SHA256SUMS'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    )
    expect([...sums.keys()].sort()).toEqual(listed.filter((file) => file !== 'SHA256SUMS').sort())
    for (const [file, sha256] of sums) {
      expect(
        createHash('sha256')
          .update(readFileSync(path(file)))
          .digest('hex'),
        file,
      ).toBe(sha256)
    }
    for (const { path: file, bytes, sha256 } of manifest.files) {
      expect(readFileSync(path(file)).length, file).toBe(bytes)
      expect(sums.get(file)).toBe(sha256)
    }
  })

  test.each(datasetNames)('holds %s the same in CSV and JSON as in the records', (name) => {
    const dataset: Dataset = datasets[name]
    const json: unknown = JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))
    const key = (row: { [column: string]: unknown }) => dataset.key.map((each) => row[each]).join(' ')
    const expected = sampleData().tables[name].map((row) => ({
      key: key({ ...row }),
      row: rowExporter(dataset)(row),
    }))
    expected.sort((one, other) => (one.key < other.key ? -1 : 1))
    const bySameKey = (rows: unknown) => new Set((rows as object[]).map((row) => JSON.stringify(row)))
    expect(bySameKey(json)).toEqual(bySameKey(expected.map(({ row }) => row)))

    const csv: { [column: string]: string }[] = parse(readFileSync(path(`${name}.csv`), 'utf8'), {
      columns: true,
    })
    const asCells = (row: { [column: string]: unknown }) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          Array.isArray(value) ? value.join('|') : String(value ?? ''),
        ]),
      )
    expect(csv).toEqual((json as { [column: string]: unknown }[]).map(asCells))
    expect(manifest.datasets.find((each) => each.name === name)?.rows).toBe(csv.length)
  })

  test('names its licence and how to read totals, in itself', () => {
    expect(manifest).toMatchObject({
      licence: { id: 'CC0-1.0' },
      counts: { agreements: { transcribed: 5, catalogued: sampleData().tables.agreements.length - 5 } },
    })
    const readme = readFileSync(path('README.md'), 'utf8')
    expect(readme).toContain('CC0 1.0')
    expect(readme).toContain('Summor av löften och aktiviteter räknar båda')
    expect(readme).toContain('Totals of promises and activities count both')
  })

  test('is what latest leads to', () => {
    expect(readlinkSync(join(folder, 'latest'))).toBe(manifest.release)
  })

  test('of the same revision is not written again', async () => {
    const before = readdirSync(folder)
    expect(await releaseSample(database.db, new FolderStore(folder))).toMatchObject({
      isNew: false,
      manifest: { release: manifest.release },
    })
    expect(readdirSync(folder)).toEqual(before)
  })

  test('of the next revision stands beside the one before, which stays as it was', async () => {
    const data = copyOf(sampleData())
    for (const row of data.tables.municipalities) if (row.code === '0685') row.population += 1
    await load(database.db, data)
    const before = readFileSync(path('SHA256SUMS'), 'utf8')
    const next = await releaseSample(database.db, new FolderStore(folder))
    expect(next.isNew).toBe(true)
    expect(next.manifest.release).toMatch(/^r2-[0-9a-f]{8}$/)
    expect(readlinkSync(join(folder, 'latest'))).toBe(next.manifest.release)
    expect(readFileSync(path('SHA256SUMS'), 'utf8')).toBe(before)
    expect((await new FolderStore(folder).manifests()).map(({ revision }) => revision)).toEqual([2, 1])
    expect(manifest.previous).toBeNull()
    expect(next.manifest.previous).toEqual({
      release: manifest.release,
      manifest_sha256: createHash('sha256')
        .update(readFileSync(path('index.json')))
        .digest('hex'),
    })
    await load(database.db, sampleData())
  })

  test('that ends after one of newer data does not take latest back', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
    const data = copyOf(sampleData())
    for (const row of data.tables.municipalities) if (row.code === '0685') row.population += 2
    let newer: string | undefined
    class SlowStore extends FolderStore {
      override async pointLatestTo(name: string): Promise<void> {
        if (newer === undefined) {
          await load(database.db, data)
          newer = (await releaseSample(database.db, new FolderStore(elsewhere))).manifest.release
        }
        await super.pointLatestTo(name)
      }
    }
    const older = await releaseSample(database.db, new SlowStore(elsewhere))
    expect(readdirSync(elsewhere).sort()).toEqual(['latest', older.manifest.release, newer].sort())
    expect(readlinkSync(join(elsewhere, 'latest'))).toBe(newer)
    rmSync(elsewhere, { recursive: true })
    await load(database.db, sampleData())
  })

  test('tells in each file that may be found alone who published it and where', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
    const publisher = { name: 'Åhs & co', type: 'Company', url: null, email: 'data@example.se' } as const
    const source = { url: 'https://data.example.se', publisher }
    const { manifest: told } = await releaseSample(database.db, new FolderStore(elsewhere), { source })
    const address = `https://data.example.se/exports/${told.release}/`
    expect(told).toMatchObject({ content_sha256: manifest.content_sha256, publisher, address })
    const found = (file: string) => join(elsewhere, told.release, file)
    for (const file of [
      'index.json',
      'README.md',
      'datapackage.json',
      'csv-metadata.json',
      'schema-org.jsonld',
    ]) {
      const words = readFileSync(found(file), 'utf8')
      for (const word of [publisher.name, address, told.release, 'publicdomain/zero'])
        expect(words, file).toContain(word)
    }
    for (const file of ['medborgarloften.xlsx', 'medborgarloften.en.xlsx']) {
      const first = [...(await sheetsOfXlsx(found(file))).values()][0]?.flat()
      for (const word of [publisher.name, address, told.release]) expect(first, file).toContain(word)
    }
    const about = await askOldSqlite(found('medborgarloften.sqlite'), 'select value_sv from about_release')
    expect(about.flat()).toEqual(expect.arrayContaining([publisher.name, address, told.release]))
    // The data are the same bytes for every publisher.
    const data = (files: Manifest['files']) =>
      files.filter(({ dataset }) => dataset !== null).map(({ path: file, sha256 }) => [file, sha256])
    expect(data(told.files)).toEqual(data(manifest.files))
    rmSync(elsewhere, { recursive: true })
  })

  test('is whole in one archive, below its name and with its checksums', () => {
    const archive = unzipSync(readFileSync(path('medborgarloften.zip')))
    const top = `medborgarloften-${manifest.release}/`
    // Compressed copies are left out: the archive has what they are of.
    const own = manifest.files.filter(({ path: file }) => !/\.(zip|zst|gz)$/.test(file))
    expect(Object.keys(archive)).toEqual([
      ...own.map(({ path: file }) => `${top}${file}`),
      `${top}SHA256SUMS`,
    ])
    for (const { path: file } of own)
      expect(Buffer.from(archive[`${top}${file}`] ?? []).equals(readFileSync(path(file))), file).toBe(true)
    expect(Buffer.from(archive[`${top}SHA256SUMS`] ?? []).toString()).toBe(
      own.map(({ path: file, sha256 }) => `${sha256}  ${file}\n`).join(''),
    )
    expect(manifest.files.at(-1)).toMatchObject({
      path: 'medborgarloften.zip',
      media_type: 'application/zip',
    })
  })

  test('has no archive where there is no room for it', () => {
    const file = { path: 'a.csv', dataset: null, media_type: '', rows: null, sha256: '' }
    const read = () => expect.fail('read')
    const of = (files: Manifest['files']) => archiveOf('r1-00000001', files, read)
    expect(of([{ ...file, bytes: ARCHIVE_LIMITS.bytes + 1 }])).toBeNull()
    expect(of([{ ...file, bytes: ARCHIVE_LIMITS.bytes }])).not.toBeNull()
    // Compressed copies take no room in it.
    expect(
      of([
        { ...file, bytes: 1 },
        { ...file, path: 'a.csv.gz', bytes: ARCHIVE_LIMITS.bytes },
      ]),
    ).not.toBeNull()
    expect(of(Array.from({ length: ARCHIVE_LIMITS.files }, () => ({ ...file, bytes: 0 })))).toBeNull()
  })

  test('by two at once is one release', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
    const results = await Promise.all([
      releaseSample(database.db, new FolderStore(elsewhere)),
      releaseSample(database.db, new FolderStore(elsewhere)),
    ])
    expect(results[0]?.manifest).toEqual(results[1]?.manifest)
    expect(readdirSync(elsewhere).sort()).toEqual(['latest', results[0]?.manifest.release])
    rmSync(elsewhere, { recursive: true })
  })
})

describe('a release that fails', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-exports-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('half-way leaves nothing behind, and latest as it was', async () => {
    const database = await onPglite.openSample()
    const first = await releaseSample(database.db, new FolderStore(folder))
    const before = readdirSync(folder).sort()
    const data = copyOf(sampleData())
    for (const row of data.tables.municipalities) if (row.code === '0685') row.population += 1
    await load(database.db, data)
    const progress = ({ file }: ReleaseStep) => {
      if (file === 'promises.csv') throw new Error('the disk is full')
    }
    const failing = releaseSample(database.db, new FolderStore(folder), { progress })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(readdirSync(folder).sort()).toEqual(before)
    expect(readlinkSync(join(folder, 'latest'))).toBe(first.manifest.release)
    await database.close()
  })

  test('because something else has its name says so, and touches nothing of it', async () => {
    const database = await onPglite.open()
    const { revision } = await load(database.db, sampleData())
    const taken = join(folder, releaseName(revision))
    mkdirSync(taken)
    writeFileSync(join(taken, 'mine'), 'kept')
    await expect(releaseSample(database.db, new FolderStore(folder))).rejects.toThrow(
      /already exists but is not a complete release/,
    )
    expect(readdirSync(folder)).toEqual([releaseName(revision)])
    expect(readFileSync(join(taken, 'mine'), 'utf8')).toBe('kept')
    await database.close()
  })

  test('because latest is no link, or a release of its own is damaged, says so', async () => {
    const database = await onPglite.openSample()
    mkdirSync(join(folder, 'latest'))
    await expect(releaseSample(database.db, new FolderStore(folder))).rejects.toThrow(
      /latest is not a link, as it should be/,
    )
    rmSync(join(folder, 'latest'), { recursive: true })
    const { manifest } = await releaseSample(database.db, new FolderStore(folder))
    writeFileSync(join(folder, manifest.release, 'promises.csv'), 'cut')
    await expect(releaseSample(database.db, new FolderStore(folder))).rejects.toThrow(
      /is damaged: promises\.csv has the wrong size/,
    )
    rmSync(join(folder, manifest.release, 'promises.csv'))
    await expect(releaseSample(database.db, new FolderStore(folder))).rejects.toThrow(
      /is damaged: promises\.csv is missing/,
    )
    writeFileSync(join(folder, manifest.release, 'index.json'), '{')
    await expect(releaseSample(database.db, new FolderStore(folder))).rejects.toThrow(
      /already exists but is not a complete release/,
    )
    expect(await new FolderStore(folder).manifests()).toEqual([])
    await database.close()
  })

  test('because the folder is a file says so', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(new FolderStore(file).stage()).rejects.toThrow(ExportsUnavailable)
    await expect(new FolderStore(file).stage()).rejects.toThrow(
      /EXPORTS_DIR \(.*\) cannot be written to: .*choose another EXPORTS_DIR/,
    )
  })

  test('and died leaves a folder that the next one removes, once it is old', async () => {
    const left = join(folder, '.staging-left')
    const young = join(folder, '.staging-young')
    mkdirSync(left)
    mkdirSync(young)
    chmodSync(left, 0o755)
    const twoHoursAgo = Date.now() / 1000 - 2 * 60 * 60
    utimesSync(left, twoHoursAgo, twoHoursAgo)
    const staging = await new FolderStore(folder).stage()
    await staging.discard()
    expect(readdirSync(folder)).toEqual(['.staging-young'])
  })

  test('a folder without a manifest is no release', async () => {
    mkdirSync(join(folder, 'r1-00000000'))
    expect(await new FolderStore(folder).manifest('r1-00000000')).toBeNull()
    expect(await new FolderStore(folder).manifests()).toEqual([])
    expect(await new FolderStore(join(folder, 'nowhere')).manifests()).toEqual([])
  })
})
