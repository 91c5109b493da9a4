import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageQueries } from '../../scripts/page-queries.ts'
import { load } from '../../src/database/load.ts'
import { pageKinds } from '../../src/http/site/page-kinds.ts'
import { bundledData, copyOf, sampleData } from '../support/databases.ts'
import { examplePages, openSite, SITE, type TestSite, textOf } from '../support/site.ts'

const PATH = '/kommun/0685-vetlanda/'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ isReleased: true })
})
afterAll(() => site.close())

test('the TypeScript of the queries of pages is that of their .graphql', () => {
  for (const [path, text] of pageQueries())
    expect(readFileSync(path, 'utf8'), `${path}: run npm run generate`).toBe(text)
})

test('every page kind has examples and its own name', () => {
  for (const { name, examples } of pageKinds) expect(examples.length, name).toBeGreaterThan(0)
  expect(new Set(pageKinds.map(({ name }) => name)).size).toBe(pageKinds.length)
})

/** Words that judge, rank, or make absence a fact. */
const FORBIDDEN =
  /saknar (medborgar)?löfte|inga löften|(?<!\p{L})(bröt|brutit|brutna|svek|sämst|sämsta|bäst|bästa|ranking|rankning|genomsnitt|average|worst|best)(?!\p{L})|ej uppfyll|broken promise|no promises(?!\p{L})/iu
/** What the data say in such words: they are about average speed, or the best interest of a child. */
const dataTexts = Object.values(bundledData().tables)
  .flatMap((rows: readonly object[]) => rows.flatMap((row) => Object.values(row)))
  .filter((value) => typeof value === 'string' && FORBIDDEN.test(value))
  .map((value) => String(value).replace(/\s+/g, ' '))

/** Words that a page must never show: values that were not turned into text. */
const NO_TEXT = /undefined|\bNaN\b|\bnull\b|\[object/

describe.each(examplePages)('%s', (path) => {
  test('is a page in its language, with what heads and feet of pages have', async () => {
    const html = await site.text(path)
    expect(html).toContain(`<html lang="${path.startsWith('/en/') ? 'en' : 'sv'}">`)
    expect(html.match(/<h1\b/g)).toHaveLength(1)
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}">/)
    if (!html.includes('noindex')) {
      expect(html).toContain(`<link rel="canonical" href="${SITE}${path.split('?')[0]}">`)
      expect(html).toContain('hreflang="x-default"')
    }
    expect(html, 'no inline style or script').not.toMatch(/ style=|<style|<script>| on[a-z]+="/)
    expect(site.faults).toEqual([])
  })

  test('says nothing that judges or makes absence a fact', async () => {
    // What sources, examples of what not to write, and documents say is theirs.
    const own = (await site.text(path)).replace(
      /<(q|pre|code)\b.*?<\/\1>|<div class="(?:source|docs)[^"]*".*?<\/main>|<(p|li|span|h1|a)\b[^>]* lang="sv">.*?<\/\2>/gs,
      '',
    )
    const said = dataTexts.reduce((text, each) => text.replaceAll(each, ' '), textOf(own))
    expect(said.match(FORBIDDEN)?.[0]).toBeUndefined()
    expect(textOf(own).match(NO_TEXT)?.[0]).toBeUndefined()
  })

  test('has its data beside it, which are what GraphQL answers', async () => {
    const [bare = '', query] = path.split('?')
    const json = JSON.parse(await site.text(`${bare}index.json${query ? `?${query}` : ''}`))
    const at = new URL(json.page)
    expect(`${at.origin}${at.pathname}`).toBe(`${SITE}${bare}`)
    expect(Object.fromEntries(at.searchParams)).toEqual(Object.fromEntries(new URLSearchParams(query)))
    expect(json.licence).toContain('creativecommons.org')
    for (const { graphql, data, name } of json.queries) {
      const { searchParams } = new URL(graphql)
      const variables = JSON.parse(searchParams.get('variables') ?? '{}')
      const answered = await site.dataOf(searchParams.get('query') ?? '', variables)
      // Where a list has several pages GraphQL gives the first of them.
      if (JSON.stringify(answered).includes('"hasNextPage":true')) continue
      expect(data, name).toEqual(answered)
    }
  })
})

describe('a page', () => {
  test('has an address that names code and name; others lead to it', async () => {
    const leads = async (path: string) => {
      const response = await site.get(path)
      return [response.status, response.headers.get('location')]
    }
    expect(await leads('/kommun/0685')).toEqual([308, '/kommun/0685/'])
    expect(await leads('/kommun/0685/')).toEqual([308, PATH])
    expect(await leads('/kommun/0685-vetalnda/')).toEqual([308, PATH])
    expect(await leads('/en/municipality/0685/')).toEqual([308, '/en/municipality/0685-vetlanda/'])
    expect(await leads('/kommun/0685/index.json')).toEqual([308, `${PATH}index.json`])
    expect(await leads('/kommun/0643/')).toEqual([308, '/kommun/0643-habo/'])
    expect(await leads('/kommun/0305/')).toEqual([308, '/kommun/0305-habo/'])
    expect(await leads('/kommun/0685?a=b')).toEqual([308, '/kommun/0685/?a=b'])
    for (const path of ['/kommun/0000/', '/kommun/vetlanda/', '/kommun/%00/', '/kommun/0685-vetlanda/x/'])
      expect((await site.get(path)).status, path).toBe(404)
  })

  test('is sent compressed, and not again to who has it', async () => {
    const plain = await site.text(PATH)
    for (const [coding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await site.get(PATH, { 'accept-encoding': coding })
      expect(response.headers.get('content-encoding')).toBe(coding)
      expect(open(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain)
      const etag = response.headers.get('etag') ?? ''
      const again = await site.get(PATH, { 'accept-encoding': coding, 'if-none-match': etag })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const since = (await site.get(PATH)).headers.get('last-modified') ?? ''
    expect((await site.get(PATH, { 'if-modified-since': since })).status).toBe(304)
    expect(await (await site.get(PATH, {}, 'HEAD')).text()).toBe('')
  })

  test('may neither be framed nor fetch anything from elsewhere', async () => {
    const csp = (await site.get(PATH)).headers.get('content-security-policy')
    expect(csp).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect((await site.get(PATH)).headers.get('set-cookie')).toBeNull()
  })

  test('is another one at midnight in Stockholm, and after the next load', async () => {
    const kalix = '/kommun/2514-kalix/' // its agreement is for 2024 to 2026
    site.setNow('2026-12-31T22:59:00Z')
    const before = await site.get(kalix)
    expect(textOf(await before.text())).toContain('gäller i dag')
    site.setNow('2026-12-31T23:00:00Z')
    const after = await site.get(kalix, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    const text = textOf(await after.text())
    expect(text).not.toContain('gäller i dag')
    expect(text).toContain('gick ut 2026')
    site.setNow('2026-11-30T12:00:00Z')
    await site.text(PATH)
    expect(await site.statementsOf(() => site.text(PATH))).toEqual([])
    site.app.drop()
    expect(await site.statementsOf(() => site.text(PATH))).not.toEqual([])
  })
})

test('a label within a sentence begins with a small letter, unless with an abbreviation', async () => {
  expect(textOf(await site.text('/diagram/amnen/'))).toMatch(
    /tar \d+ upp otrygga platser och offentlig miljö och \d+ ANDTS – alkohol/,
  )
  expect(textOf(await site.text('/en/chart/amnen/'))).toMatch(/\d+ take up (\p{Ll}|ANDTS)/u)
})

/** A choice in the address of a page that nothing offers. */
const unknownChoices = pageKinds.flatMap(({ examples: [example = ''], search = [] }) =>
  search.flatMap((name) =>
    ['nope', 'constructor', '99999999999', '%00'].map(
      (value) => `${example.replace(/\?.*/, '')}?${name}=${value}`,
    ),
  ),
)

test.each(unknownChoices)('%s is a page, or says that it is not', async (path) => {
  expect((await site.get(path)).status).toBeLessThan(500)
  expect(site.faults).toEqual([])
})

test('whoever has got an answer of a new revision gets no page of the one before, although nobody has told of the load', async () => {
  const own = await openSite({ data: sampleData() })
  try {
    expect(await own.text(PATH)).not.toContain('Ett nytt löfte')
    const changed = copyOf(sampleData())
    const promise = changed.tables.promises.find((row) => row.agreementId === '0685-2020')
    if (!promise) throw new Error('Vetlanda has a promise')
    promise.text = 'Ett nytt löfte'
    await load(own.database.db, changed)
    // A list of two pages is read by several statements, so that the revision is looked up.
    const { dataset } = await own.dataOf(
      '{ dataset { revision } agreements(first: 9) { nodes { promises(first: 1) { totalCount } } } }',
    )
    expect(dataset.revision).toBe(2)
    expect(await own.text(PATH)).toContain('Ett nytt löfte')
  } finally {
    await own.close()
  }
})

test('assets have addresses that never change, and name what they hold', async () => {
  const html = await site.text('/')
  const paths = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(paths).toHaveLength(3)
  const css = await site.text(paths.find((path) => path.endsWith('.css')) ?? '')
  paths.push(...[...css.matchAll(/url\((\/assets\/[^)]+)\)/g)].map(([, path = '']) => path))
  for (const path of new Set(paths)) {
    const response = await site.get(path)
    expect(response.status, path).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(path).toMatch(/\.[0-9a-f]{12}\.(css|js|woff2)$/)
  }
})
