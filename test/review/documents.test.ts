import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { WrongUsage } from '../../src/config.ts'
import { readData } from '../../src/records/read-data.ts'
import { serve, words } from '../ingest/documents/support/site.ts'
import { runIngest } from '../support/run-ingest.ts'

/** A made-up agreement. */
const TEXT = `Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller på vägarna per år

Habo den 6 december 2018
`
const OTHER = TEXT.replace(
  'genomföra minst femton trafikkontroller på vägarna per år',
  'öka tryggheten på torget',
)
const ID = '0643-2019'

let folder: string
let out: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-documents-'))
  out = join(folder, 'drafts')
  data = join(folder, 'data')
  mkdirSync(join(data, 'agreements'), { recursive: true })
  cpSync('data/withdrawn.csv', join(data, 'withdrawn.csv'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, contents: string): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

/** Reads documents: where each has its draft. */
async function read(...places: string[]): Promise<string[]> {
  const { json, error } = await runIngest(places, { out, data }, ['allow-private'])
  expect(error).toBeNull()
  return json.flatMap(({ folder: draft, kept }) =>
    draft ? [`${relative(out, String(draft))} (${kept})`] : [],
  )
}

const draftIn = (id: string, name = 'draft.yaml') => parse(readFileSync(join(out, id, name), 'utf8'))

/** Publishes what an editor makes of the draft. */
function publish(
  id: string,
  change: (record: { [name: string]: unknown }) => object = (record) => record,
): void {
  const target = join(data, 'agreements', id)
  mkdirSync(target)
  cpSync(join(out, id, 'source.txt'), join(target, 'source.txt'))
  const record = { ...change(draftIn(id)), reviewed: { by: 'Åsa Öberg', on: '2026-11-21' } }
  writeFileSync(join(target, 'agreement.yaml'), stringify(record))
}

describe('another document of the same municipality and year', () => {
  test('has an id of its own, which stays, and says that it may be the same agreement', async () => {
    const [a, b, c] = [write('a.txt', TEXT), write('b.txt', OTHER), write('c.txt', `${OTHER}\n- cykla`)]
    expect(await read(a, b, c)).toEqual([`${ID} (new)`, `${ID}-b (new)`, `${ID}-c (new)`])
    expect(draftIn(ID).issues.map(({ kind }: { kind: string }) => kind)).not.toContain('possible_duplicate')
    expect(draftIn(`${ID}-b`)).toMatchObject({
      id: `${ID}-b`,
      document: { id: `${ID}-b-d1` },
      promises: [{ id: `${ID}-b-p1` }],
      issues: [
        {
          id: `${ID}-b-i1`,
          kind: 'possible_duplicate',
          explanation: {
            sv: `Kan vara samma medborgarlöfte som ${ID}, eftersom ett annat dokument gäller samma kommun och år. Avgör om det är ett eller två.`,
            en: `May be the same agreement as ${ID}, since another document covers the same municipality and year. Decide whether it is one agreement or two.`,
          },
        },
      ],
    })
    expect(draftIn(`${ID}-c`).issues.at(-1).explanation.en).toContain(`${ID} or ${ID}-b, since `)
    expect(await read(c, b, a)).toEqual([`${ID}-c (same text)`, `${ID}-b (same text)`, `${ID} (same text)`])
    writeFileSync(b, `${OTHER}\n- cykla med barnen`)
    expect(await read(b)).toEqual([`${ID}-b (changed text)`])
    const ofDuplicate = ({ kind }: { kind: string }) => kind === 'possible_duplicate'
    expect(draftIn(`${ID}-b`).issues.find(ofDuplicate).id).toBe(`${ID}-b-i1`)
  })

  test('is also one beside a published record', async () => {
    const a = write('a.txt', TEXT)
    await read(a)
    publish(ID)
    rmSync(out, { recursive: true })
    expect(await read(write('b.txt', OTHER))).toEqual([`${ID}-b (new)`])
    // The published text is that of the published record, wherever it lies.
    expect(await read(a)).toEqual([`${ID} (new)`])
    expect(draftIn(ID, 'agreement.yaml')).toMatchObject({ reviewed: { by: 'Åsa Öberg' } })
  })

  test('has the id that the catalogue has for its address, and no letter of others there', async () => {
    await using site = await serve({ '/a': words(TEXT), '/b': words(OTHER) })
    const rows = [`${ID}-b,${site.origin}/b`, `${ID}-c,https://www.example.se/c`]
    writeFileSync(join(data, 'agreements/catalogued.csv'), `id,url\n${rows.join('\n')}\n`)
    expect(await read(`${site.origin}/b`, `${site.origin}/a`)).toEqual([`${ID}-b (new)`, `${ID} (new)`])
    expect(draftIn(`${ID}-b`).issues).toEqual([])
    expect(await read(write('c.txt', `${TEXT}\n- cykla`))).toEqual([`${ID}-d (new)`])
  })

  test('is loaded under that id', async () => {
    cpSync('data', data, { recursive: true })
    await read(write('a.txt', TEXT), write('b.txt', OTHER))
    for (const id of [ID, `${ID}-b`]) {
      publish(id, (record) => ({
        ...record,
        promises: (record.promises as object[]).map((each) => ({ ...each, actors: [], target: null })),
        gone: [
          { value: `${id}-p2`, state: 'accepted', words: 'x', was: { text: { words: 'x', at: [0, 1] } } },
        ],
      }))
    }
    expect(draftIn(`${ID}-b`).issues).toContainEqual(expect.objectContaining({ kind: 'possible_duplicate' }))
    const { agreements, promises, issues } = readData(data).tables
    expect(agreements.map(({ id }) => id)).toEqual(expect.arrayContaining([ID, `${ID}-b`]))
    expect(promises.map(({ id }) => id)).toEqual(expect.arrayContaining([`${ID}-p1`, `${ID}-b-p1`]))
    // It asks the editor, and is not published.
    expect(issues.filter(({ agreementId }) => agreementId === `${ID}-b`)).toEqual([])
  })

  test('is one of the next year where an address gives that later', async () => {
    const pages = { '/a': words(TEXT) }
    await using site = await serve(pages)
    expect(await read(`${site.origin}/a`)).toEqual([`${ID} (new)`])
    pages['/a'] = words(TEXT.replace('kommun 2019', 'kommun 2020'))
    expect(await read(`${site.origin}/a`)).toEqual(['0643-2020 (new)'])
    expect(draftIn(ID).id).toBe(ID)
  })
})

describe('the same document', () => {
  test('is known by its checksum under another name, and by any of its names', async () => {
    const [a, b] = [write('a.txt', TEXT), write('b.txt', TEXT)]
    expect(await read(a, b)).toEqual([`${ID} (new)`, `${ID} (same text)`])
    expect(draftIn(ID, 'source.yaml')).toMatchObject({ origin: { path: b }, also_at: [{ path: a }] })
    writeFileSync(a, OTHER)
    expect(await read(a)).toEqual([`${ID} (changed text)`])
    expect(draftIn(ID, 'source.yaml')).toMatchObject({ origin: { path: a }, also_at: [{ path: b }] })
  })

  test('is known by its address, whatever part of the page that names', async () => {
    const pages = { '/a': words(TEXT) }
    await using site = await serve(pages)
    await read(`${site.origin}/a`)
    pages['/a'] = words(OTHER)
    expect(await read(`${site.origin}/a#löfte`)).toEqual([`${ID} (changed text)`])
  })

  test('without a municipality is known as well', async () => {
    const path = write('a.txt', TEXT.replace('Habo kommun', '').replace('Habo den', ''))
    const [first = ''] = await read(path)
    expect(first).toMatch(/^unknown-[0-9a-f]{12} \(new\)$/)
    writeFileSync(path, readFileSync(path, 'utf8').replace('femton', 'tjugo'))
    expect(await read(path)).toEqual([first.replace('new', 'changed text')])
    expect(draftIn(first.replace(/ .*/, '')).promises[0].id).toBe('draft-p1')
  })

  test('stays where an editor has begun with it, though the program reads another year there now', async () => {
    const path = write('a.txt', TEXT)
    await read(path)
    cpSync(join(out, ID), join(out, '0643-2018'), { recursive: true })
    rmSync(join(out, ID), { recursive: true })
    const rename = (name: string) => {
      const file = join(out, '0643-2018', name)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(ID, '0643-2018'))
    }
    rename('draft.yaml')
    const draft = readFileSync(join(out, '0643-2018/draft.yaml'))
    const about = {
      ...draftIn('0643-2018', 'source.yaml'),
      draft_sha256: createHash('sha256').update(draft).digest('hex'),
    }
    writeFileSync(join(out, '0643-2018/source.yaml'), stringify(about))
    cpSync(join(out, '0643-2018/draft.yaml'), join(out, '0643-2018/agreement.yaml'))
    expect(await read(path)).toEqual(['0643-2018 (same text)'])
    expect(existsSync(join(out, ID))).toBe(false)
  })
})

describe('a published record', () => {
  test('is carried over where its address gives another text', async () => {
    const pages = { '/a': words(TEXT) }
    await using site = await serve(pages)
    await read(`${site.origin}/a`)
    publish(ID, (record) => ({
      ...record,
      findings: [],
      promises: (record.promises as object[]).map((each) => ({ ...each, topics: ['other'] })),
    }))
    rmSync(out, { recursive: true })
    pages['/a'] = words(TEXT.replace('Habo den', '- öka tryggheten i Årsta\n\nHabo den'))
    const { json } = await runIngest([`${site.origin}/a`], { out, data }, ['allow-private'])
    expect(json[0]).toMatchObject({ kept: 'new', gone: [] })
    expect(json[0]?.changes).toContainEqual({
      state: 'new',
      value: `${ID}-p2`,
      before: null,
      after: 'öka tryggheten i Årsta',
    })
    expect(draftIn(ID, 'agreement.yaml')).toMatchObject({
      reviewed: null,
      reviewedBefore: { by: 'Åsa Öberg', on: '2026-11-21' },
      promises: [{ id: `${ID}-p1`, topics: ['other'] }, { id: `${ID}-p2` }],
    })
  })

  test('never has an id that was withdrawn given to something else', async () => {
    writeFileSync(join(data, 'withdrawn.csv'), `dataset,record_id\npromises,${ID}-p7\n`)
    await read(write('a.txt', TEXT))
    expect(draftIn(ID).promises[0].id).toBe(`${ID}-p8`)
  })

  test('is looked for in a folder of data', async () => {
    const { error } = await runIngest([write('a.txt', TEXT)], { out, data: folder })
    expect(error).toBeInstanceOf(WrongUsage)
    expect(error?.message).toBe(`--data "${folder}" contains no agreements; give a folder such as data`)
  })
})
