import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mendFolders, putTogether } from '../../src/common/whole-folder.ts'
import { readData } from '../../src/records/read-data.ts'
import { finish } from '../../src/review/finishing/finish.ts'
import { readDraft } from '../../src/review/keeping/reviewed-draft.ts'
import { decide } from '../../src/review/kinds/decide.ts'
import { undecided } from '../../src/review/record/states.ts'
import { dyingAt } from '../support/dying-disk.ts'
import { runIngest } from '../support/run-ingest.ts'

/** A made-up agreement. */
const TEXT = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
- öka tryggheten på torget i Årsta
`
/** No document takes so many steps. */
const TOO_MANY = 100

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-killed-'))
  out = join(folder, 'drafts')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** All files of a draft, the time of its fetching aside. */
function filesOf(draft: string): { [name: string]: string } {
  const names = readdirSync(draft).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(draft, name), 'utf8')]))
}

test('a document that is read anew leaves its draft as it was or as it is, at whatever step the program is killed', async () => {
  const path = join(folder, 'löfte.txt')
  const draft = join(out, '0643-2019')
  writeFileSync(path, TEXT)
  await runIngest([path], { out })
  cpSync(join(draft, 'draft.yaml'), join(draft, 'agreement.yaml'))
  writeFileSync(join(draft, 'anteckningar.txt'), 'Ring kommunen.')
  const old = join(folder, 'old')
  cpSync(out, old, { recursive: true })
  const before = filesOf(draft)
  writeFileSync(path, TEXT.replace('femton', 'tjugo'))
  await runIngest([path], { out })
  const after = filesOf(draft)
  expect(after).not.toEqual(before)
  expect(Object.keys(after)).toEqual([
    'agreement.yaml',
    'anteckningar.txt',
    'draft.yaml',
    'source.txt',
    'source.yaml',
  ])

  const seen = new Set<string>()
  for (let lastStep = 1; lastStep < TOO_MANY; lastStep++) {
    rmSync(out, { recursive: true })
    cpSync(old, out, { recursive: true })
    const hasDied = await dyingAt(lastStep, () => runIngest([path], { out }))
    await mendFolders(out)
    const now = filesOf(draft)
    expect([before, after], `after ${lastStep} steps`).toContainEqual(now)
    seen.add(JSON.stringify(now))
    const { error } = await runIngest([path], { out })
    expect(error).toBeNull()
    expect(filesOf(draft)).toEqual(after)
    expect(readdirSync(out).sort()).toEqual(['0643-2019', 'archive'])
    if (!hasDied) break
  }
  expect(seen.size).toBe(2)
})

test('a folder that somebody else has changed meanwhile stays as they left it', async () => {
  const draft = join(folder, 'draft')
  const put = (name: string, isAsRead: boolean) => putTogether(draft, { [name]: name }, async () => isAsRead)
  expect(await put('a', true)).toBe(true)
  expect(await put('b', false)).toBe(false)
  expect(filesOf(draft)).toEqual({ a: 'a' })
  expect(await put('b', true)).toBe(true)
  expect(filesOf(draft)).toEqual({ a: 'a', b: 'b' })
  expect(readdirSync(folder)).toEqual(['draft'])
})

test('what another program is just putting in place is left to it, and what lies there longer is mended', async () => {
  for (const name of ['.left.before', '.swapped.before', '.left.next']) mkdirSync(join(folder, name))
  await mendFolders(folder, async () => {
    renameSync(join(folder, '.swapped.before'), join(folder, 'swapped'))
    mkdirSync(join(folder, '.begun.next'))
  })
  expect(readdirSync(folder).sort()).toEqual(['.begun.next', 'left', 'swapped'])
})

test('a record that is put among the data anew is the one or the other, at whatever step the program is killed', async () => {
  const [data, drafts] = [join(folder, 'data'), join(folder, 'drafts')]
  const agreements = join(data, 'agreements')
  const record = join(agreements, '0643-2017')
  cpSync('data', data, { recursive: true })
  const finishIt = async () => {
    const draft = await readDraft(drafts, '0643-2017')
    if (!draft) throw new Error('No draft')
    const values = undecided(draft.record).map(({ value }) => value)
    const record =
      values.length > 0 ? decide(draft.record, { do: 'accept', values }, draft.words) : draft.record
    return finish({ ...draft, record }, data, [], { by: 'Eva Exempel', on: '2026-12-01', ifTaken: 'replace' })
  }
  const begin = () => {
    for (const path of [drafts, agreements]) rmSync(path, { recursive: true, force: true })
    cpSync('data/agreements', agreements, { recursive: true })
    cpSync(record, join(drafts, '0643-2017'), { recursive: true })
    cpSync(join(record, 'agreement.yaml'), join(drafts, '0643-2017', 'draft.yaml'))
    writeFileSync(join(record, 'source.txt'), 'The text as it was read before.\n')
  }
  begin()
  const before = filesOf(record)
  expect(await finishIt()).toMatchObject({ state: 'finished', id: '0643-2017' })
  const after = filesOf(record)
  expect(after).not.toEqual(before)

  const seen = new Set<string>()
  for (let lastStep = 1; lastStep < TOO_MANY; lastStep++) {
    begin()
    const hasDied = await dyingAt(lastStep, () => finishIt().catch(() => {}))
    // What a stop left half done is never loaded, and loading says what to do.
    if (readdirSync(agreements).some((name) => name.startsWith('.')))
      expect(() => readData(data)).toThrow(/0643-2017\.\w+:1: is of a record .*; npm run review repairs it/)
    await mendFolders(agreements)
    const now = filesOf(record)
    expect([before, after], `after ${lastStep} steps`).toContainEqual(now)
    seen.add(JSON.stringify(now))
    expect(await finishIt()).toMatchObject({ state: 'finished' })
    expect(filesOf(record)).toEqual(after)
    expect(readdirSync(agreements).sort()).toEqual(readdirSync('data/agreements').sort())
    if (!hasDied) break
  }
  expect(seen.size).toBe(2)
})
