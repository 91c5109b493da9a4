import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { delta } from '../src/commands/delta.ts'
import { readConfig } from '../src/config.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { snakeCase } from '../src/datasets/dataset.ts'
import { published } from '../src/datasets/published.ts'
import { csvOf } from '../src/exporters/csv.ts'
import { datedDatasets } from '../src/exporters/dated.ts'
import type { Manifest } from '../src/exporters/manifest.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { describeRelease } from '../src/jobs/release-check.ts'
import { createLog } from '../src/log/log.ts'
import type { Data } from '../src/records/read-data.ts'
import { copyOf, databases, sampleData } from './support/databases.ts'
import { releaseSample } from './support/sample-release.ts'

/** The day of the bundled data, and the next. */
const FIRST = sampleData().date
const LATER = new Date(Date.parse(FIRST) + 86_400_000).toISOString().slice(0, 10)

/** The bundled data a day later: an activity withdrawn, words changed, a municipality grown. */
function later(): Data {
  const data = copyOf(sampleData())
  const { tables } = data
  const isGone = (id: string | null) => id === '0685-2020-a3'
  tables.activities = tables.activities.filter(({ id }) => !isGone(id))
  tables.activity_actors = tables.activity_actors.filter(({ activityId }) => !isGone(activityId))
  tables.activity_promises = tables.activity_promises.filter(({ activityId }) => !isGone(activityId))
  tables.activity_topics = tables.activity_topics.filter(({ activityId }) => !isGone(activityId))
  tables.quotes = tables.quotes.filter(({ recordId }) => !isGone(recordId))
  tables.issues = tables.issues.filter(({ recordId }) => !isGone(recordId))
  tables.tombstones.push({
    dataset: 'activities',
    recordId: '0685-2020-a3',
    withdrawnOn: LATER,
    reasonSv: 'Dubblett av <a4>.',
    reasonEn: 'A duplicate of <a4>.',
  })
  for (const row of tables.municipalities) if (row.code === '0685') row.population += 1
  for (const row of tables.promises)
    if (row.agreementId === '0684-2018') row.heading = 'Trygghet i *hela* Sävsjö'
  return { ...data, date: LATER }
}

/** What the releases of each database say of their changes. */
const told = new Set<string>()

describe.each(databases)('what a release on $name changed', ({ openSample }) => {
  let database: OpenDatabase
  let folder: string
  let first: Manifest
  let second: Manifest
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-changes-'))
    database = await openSample()
    const store = new FolderStore(join(folder, 'exports'))
    first = (await releaseSample(database.db, store)).manifest
    await load(database.db, later())
    second = (await releaseSample(database.db, store)).manifest
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const dir = ({ release: name }: Manifest) => join(folder, 'exports', name)
  const read = (manifest: Manifest, file: string) => readFileSync(join(dir(manifest), file), 'utf8')
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const run = (...positionals: string[]) =>
    delta.run({
      config: readConfig({}),
      log: createLog('silent'),
      positionals,
      options: {},
      flags: new Set(),
      progress: () => {},
      result: () => {},
    })

  test('is told of the first release in words, and there is no delta', () => {
    const listed = first.files.map(({ path }) => path)
    expect(listed).toContain('changes.sv.md')
    expect(listed).toContain('changes.en.md')
    expect(listed.filter((path) => path.startsWith('delta'))).toEqual([])
    expect(read(first, 'changes.sv.md')).toBe(
      `# Ändringar i ${first.release}\n\nMedborgarlöften – öppna data.\n\nDet här är den första utgåvan, med data från ${FIRST}. Det finns ingen tidigare att jämföra med.\n`,
    )
    expect(read(first, 'changes.en.md')).toContain('This is the first release')
  })

  test('dates each dataset by when its rows changed, and the others by the release before', () => {
    const dates = ({ datasets }: Manifest, name: string) => {
      const { issued, modified } = datasets.find((each) => each.name === name) ?? expect.fail()
      return [issued, modified]
    }
    expect(dates(first, 'counties')).toEqual([first.date, first.date])
    expect(dates(second, 'counties')).toEqual([first.date, first.date])
    expect(dates(second, 'activities')).toEqual([first.date, LATER])
    expect(dates(second, 'activities_flat')).toEqual([first.date, LATER])
    // For a release that recorded none, only the day of its data is known.
    const untold = { ...first, datasets: first.datasets.map(({ issued: _, modified: __, ...rest }) => rest) }
    expect(datedDatasets(second, second.files, untold)).toEqual(second.datasets)
    const [shared, added] = [untold.datasets.slice(1), untold.datasets.slice(0, 1)]
    const grown = datedDatasets(second, second.files, { ...untold, datasets: shared })
    expect(grown.find(({ name }) => name === added[0]?.name)).toMatchObject({
      issued: second.date,
      modified: second.date,
    })
  })

  test('is a delta that is listed with its checksum, and says what it leads from', () => {
    const text = read(second, 'delta.jsonl')
    expect(second.files.find(({ path }) => path === 'delta.jsonl')).toEqual({
      path: 'delta.jsonl',
      dataset: null,
      media_type: 'application/jsonl; charset=utf-8',
      rows: null,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
    })
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({
      from: { release: first.release, revision: 1, date: FIRST },
      to: { release: second.release, revision: 2, date: LATER },
    })
    expect(text).toContain('"before":{"population":')
    expect(text).toContain('"reason":{"sv":"Dubblett av <a4>.","en":"A duplicate of <a4>."}')
  })

  test('makes the later release of the earlier and back, byte for byte, as JSON Lines and as CSV', async () => {
    for (const [direction, base, made] of [
      ['apply', first, second],
      ['revert', second, first],
    ] as const) {
      const out = join(folder, direction)
      await run(direction, dir(base), join(dir(second), 'delta.jsonl'), out)
      expect(readdirSync(out).sort()).toEqual(published.map(({ name }) => `${name}.jsonl`).sort())
      for (const dataset of published) {
        const text = readFileSync(join(out, `${dataset.name}.jsonl`), 'utf8')
        expect(text === read(made, `${dataset.name}.jsonl`), dataset.name).toBe(true)
        const rows = text
          .split('\n')
          .slice(0, -1)
          .map((line) => {
            const row = JSON.parse(line)
            return Object.fromEntries(
              Object.keys(dataset.columns).map((name) => [name, row[snakeCase(name)]]),
            )
          })
        const csv = await Array.fromAsync(csvOf(dataset, pageOf(rows)))
        expect(csv.join('') === read(made, `${dataset.name}.csv`), dataset.name).toBe(true)
      }
    }
  })

  test('is refused on another release, and leaves nothing half made', async () => {
    const out = join(folder, 'refused')
    const file = join(dir(second), 'delta.jsonl')
    await expect(run('apply', dir(second), file, out)).rejects.toThrow(/is not that of r1-[0-9a-f]{8}/)
    const damaged = join(folder, 'damaged.jsonl')
    writeFileSync(
      damaged,
      readFileSync(file, 'utf8').replace('"after":{"population":', '"after":{"population":9'),
    )
    await expect(run('apply', dir(first), damaged, out)).rejects.toThrow(/The delta is damaged/)
    expect(readdirSync(out)).toEqual([])
    await expect(run('apply', dir(first), join(folder, 'none'), out)).rejects.toThrow(/none not found/)
    await expect(run('forwards', dir(first), file, out)).rejects.toThrow(/expected apply or revert/)
    const taken = join(out, 'police_regions.jsonl')
    writeFileSync(taken, 'mine')
    await expect(run('apply', dir(first), file, out)).rejects.toThrow(/already exists; choose another/)
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    await expect(run('apply', dir(first), file, join(taken, 'x'))).rejects.toThrow(/^EEXIST: /)
  })

  test('is told to people in Swedish and English, by municipality', () => {
    const swedish = read(second, 'changes.sv.md')
    expect(swedish).toContain(
      `Jämfört med ${first.release}. Den hade data från ${FIRST}, den här har data från`,
    )
    expect(swedish).toContain(
      '## Löften (`promises`)\n\n2 ändrade.\n\nÄndrade, med det som ändrats:\n\n- Sävsjö: 2\n',
    )
    expect(swedish).toMatch(
      /\n {2}- 0684-2018-p1: .* \(Rubrik: .* → Trygghet i \\\*hela\\\* Sävsjö\)\n {2}- 0684-2018-p2: /,
    )
    expect(swedish).toMatch(
      /1 borttagen\.\n\nBorttagna:\n\n- Vetlanda: 1\n {2}- 0685-2020-a3: .* \(skäl: Dubblett av \\<a4\\>\.\)/,
    )
    expect(swedish).toContain(
      '## Kommuner (`municipalities`)\n\n1 ändrad.\n\nÄndrade, med det som ändrats:\n\n- 0685: Vetlanda (Folkmängd: ',
    )
    expect(swedish).toMatch(
      /## Kopplingar och annat\n\n(- .*\n)*- Tillbakadragna rader \(`tombstones`\): 1 tillagd\n/,
    )
    expect(swedish).not.toContain('activities_flat')
    const english = read(second, 'changes.en.md')
    expect(english).toContain(
      '## Promises (`promises`)\n\n2 changed.\n\nChanged, with what changed:\n\n- Sävsjö: 2\n',
    )
    expect(english).toContain('(reason: A duplicate of \\<a4\\>.)')
  })

  test('has the same bytes on every database', () => {
    const isOfChanges = ({ path }: { path: string }) => /^(delta|changes)\./.test(path)
    told.add(JSON.stringify(second.files.filter(isOfChanges)))
    expect(told.size).toBe(1)
  })

  test.each<[string, RegExp, (folder: string) => void]>([
    [
      'lacks a file',
      /municipalities\.jsonl of r1-\w+ is missing\. Restore it/,
      (at) => rmSync(join(at, 'municipalities.jsonl')),
    ],
    [
      'has no description',
      /datapackage\.json of r1-\w+ is missing/,
      (at) => rmSync(join(at, 'datapackage.json')),
    ],
    [
      'has a description of another form',
      /datapackage\.json of r1-\w+ is damaged, or in an older format/,
      (at) => writeFileSync(join(at, 'datapackage.json'), '{"resources":[{"name":"promises"}]}'),
    ],
    [
      'has other rows than its checksum says',
      /quotes\.jsonl of r1-\w+ is not what its checksum says/,
      (at) => appendFileSync(join(at, 'quotes.jsonl'), '{}\n'),
    ],
  ])(
    'is not told where the release before %s; the release is written, and says so',
    async (_what, fault, break_) => {
      const broken = mkdtempSync(join(folder, 'broken-'))
      cpSync(dir(first), join(broken, first.release), { recursive: true })
      break_(join(broken, first.release))
      const result = await releaseSample(database.db, new FolderStore(broken))
      expect(result.isNew).toBe(true)
      expect(result.fault).toMatch(fault)
      expect(describeRelease(result)).toMatch(/^released r\d+-\w+, without its list of changes: /)
      const files = readdirSync(join(broken, result.manifest.release))
      expect(files.filter((name) => name.startsWith('delta'))).toEqual([])
      const page = readFileSync(join(broken, result.manifest.release, 'changes.en.md'), 'utf8')
      expect(page).toContain(`It cannot be compared with ${first.release}, whose files are missing, damaged`)
      expect(result.manifest.previous?.release).toBe(first.release)
    },
  )
})

async function* pageOf(rows: object[]): AsyncGenerator<object[]> {
  yield rows
}
