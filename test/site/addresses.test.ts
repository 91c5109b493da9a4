import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledData, copyOf } from '../support/databases.ts'
import { fromJsonLd, fromTurtle } from '../support/graphs.ts'
import { examplePages, openSite, SITE, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ isReleased: true })
})
afterAll(() => site.close())

const leads = async (path: string, accept?: string) => {
  const response = await site.get(path, accept ? { accept } : {})
  return [response.status, response.headers.get('location')]
}

describe('an address by id', () => {
  test('leads to the page, or to linked data, by what is wanted', async () => {
    const at = '/id/municipality/0685'
    expect(await leads(at, 'text/html')).toEqual([303, '/kommun/0685-vetlanda/'])
    expect(await leads(at)).toEqual([303, '/kommun/0685-vetlanda/'])
    expect(await leads(at, 'text/turtle')).toEqual([303, `${at}.ttl`])
    expect(await leads(at, 'application/ld+json, text/html;q=0.5')).toEqual([303, `${at}.jsonld`])
    expect(await leads('/id/promise/0685-2020-p1', 'text/html')).toEqual([
      303,
      '/lofte/0685-2020/#0685-2020-p1',
    ])
    expect(await leads('/id/police-area/hoglandet')).toEqual([303, '/polis/hoglandet/'])
    for (const path of [
      '/id/municipality/0000',
      '/id/nothing/0685',
      '/id/municipality/%00',
      '/id/constructor/x',
    ])
      expect((await site.get(path)).status, path).toBe(404)
  })

  test('gives the same in Turtle as in JSON-LD, with the addresses of what it leads to', async () => {
    const turtle = await fromTurtle(await site.text('/id/municipality/0685.ttl'))
    const json = await fromJsonLd(await site.text('/id/municipality/0685.jsonld'))
    expect(json).toHaveLength(turtle.length)
    const said = turtle.map(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      object.value,
    ])
    const it = `${SITE}/id/municipality/0685`
    expect(said).toContainEqual([it, `${SITE}/schema.graphql#Municipality.population`, '27466'])
    expect(said).toContainEqual([it, `${SITE}/schema.graphql#Municipality.county`, `${SITE}/id/county/06`])
    expect(said).toContainEqual([it, 'http://xmlns.com/foaf/0.1/page', `${SITE}/kommun/0685-vetlanda/`])
    expect((await site.get('/id/county/06')).status).toBe(303)
  })
})

test('the site map lists every page in both languages, and nobody’s', async () => {
  const xml = await site.text('/sitemap.xml')
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.slice(SITE.length))
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.length).toBeGreaterThan(2 * (290 + 21 + 606))
  for (const path of examplePages.filter(
    (each) => !each.includes('?') && !/person|kalla\/1383|source\/1383|\/inbaddning\/|\/embed\//.test(each),
  ))
    expect(listed, path).toContain(path)
  expect(xml).not.toContain('/person/')
  expect(xml).not.toMatch(/\/(?:inbaddning|embed)\//) // what frames of other sites show is not to be found by itself
  for (const path of listed.filter((_path, index) => index % 97 === 0))
    expect((await site.get(path)).status, path).toBe(200)
  expect(await site.text('/robots.txt')).toContain(`Sitemap: ${SITE}/sitemap.xml`)
})

test('every link of every example leads somewhere, without JavaScript', async () => {
  const seen = new Map<string, string>()
  for (const from of examplePages)
    for (const [, href = ''] of (await site.text(from)).matchAll(/href="([^"]*)"/g))
      if (/^[/#?]/.test(href)) seen.set(new URL(href.replaceAll('&amp;', '&'), `${SITE}${from}`).href, from)
  const lost: string[] = []
  const anchors = new Map<string, string>()
  for (const [href, from] of seen) {
    const { pathname, search, hash } = new URL(href)
    if (pathname === '/graphql') continue // the queries are asked by another test
    const at = `${pathname}${search}`
    if (!anchors.has(at)) {
      const response = await site.get(at, { accept: 'text/html' })
      anchors.set(at, await response.text())
      if (response.status !== 200 && response.status !== 303) lost.push(`${from} → ${at}: ${response.status}`)
    }
    if (hash && !anchors.get(at)?.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
      lost.push(`${from} → ${href}`)
  }
  expect(lost).toEqual([])
  expect(seen.size).toBeGreaterThan(1_000)
}, 300_000)

test('a name that is withdrawn is gone from pages, data, search and site map, and its address says so', async () => {
  const data = copyOf(bundledData())
  const { tables } = data
  const name = 'Jonas Lindell'
  const withheld = {
    ...data,
    tables: {
      ...tables,
      signatories: tables.signatories.filter(({ id }) => id !== 'jonas-lindell'),
      signatures: tables.signatures.filter(({ signatoryId }) => signatoryId !== 'jonas-lindell'),
      tombstones: [
        ...tables.tombstones,
        {
          dataset: 'signatories',
          recordId: 'jonas-lindell',
          withdrawnOn: '2026-11-30',
          reasonSv: 'Namnet är undantaget.',
          reasonEn: 'The name is withheld.',
        },
      ],
    },
  }
  const without = await openSite({ data: withheld as never })
  try {
    expect(await site.text('/kommun/0685-vetlanda/')).toContain(name)
    for (const path of [
      '/kommun/0685-vetlanda/',
      '/lofte/0685-2020/',
      '/kommun/0684-savsjo/',
      '/sitemap.xml',
    ])
      for (const form of path.endsWith('/') ? ['', 'index.json'] : [''])
        expect(await without.text(`${path}${form}`), `${path}${form}`).not.toMatch(
          /Jonas Lindell|jonas-lindell/,
        )
    expect((await without.get('/person/jonas-lindell/')).status).toBe(404)
    const gone = await without.get('/id/signatory/jonas-lindell')
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({
      status: 410,
      detail: expect.stringContaining('The name is withheld'),
    })
    const search = await without.text('/sok/?q=jonas+lindell')
    expect(search.replace(/value="[^"]*"|”[^”]*”|<title>.*?<\/title>|<meta[^>]*>/g, '')).not.toMatch(
      /Jonas|Lindell/,
    )
  } finally {
    await without.close()
  }
})
