import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../src/app.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import {
  type Announced,
  atomFeed,
  CHANGES_ANNOUNCED,
  type FeedPlace,
  RELEASES_ANNOUNCED,
} from '../src/site/feed.ts'
import { elements, faultsOfFeed, parsedFeed, textOf } from './support/atom.ts'
import { copyOf, onPglite, sampleData } from './support/databases.ts'
import { releaseSample } from './support/sample-release.ts'

const PLACE: FeedPlace = {
  url: 'https://data.example.se',
  publisher: { name: 'Åhs & <Öberg>', url: 'https://example.se/?a=1&b=2', email: 'data@example.se' },
}

function announced(name: string, text: string | null, date = '2026-11-21'): Announced {
  return { release: name, date, changes: text === null ? null : { text, path: 'changes.sv.md' } }
}

describe('a feed', () => {
  test.each(['sv', 'en'] as const)('in %s is as RFC 4287 wants it', (language) => {
    const xml = atomFeed(language, [announced('r2-b', '# Å\n\n- ö\n'), announced('r1-a', null)], PLACE)
    expect(faultsOfFeed(xml)).toEqual([])
    expect(parsedFeed(xml)['@xml:lang']).toBe(language)
    expect(
      faultsOfFeed(atomFeed(language, [announced('r1-a', null)], { ...PLACE, publisher: null })),
    ).toEqual([])
  })

  test('leads first to the page of the releases, which readers take for what the feed is of', () => {
    const links = elements(parsedFeed(atomFeed('sv', [announced('r1-a', 'x')], PLACE)), 'link')
    expect(links.filter((link) => link['@rel'] === 'alternate').map((link) => link['@href'])).toEqual([
      'https://data.example.se/exports/',
      'https://data.example.se/en/feed.atom',
    ])
  })

  test('names its publisher, or says that none is stated', () => {
    const [author] = elements(parsedFeed(atomFeed('sv', [announced('r1-a', 'x')], PLACE)), 'author')
    expect(textOf(author ?? {}, 'name')).toBe('Åhs & <Öberg>')
    expect(textOf(author ?? {}, 'uri')).toBe('https://example.se/?a=1&b=2')
    const local = atomFeed('sv', [announced('r1-a', 'x')], { ...PLACE, publisher: null })
    expect(local).toContain('<name>Ingen utgivare angiven</name>')
    expect(local).not.toContain('<email>')
  })

  test('has what changed as HTML, in which nothing of the data is markup', () => {
    const text = '## Löften\n\n- Habo: 1\n  - \\<script\\>alert(1)\\</script\\> \\*x\\* & ]]>\n'
    const xml = atomFeed('sv', [announced('r1-a', text)], PLACE)
    expect(faultsOfFeed(xml)).toEqual([])
    const [entry = {}] = elements(parsedFeed(xml), 'entry')
    expect(textOf(entry, 'content')).toBe(
      '<h2>Löften</h2>\n<ul>\n<li>Habo: 1<ul>\n<li>&lt;script&gt;alert(1)&lt;/script&gt; *x* &amp; ]]&gt;</li>\n</ul>\n</li>\n</ul>\n',
    )
  })

  test('holds no character that XML cannot', () => {
    const xml = atomFeed('sv', [announced('r1-a', 'a\u0000b\u000bc\ufffed\ud800e 😀')], PLACE)
    expect(faultsOfFeed(xml)).toEqual([])
    expect(xml).toMatch(/a\ufffdb\ufffdc\ufffdd\ufffde 😀/)
  })

  test('ends long changes at a line, with a link to all of them', () => {
    const line = `- ${'ö'.repeat(98)}\n`
    const xml = atomFeed('sv', [announced('r1-a', line.repeat(300))], PLACE)
    expect(faultsOfFeed(xml)).toEqual([])
    expect(xml.match(/&lt;li&gt;ö{98}&lt;/g)).toHaveLength(Math.floor(CHANGES_ANNOUNCED / line.length))
    expect(xml).toContain('&lt;a href=&quot;https://data.example.se/exports/r1-a/changes.sv.md&quot;&gt;')
    expect(atomFeed('sv', [announced('r1-a', line)], PLACE)).not.toContain('Alla ändringar')
  })

  test('announces so many releases, the newest first, with ids that stay', () => {
    const all = Array.from({ length: RELEASES_ANNOUNCED + 1 }, (_, at) => announced(`r${99 - at}-a`, 'x'))
    const feed = parsedFeed(atomFeed('en', all, PLACE))
    const ids = elements(feed, 'entry').map((entry) => textOf(entry, 'id'))
    expect(ids).toHaveLength(RELEASES_ANNOUNCED)
    expect(ids[0]).toBe('https://data.example.se/en/feed.atom#r99-a')
  })

  test('of no releases is none', () => {
    expect(() => atomFeed('sv', [], PLACE)).toThrow(/without releases/)
  })

  test.each([
    ['two ids', (xml: string) => xml.replace('<title>', '<id>urn:x</id><title>')],
    ['no author', (xml: string) => xml.replace(/<author>.*<\/author>\n/s, '')],
    ['an author without a name', (xml: string) => xml.replace(/<name>.*<\/name>/, '')],
    ['a day for an instant', (xml: string) => xml.replaceAll('T00:00:00Z', '')],
    [
      'a relative link',
      (xml: string) =>
        xml.replace(
          'rel="alternate" type="text/html" hreflang="sv" href="https://data.example.se',
          'rel="alternate" href="',
        ),
    ],
    ['the same id twice', (xml: string) => xml.replaceAll('#r2-b', '#r1-a')],
    ['an element that Atom lacks', (xml: string) => xml.replaceAll('subtitle>', 'description>')],
    [
      'markup in HTML',
      (xml: string) => xml.replace('<content type="html">', '<content type="html"><b>x</b>'),
    ],
    ['nothing to read', (xml: string) => xml.replaceAll('rel="alternate"', 'rel="related"')],
    ['another namespace', (xml: string) => xml.replace('2005/Atom', '2004/Atom')],
  ])('with %s is found at fault', (_what, change) => {
    const xml = atomFeed('sv', [announced('r2-b', 'x'), announced('r1-a', null)], PLACE)
    const changed = change(xml)
    expect(changed).not.toBe(xml)
    expect(faultsOfFeed(changed)).not.toEqual([])
  })
})

/** The day of data that come after the bundled ones. */
const LATER = '2099-01-01'

describe('the feed of a server', () => {
  let folder: string
  let database: OpenDatabase
  let app: App
  let releases: string[]
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-feed-'))
    database = await onPglite.openSample()
    const store = new FolderStore(folder)
    const services = { database, publicUrl: 'https://data.example.se', log: { error: () => {} } }
    app = createApp({ ...services, store })
    const first = await releaseSample(database.db, store)
    const data = copyOf(sampleData())
    for (const row of data.tables.municipalities) if (row.code === '0685') row.population += 1
    await load(database.db, { ...data, date: LATER })
    const second = await releaseSample(database.db, store)
    releases = [second.manifest.release, first.manifest.release]
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const get = (path: string, headers: { [name: string]: string } = {}, method = 'GET') =>
    app.fetch(new Request(`http://test${path}`, { method, headers }))

  test.each([
    ['/feed.atom', 'sv', 'Folkmängd'],
    ['/en/feed.atom', 'en', 'Population'],
  ])(
    'at %s announces the releases in %s, and leads to files that are there',
    async (path, language, word) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      const xml = await response.text()
      expect(faultsOfFeed(xml)).toEqual([])
      const feed = parsedFeed(xml)
      expect(feed['@xml:lang']).toBe(language)
      expect(textOf(feed, 'updated')).toBe(`${LATER}T00:00:00Z`)
      const entries = elements(feed, 'entry')
      expect(entries.map((entry) => textOf(entry, 'id'))).toEqual(
        releases.map((name) => `https://data.example.se${path}#${name}`),
      )
      expect(entries.map((entry) => textOf(entry, 'updated'))).toEqual([
        `${LATER}T00:00:00Z`,
        `${sampleData().date}T00:00:00Z`,
      ])
      expect(textOf(entries[0] ?? {}, 'content')).toContain(`Vetlanda (${word}: `)
      for (const link of [feed, ...entries].flatMap((element) => elements(element, 'link'))) {
        const address = String(link['@href'])
        if (link['@rel'] === 'license') continue
        const found = await get(address.slice('https://data.example.se'.length), {}, 'HEAD')
        expect(found.status, address).toBe(200)
        if (link['@rel'] !== 'self')
          expect(found.headers.get('content-type')?.split(';')[0], address).toBe(link['@type'])
      }
    },
  )

  test('may be kept for minutes, and is not sent again to who has it', async () => {
    const response = await get('/feed.atom')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect((await get('/feed.atom', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/en/feed.atom', { 'if-none-match': etag })).status).toBe(200)
    expect(await (await get('/feed.atom', {}, 'HEAD')).text()).toBe('')
  })

  test.each([
    ['/', '/feed.atom'],
    ['/exports/', '/feed.atom'],
    ['/en/', '/en/feed.atom'],
    ['/en/exports/', '/en/feed.atom'],
  ])('is found by a reader that is given %s', async (page, feed) => {
    const head = (await (await get(page)).text()).split('</head>')[0]
    const link = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)">/.exec(
      head ?? '',
    )
    expect(link?.[1]).toBe(feed)
  })

  test('is not there before there is a release', async () => {
    const empty = createApp({
      database,
      store: new FolderStore(join(folder, 'none')),
      publicUrl: 'https://data.example.se',
      log: { error: () => {} },
    })
    const response = await empty.fetch(new Request('http://test/feed.atom'))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('no release yet') })
  })
})
