import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { AgreementRecord } from '../../src/records/agreement-schema.ts'
import type { Quote } from '../../src/records/field.ts'
import type { ValueChange } from '../../src/review/carry-over/compare.ts'
import { runIngest } from '../support/run-ingest.ts'
import { LISTED as TEXT } from './support/record.ts'

const ID = '0643-2019'

let folder: string
let out: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-anew-'))
  out = join(folder, 'drafts')
  path = join(folder, 'löfte.txt')
})
afterEach(() => rmSync(folder, { recursive: true }))

type Row = { readonly [name: string]: unknown }
type Told = Row & { readonly changes: readonly ValueChange[] | null; readonly gone: readonly string[] }

/** Reads a text as the document at the path, and returns the output. */
async function read(text: string): Promise<Told> {
  writeFileSync(path, text)
  const { json, error } = await runIngest([path], { out })
  expect(error).toBeNull()
  return json[0] as unknown as Told
}

const fileOf = (name: string, id = ID) => join(out, id, name)
const inFolder = (name: string, id = ID) => readFileSync(fileOf(name, id), 'utf8')
const recordIn = (name = 'agreement.yaml', id = ID) =>
  parse(inFolder(name, id)) as AgreementRecord & { reviewed: unknown }
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id.replace(`${ID}-`, ''))

type Draft = ReturnType<typeof recordIn>

/** What an editor makes of the draft. */
function edit(change: (record: Draft) => object, id = ID): void {
  writeFileSync(fileOf('agreement.yaml', id), stringify(change(recordIn('draft.yaml', id))))
}

const accepted = (...values: string[]) =>
  values.map((value) => ({ value: /^[a-z]\d/.test(value) ? `${ID}-${value}` : value, state: 'accepted' }))

function quotesIn(part: unknown): Quote[] {
  if (typeof part !== 'object' || part === null) return []
  if ('words' in part && 'at' in part) return [part as Quote]
  return Object.values(part).flatMap(quotesIn)
}

function expectQuotesHold(): void {
  const { gone: _, ...record } = recordIn()
  const points = Array.from(inFolder('source.txt'))
  for (const { words: quoted, at } of quotesIn(record)) expect(points.slice(...at).join('')).toBe(quoted)
}

describe('a draft of a document that is read again', () => {
  test('tells in one line that nothing has changed', async () => {
    await read(TEXT)
    const before = readdirSync(join(out, ID)).map((name) => inFolder(name))
    expect((await read(TEXT)).changes).toEqual([])
    expect(readdirSync(join(out, ID)).map((name) => inFolder(name))).toEqual(before)
    expect((await runIngest([path], { out })).lines[0]).toContain(
      '\n  Nothing has changed since the last reading.\n',
    )
  })

  test('keeps the ids of what is the same, and gives others new numbers for ever', async () => {
    await read(TEXT)
    const { changes } = await read(
      TEXT.replace('- finnas på plats vid stationen\n', '').replace('femton', 'tjugo'),
    )
    expect(changes).toEqual([
      {
        state: 'changed',
        value: `${ID}-p1.text`,
        before: 'genomföra minst femton trafikkontroller per år',
        after: 'genomföra minst tjugo trafikkontroller per år',
      },
      {
        state: 'changed',
        value: `${ID}-p1.target`,
        before: 'at_least 15 trafikkontroller per year',
        after: 'at_least 20 trafikkontroller per year',
      },
      { state: 'gone', value: `${ID}-p2`, before: 'finnas på plats vid stationen', after: null },
      expect.objectContaining({ state: 'gone', value: `${ID}-i1` }),
    ])
    expect(idsOf(recordIn('draft.yaml').promises)).toEqual(['p1', 'p3'])
    expect(idsOf(recordIn('draft.yaml').issues)).toEqual(['i2'])
    const again = await read(TEXT)
    expect(idsOf(recordIn('draft.yaml').promises)).toEqual(['p1', 'p4', 'p3'])
    expect(again.changes).toContainEqual({
      state: 'new',
      value: `${ID}-p4`,
      before: null,
      after: 'finnas på plats vid stationen',
    })
    expect(recordIn('draft.yaml').issues.map(({ record }) => record)).toEqual([`${ID}-p4`, undefined])
  })

  test('never gives the greatest number again, though its item is gone', async () => {
    await read(TEXT)
    const without = TEXT.replace('- öka tryggheten på torget i Årsta\n', '')
    await read(without)
    await read(without.replace('\nRädd', '- cykla med barnen\n\nRädd'))
    expect(idsOf(recordIn('draft.yaml').promises)).toEqual(['p1', 'p2', 'p4'])
  })

  test('offers what was rejected again where its words are others, under a new number', async () => {
    await read(TEXT)
    edit((record) => ({
      ...record,
      promises: record.promises.filter(({ id }) => id !== `${ID}-p2`),
      issues: record.issues.filter(({ record: about }) => about !== `${ID}-p2`),
      review: [{ value: `${ID}-p2`, state: 'rejected', words: 'finnas på plats vid stationen' }],
    }))
    await read(TEXT.replace('femton', 'tjugo'))
    expect(idsOf(recordIn().promises)).toEqual(['p1', 'p3'])
    await read(TEXT.replace('vid stationen', 'vid stationen varje kväll'))
    expect(recordIn().promises.map(({ id, text }) => [id, text.words])).toEqual([
      [`${ID}-p1`, 'genomföra minst femton trafikkontroller per år'],
      [`${ID}-p4`, 'finnas på plats vid stationen varje kväll'],
      [`${ID}-p3`, 'öka tryggheten på torget i Årsta'],
    ])
  })

  test('shows what is another in its table', async () => {
    await read(TEXT)
    writeFileSync(path, TEXT.replace('femton', 'tjugo').replace('- öka', '- cykla\n- öka'))
    const { lines } = await runIngest([path], { out })
    expect(lines[0]).toContain(
      [
        '  Changes since the last reading:',
        '  changed  0643-2019-p1.text    genomföra minst femton trafikkontroller per … → genomföra minst tjugo trafikkontroller per …',
        '  changed  0643-2019-p1.target  at_least 15 trafikkontroller per … → at_least 20 trafikkontroller per …',
        '  new      0643-2019-p4         cykla',
      ].join('\n'),
    )
  })
})

describe('what an editor has begun', () => {
  const corrected = { topics: ['public-space-safety'] }
  const begin = () =>
    edit((record) => {
      const [p1, , p3] = record.promises
      return {
        ...record,
        promises: [{ ...p1, ...corrected }, p3],
        // The first was about what is rejected.
        issues: record.issues.slice(1),
        activities: [
          {
            id: `${ID}-a1`,
            text: { words: 'Räddningstjänsten ska också vara med.', at: [164, 201] },
            commitment: 'action',
            actors: [],
            promises: [{ id: `${ID}-p3`, basis: 'stated' }],
            topics: ['other'],
          },
        ],
        review: [
          ...accepted('title', 'period', 'signing', 'p1.text', 'p1.target', 'p1.actors.police', 'p3.text'),
          { value: `${ID}-p1.topics`, state: 'corrected' },
          { value: `${ID}-p2`, state: 'rejected', words: 'finnas på plats vid stationen' },
          { value: `${ID}-i1`, state: 'rejected', words: 'finnas på plats vid stationen' },
          { value: `${ID}-a1.text`, state: 'added', words: 'Räddningstjänsten ska också vara med.' },
        ],
      }
    })

  test('stays as it is, to the letter, where the text is the same', async () => {
    await read(TEXT)
    begin()
    const before = inFolder('agreement.yaml')
    expect((await read(TEXT)).changes).toEqual([])
    expect(inFolder('agreement.yaml')).toBe(before)
  })

  test('is found anew where it stands elsewhere, in lines of other lengths', async () => {
    await read(TEXT)
    begin()
    const { changes, gone } = await read(
      `Nyheter 🚓 från kommunen\n\n${TEXT.replace('femton trafik', 'femton\n  trafik').replace('- öka', '- cykla med barnen\n- öka')}`,
    )
    const record = recordIn()
    expectQuotesHold()
    expect(idsOf(record.promises)).toEqual(['p1', 'p4', 'p3'])
    expect(record.promises[0]).toMatchObject({
      ...corrected,
      text: { words: 'genomföra minst femton\n  trafikkontroller per år' },
      target: { value: 15, quote: { words: 'minst femton\n  trafikkontroller per år' } },
    })
    expect(idsOf(record.activities)).toEqual(['a1'])
    expect(record.review?.map(({ value, state }) => `${value.replace(`${ID}-`, '')} ${state}`)).toEqual([
      'p2 rejected',
      'i1 rejected',
      'title accepted',
      'period accepted',
      'signing accepted',
      'p1.text accepted',
      'p1.topics corrected',
      'p1.actors.police accepted',
      'p1.target accepted',
      'p3.text accepted',
      'a1.text added',
    ])
    expect(record.gone).toBeUndefined()
    expect(gone).toEqual([])
    expect(changes?.map(({ state, value }) => `${state} ${value}`)).toEqual([`new ${ID}-p4`, `new ${ID}-i3`])
  })

  test('keeps the comments in its file, beside what they are about', async () => {
    await read(TEXT)
    begin()
    const yaml = inFolder('agreement.yaml')
      .replace('kind: citizen_promise', '# Enligt kommunen.\nkind: citizen_promise')
      .replace(/^( +)(- id: 0643-2019-p3)$/m, '$1# Torget byggs om.\n$1$2')
    writeFileSync(fileOf('agreement.yaml'), `# Fråga Åsa.\n${yaml}`)
    await read(TEXT.replace('femton', 'tjugo').replace('- öka', '- cykla\n- öka'))
    const after = inFolder('agreement.yaml')
    expect(after).toMatch(/^# Fråga Åsa\.\nid:/)
    expect(after).toContain('# Enligt kommunen.\nkind: citizen_promise')
    expect(after).toMatch(/# Torget byggs om\.\n +- id: 0643-2019-p3\n/)
    expect(Object.keys(recordIn()).slice(0, 4)).toEqual(['id', 'document', 'reviewed', 'kind'])
  })

  test('loses what is no longer in the text, but not its memory of it', async () => {
    await read(TEXT)
    begin()
    const changed = TEXT.replace('femton', 'tjugo').replace('- öka tryggheten på torget i Årsta\n', '')
    const told = await read(changed)
    const record = recordIn()
    expectQuotesHold()
    expect(record.promises).toMatchObject([
      {
        id: `${ID}-p1`,
        text: { words: 'genomföra minst tjugo trafikkontroller per år' },
        target: { value: 20 },
        ...corrected,
      },
    ])
    // The activity no longer keeps a promise that is gone.
    expect(record.activities).toMatchObject([{ id: `${ID}-a1`, promises: [] }])
    expect(record.gone).toEqual([
      {
        value: `${ID}-p1.text`,
        state: 'accepted',
        words: 'genomföra minst femton trafikkontroller per år',
        was: { text: { words: 'genomföra minst femton trafikkontroller per år', at: [54, 100] } },
      },
      {
        value: `${ID}-p1.target`,
        state: 'accepted',
        words: 'minst femton trafikkontroller per år',
        was: { target: expect.objectContaining({ value: 15 }) },
      },
      {
        value: `${ID}-p3`,
        state: 'accepted',
        words: 'öka tryggheten på torget i Årsta',
        was: { text: expect.anything(), heading: expect.anything() },
      },
    ])
    const states = record.review?.map(({ value }) => value.replace(`${ID}-`, ''))
    expect(states).toEqual(expect.arrayContaining(['p1.topics', 'p1.actors.police', 'a1.text']))
    expect(states).not.toEqual(expect.arrayContaining(['p1.text']))
    expect(told.gone).toEqual([`${ID}-p1.text`, `${ID}-p1.target`, `${ID}-p3`])

    // A text that comes back has it all again, and nothing is told as gone twice.
    expect((await read(`${changed}\n`)).gone).toEqual([])
    await read(TEXT)
    const back = recordIn()
    expect(back.gone).toBeUndefined()
    expect(idsOf(back.promises)).toEqual(['p1', 'p3'])
    expect(back.promises[0]).toMatchObject({ target: { value: 15 }, ...corrected })
    expect(back.review).toContainEqual({
      value: `${ID}-p3.text`,
      state: 'accepted',
      words: 'öka tryggheten på torget i Årsta',
    })
  })

  test('is offered again what was rejected only where it says something else', async () => {
    await read(TEXT)
    begin()
    await read(TEXT.replace('plats vid stationen', 'plats vid busstationen varje kväll'))
    expect(idsOf(recordIn().promises)).toEqual(['p1', 'p4', 'p3'])
    expect(recordIn().review).toContainEqual(
      expect.objectContaining({ value: `${ID}-p2`, state: 'rejected' }),
    )
  })

  test('is not offered again what was read of its text and left out of what was decided', async () => {
    await read(TEXT)
    edit((record) => ({
      ...record,
      promises: record.promises.map(({ heading: _, ...each }) => ({ ...each, target: null })),
      review: [
        ...accepted('p1', 'p2'),
        { value: `${ID}-p3.actors.police`, state: 'rejected', words: 'Polisen' },
      ],
    }))
    await read(`${TEXT}\n`)
    const [p1, , p3] = recordIn().promises
    expect(p1).not.toHaveProperty('target')
    expect(p1).not.toHaveProperty('heading')
    expect(p1).toHaveProperty('actors')
    expect(p3?.actors).toBeUndefined()
  })

  test('keeps what an editor changed and no list tells', async () => {
    await read(TEXT)
    edit((record) => ({
      ...record,
      note: { sv: 'Anmärkning', en: 'Note' },
      promises: record.promises.map((each) => ({ ...each, topics: ['other'] })),
    }))
    await read(`${TEXT}\n`)
    expect(recordIn()).toMatchObject({
      note: { en: 'Note' },
      promises: [{ topics: ['other'] }, { topics: ['other'] }, { topics: ['other'] }],
    })
  })

  test('has its own id where the editor gave another', async () => {
    await read(TEXT)
    const other = (yaml: string) => yaml.replaceAll(ID, '0643-2020')
    writeFileSync(fileOf('agreement.yaml'), other(inFolder('draft.yaml')))
    await read(TEXT.replace('- öka', '- cykla\n- öka'))
    expect(recordIn().promises.map(({ id }) => id)).toEqual([
      '0643-2020-p1',
      '0643-2020-p2',
      '0643-2020-p4',
      '0643-2020-p3',
    ])
    expect(recordIn('draft.yaml').id).toBe(ID)
  })
})

describe('a finished record', () => {
  const reviewed = { by: 'Åsa Öberg', on: '2026-11-21' }
  const finish = () => edit((record) => ({ ...record, reviewed, promises: record.promises.slice(0, 2) }))

  test('is reviewed by nobody once its text has changed, but all that still stands there was', async () => {
    await read(TEXT)
    finish()
    await read(TEXT.replace('- finnas', '- cykla\n- finnas'))
    const record = recordIn()
    expect(record).toMatchObject({ reviewed: null, reviewedBefore: reviewed })
    // What the editor left out of the record is not offered again.
    expect(idsOf(record.promises)).toEqual(['p1', 'p4', 'p2'])
    const states = record.review?.map(({ value }) => value.replace(`${ID}-`, ''))
    expect(states).toEqual(
      expect.arrayContaining(['title', 'period', 'signing', 'kind', 'p1.text', 'p1.topics', 'p2.text']),
    )
    expect(states?.filter((value) => value.startsWith('p4'))).toEqual([])
  })

  test('stays as it is while its text does', async () => {
    await read(TEXT)
    finish()
    const before = inFolder('agreement.yaml')
    expect((await read(TEXT)).changes).toEqual([])
    expect(inFolder('agreement.yaml')).toBe(before)
  })
})
