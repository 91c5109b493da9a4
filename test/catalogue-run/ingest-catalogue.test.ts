import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { takeLock } from '../../src/common/take-lock.ts'
import { WrongUsage } from '../../src/config.ts'
import { readData } from '../../src/records/read-data.ts'
import { type Pages, serve, words } from '../ingest/documents/support/site.ts'
import { runIngest } from '../support/run-ingest.ts'

/** A made-up agreement of an agreement's municipality and year in the catalogue. */
const ID = '0114-2019'
const TEXT = `Medborgarlöfte Upplands Väsby kommun 2019

Polisen lovar att:
- genomföra minst femton trafikkontroller per år
`
const TAKEN = 'Sat, 01 Jun 2019 12:00:00 GMT'

let folder: string
let out: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-catalogue-'))
  out = join(folder, 'drafts')
  data = join(folder, 'data')
  cpSync('data', data, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Moves the agreement of the catalogue to another address. */
function moveTo(url: string): void {
  const file = join(data, 'agreements/catalogued.csv')
  const csv = readFileSync(file, 'utf8')
  const row = new RegExp(`^(${ID},0114,${ID}-d1,)[^,]*`, 'm')
  expect(csv).toMatch(row)
  writeFileSync(file, csv.replace(row, `$1${url}`))
}
const run = (filter: string[], environment: { [name: string]: string } = {}) =>
  runIngest(filter, { out, data }, ['catalogue', 'allow-private'], environment)
const state = () => JSON.parse(readFileSync(join(out, 'archive/catalogue.json'), 'utf8'))

describe('npm run ingest -- --catalogue', () => {
  test('asks the addresses that a filter fits, and tells in few lines what came of them', async () => {
    await using site = await serve({ '/lofte': words(TEXT) })
    moveTo(`${site.origin}/lofte`)
    const { lines, json, error } = await run([site.origin])
    expect(error).toBeNull()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /^1 addresses on 1 hosts: 1 requested, 0 responded recently, 0 left to the next run\n/,
    )
    expect(lines[0]).toMatch(/^ {2}new +1 +1$/m)
    expect(json).toMatchObject([
      { state: 'new', url: `${site.origin}/lofte`, agreements: [ID], folder: join(out, ID) },
      { state: 'done', asked: 1, inRun: { new: 1 } },
    ])
    // What answered lately is left alone.
    const again = await run([site.origin])
    expect(again.json).toMatchObject([{ state: 'done', asked: 0, recent: 1, inAll: { new: 1 } }])
    expect(site.asked).toEqual(['/robots.txt', '/lofte'])
  })

  test('takes the name or code of a municipality, an id, and nothing else', async () => {
    const { error } = await run(['Atlantis'])
    expect(error).toBeInstanceOf(WrongUsage)
    expect(error?.message).toMatch(/^no address matches Atlantis; give the name or code of a municipality/)
  })

  test('is refused while another run is at work, or where its state is not one', async () => {
    await using site = await serve({})
    moveTo(`${site.origin}/lofte`)
    const archive = join(out, 'archive')
    mkdirSync(archive, { recursive: true })
    const release = takeLock(join(archive, 'lock'))
    expect((await run([site.origin])).error?.message).toContain('is in use by another run')
    release?.()
    writeFileSync(join(archive, 'catalogue.json'), '{"version":1')
    expect((await run([site.origin])).error?.message).toContain('was not written by npm run ingest')
    expect(site.asked).toEqual([])
  })
})

describe('documents that a page links to', () => {
  const page: Pages[string] = (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        '<main><h1>Våra medborgarlöften</h1><a href="/lofte-2019.pdf">Medborgarlöfte 2019 (pdf)</a></main>',
      )
  const follow = (filter: string[]) =>
    runIngest(filter, { out, data }, ['catalogue', 'allow-private', 'follow'])

  test('are read with --follow, where the page is no agreement too, and not asked again the next time', async () => {
    await using site = await serve({ '/lofte': page, '/lofte-2019.pdf': words(TEXT) })
    moveTo(`${site.origin}/lofte`)
    const { json, error } = await follow([site.origin])
    expect(error).toBeNull()
    expect(json).toMatchObject([
      { state: 'not an agreement', url: `${site.origin}/lofte` },
      {
        state: 'new',
        url: `${site.origin}/lofte-2019.pdf`,
        agreements: [ID],
        folder: join(out, ID),
        linkedFrom: `${site.origin}/lofte`,
      },
      { state: 'done', asked: 2, inRun: { new: 1, 'not an agreement': 1 } },
    ])
    const again = await follow([site.origin])
    expect(again.json).toMatchObject([{ state: 'done', asked: 0, recent: 2 }])
    expect(site.asked).toEqual(['/robots.txt', '/lofte', '/lofte-2019.pdf'])
  })

  test('are left alone without it', async () => {
    await using site = await serve({ '/lofte': page, '/lofte-2019.pdf': words(TEXT) })
    moveTo(`${site.origin}/lofte`)
    await run([site.origin])
    expect(site.asked).toEqual(['/robots.txt', '/lofte'])
  })
})

describe('a page that is gone', () => {
  const copyOf: Pages[string] = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain', 'memento-datetime': TAKEN }).end(TEXT)

  test('is read from a copy in a web archive, of the time of its agreement, which the record names', async () => {
    await using site = await serve({})
    const url = `${site.origin}/lofte`
    moveTo(url)
    const near: (string | undefined)[] = []
    await using archive = await serve({
      [`/timegate/${url}`]: (request, response) => {
        near.push(String(request.headers['accept-datetime']))
        response.writeHead(302, { location: '/web/20190601/lofte' }).end()
      },
      '/web/20190601/lofte': copyOf,
    })
    const { lines, json } = await run([url], { TIMEGATE_URL: `${archive.origin}/timegate` })
    const copyUrl = `${archive.origin}/web/20190601/lofte`
    expect(json[0]).toMatchObject({ state: 'gone', folder: join(out, ID), copy: { url: copyUrl } })
    expect(lines[0]).toContain('1 pages that are gone were read from a copy in a web archive')
    expect(near).toEqual(['Tue, 01 Jan 2019 00:00:00 GMT'])
    const draft = parse(readFileSync(join(out, ID, 'draft.yaml'), 'utf8'))
    expect(draft.document).toMatchObject({ url, copyKind: 'archived_copy', copyUrl, copiedOn: '2019-06-01' })
    expect(parse(readFileSync(join(out, ID, 'source.yaml'), 'utf8')).origin).toMatchObject({
      url,
      copy: { url: copyUrl, taken_at: '2019-06-01T12:00:00.000Z' },
    })
    // As a draft it can be loaded with the others.
    const { tables } = readData(data, { drafts: out })
    expect(tables.documents.find((each) => each.id === `${ID}-d1`)).toMatchObject({
      copyUrl,
      copiedOn: '2019-06-01',
    })
  })

  test('is told as gone where no archive is set, where it has no copy, or gives another page', async () => {
    await using site = await serve({})
    const url = `${site.origin}/lofte`
    moveTo(url)
    await using archive = await serve({ [`/other/${url}`]: words(TEXT) })
    for (const gate of ['', `${archive.origin}/none/`, `${archive.origin}/other/`]) {
      const { json } = await run([url], { TIMEGATE_URL: gate })
      expect(json[0], gate).toMatchObject({ state: 'gone', copy: null, folder: null })
      expect(existsSync(join(out, ID))).toBe(false)
      rmSync(join(out, 'archive/catalogue.json'))
    }
  })

  test('keeps the draft of what it gave before', async () => {
    let isGone = false
    await using site = await serve({
      '/lofte': (request, response) =>
        isGone ? response.writeHead(410).end() : words(TEXT)?.(request, response),
    })
    const url = `${site.origin}/lofte`
    moveTo(url)
    await run([url])
    const before = readFileSync(join(out, ID, 'draft.yaml'), 'utf8')
    isGone = true
    const known = state()
    known.addresses[url].askedAt = '2026-01-01T00:00:00.000Z'
    writeFileSync(join(out, 'archive/catalogue.json'), JSON.stringify(known))
    // Nor is an archive asked for what is older than that.
    await using archive = await serve({ [`/${url}`]: copyOf })
    const { json } = await run([url], { TIMEGATE_URL: archive.origin })
    expect(json[0]).toMatchObject({ state: 'gone', folder: join(out, ID), copy: null })
    expect(archive.asked).toEqual([])
    expect(readFileSync(join(out, ID, 'draft.yaml'), 'utf8')).toBe(before)
  })
})
