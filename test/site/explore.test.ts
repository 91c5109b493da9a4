import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchOf, viewOf } from '../../src/charts/explore/view.ts'
import { openSite, SITE, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const rowsOf = async (path: string): Promise<{ [column: string]: string }[]> =>
  parse(await site.text(path), { columns: true, bom: true })

/** Views, each with the list of GraphQL that has the same rows. */
const VIEWS: readonly (readonly [search: string, list: string])[] = [
  ['', 'promises(first: 1)'],
  [
    '?visa=aktiviteter&efter=lan&raknar=TRAFFIC_CHECKS',
    'activities(first: 1, filter: { targetWhat: TRAFFIC_CHECKS })',
  ],
  ['?visa=avtal&efter=amne&lan=06', 'agreements(first: 1, filter: { county: "06", kind: CITIZEN_PROMISE })'],
  ['?visa=redovisningar&efter=utfall', 'reports(first: 1)'],
  ['?visa=redovisningar&efter=lan&lan=18', 'reports(first: 1, filter: { county: "18" })'],
  ['?efter=redovisat&amne=narcotics', 'promises(first: 1, filter: { topic: "narcotics" })'],
  [
    '?visa=aktiviteter&ar=2020&ord=trafik',
    'activities(first: 1, filter: { agreement: { periodStart: { from: "2020-01-01", to: "2020-12-31" } }, or: [{ text: { contains: "trafik" } }, { gistSv: { contains: "trafik" } }, { gistEn: { contains: "trafik" } }] })',
  ],
]

describe.each(VIEWS)('the view %s', (search, list) => {
  test('has the rows and numbers of GraphQL, in page, data, picture and frame', async () => {
    const [found] = Object.values(await site.dataOf(`{ ${list} { totalCount } }`)) as [{ totalCount: number }]
    const rows = await rowsOf(`/utforska/index.csv${search}`)
    expect(rows).toHaveLength(found.totalCount)
    const groups = await rowsOf(`/utforska.csv${search}`)
    const counted = groups.reduce((sum, { count }) => sum + Number(count), 0)
    // Years and reports part all rows; of counties and topics a row may have several.
    if (/efter=(lan|amne)/.test(search)) expect(counted).toBeGreaterThanOrEqual(found.totalCount)
    else expect(counted).toBe(found.totalCount)
    const years = groups.filter(({ group = '' }) => /^\d{4}$/.test(group))
    // Years before and after all that is known would look as if nothing had been promised.
    for (const end of [years[0], years.at(-1)]) expect(Number(end?.count ?? 1)).toBeGreaterThan(0)
    const { rows: records } = JSON.parse(await site.text(`/utforska.json${search}`))
    expect(records.map(({ count }: { count: number }) => String(count))).toEqual(
      groups.map(({ count }) => count),
    )
    const page = await site.text(`/utforska/${search}`)
    for (const form of ['svg', 'png', 'csv', 'json'])
      expect(page).toContain(`href="/utforska.${form}${search.replaceAll('&', '&amp;')}"`)
    const frame = await site.text(`/utforska/inbaddning/${search}`)
    const svg = await site.text(`/utforska.svg${search}`)
    for (const { label, count } of groups) {
      const told = new RegExp(
        `${label}, [^:<]+: ${Number(count).toLocaleString('sv-SE').replace(/\s/g, '\\s')}<`,
      )
      for (const each of [page, frame, svg]) expect(each).toMatch(told)
    }
    expect(textOf(page)).toContain('Talen gäller det som vi känner till och har läst.')
  })
})

test('a view that finds nothing is told as what we know, and no more', async () => {
  expect(textOf(await site.text('/utforska/?ord=zzz'))).toContain(
    'Vi känner till inget som stämmer med urvalet (ord i texten: ”zzz”).',
  )
})

test('the address keeps what was chosen, and in the other language; what cannot be chosen is left out', async () => {
  const choices = {
    ar: ['2020'],
    lan: ['06'],
    amne: ['narcotics'],
    raknar: ['VISITS'],
    redovisat: ['FOUND'],
    utfall: ['MIXED'],
    ord: null,
  }
  const kept = (search: string) => searchOf(viewOf(new URLSearchParams(search), choices))
  expect(kept('')).toBe('')
  expect(kept('visa=loften&efter=ar&lan=&ord=+')).toBe('')
  expect(kept('efter=lan&visa=avtal&ord=båt&lan=06')).toBe('?visa=avtal&efter=lan&lan=06&ord=b%C3%A5t')
  expect(kept('lan=99&amne=%00&visa=allt&efter=alla')).toBe('')
  expect(kept('visa=redovisningar&raknar=VISITS&redovisat=FOUND&utfall=MIXED')).toBe(
    '?visa=redovisningar&utfall=MIXED',
  )
  const page = await site.text('/utforska/?visa=avtal&lan=06')
  expect(page).toContain('<a class="lang" href="/en/explore/?visa=avtal&amp;lan=06"')
  expect(page).toContain('<option value="06" selected>Jönköping</option>')
  expect(page).toContain(`src=&quot;${SITE}/utforska/inbaddning/?visa=avtal&amp;amp;lan=06&quot;`)
  expect(page).toContain('noindex')
  expect(page).toContain('href="/utforska/index.csv?visa=avtal&amp;lan=06"')
  const cited = await site.get('/utforska/cite.bib?visa=avtal&lan=06')
  expect(await cited.text()).toContain('/utforska/?visa=avtal&lan=06')
})

test('the picture of a view is drawn', async () => {
  const response = await site.get('/utforska.png?visa=avtal&efter=lan')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(1200)
})

test('a view takes a bounded number of statements', async () => {
  for (const [search, most] of [
    ['', 60],
    ['?visa=avtal&efter=amne', 70],
    ['?visa=redovisningar&efter=utfall', 50],
  ] as const) {
    site.app.drop()
    const statements = await site.statementsOf(() => site.text(`/utforska/${search}`))
    expect(statements.length, search).toBeLessThanOrEqual(most)
  }
})
