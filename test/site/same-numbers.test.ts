import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '../../src/records/read-data.ts'
import { formats } from '../../src/site/formats.ts'
import { bundledData, sampleData } from '../support/databases.ts'
import { emptied } from '../support/emptied.ts'
import { DAY, openSite, type TestSite, textOf } from '../support/site.ts'
import { tenfold } from '../support/tenfold.ts'

const CITIZEN_PROMISES = 'filter: { kind: CITIZEN_PROMISE }'

interface Counted {
  readonly totalCount: number
}

interface ByExtent {
  readonly transcribed: number
  readonly catalogued: number
}

interface CountedMunicipality {
  readonly code: string
  readonly name: string
  readonly url: string
  readonly county: { readonly policeRegion: { readonly key: string } }
  readonly years: readonly { readonly year: number; readonly state: string }[]
  readonly agreements: Counted
}

/** What each way of counting must give, on data of each kind: what we publish, nothing, and much more than today. */
const DATA: readonly (readonly [string, () => Data])[] = [
  ['the bundled data', bundledData],
  ['data without agreements', () => emptied(bundledData())],
  ['ten times the sample', () => tenfold(sampleData())],
]

describe.each(DATA)('the numbers of pages are those of GraphQL, in %s', (_name, dataOf) => {
  let site: TestSite
  beforeAll(async () => {
    const data = dataOf()
    site = await openSite(data === bundledData() ? {} : { data })
  })
  afterAll(() => site.close())

  const csv = async (path: string): Promise<{ readonly [column: string]: string }[]> =>
    parse(await site.text(path), { columns: true, bom: true })

  /** Numbers by key, of what GraphQL counts by groups. */
  async function groups(groupBy: string): Promise<Map<string | null, number>> {
    const data = await site.dataOf(
      `{ statistics(groupBy: ${groupBy}, ${CITIZEN_PROMISES}) { key agreements { transcribed catalogued } } }`,
    )
    return new Map(
      data.statistics.map((each: { key: string; agreements: ByExtent }) => [
        each.key,
        each.agreements.transcribed + each.agreements.catalogued,
      ]),
    )
  }

  /** How many agreements each filter leaves. */
  async function countsOf(filters: { readonly [name: string]: string }): Promise<{ [name: string]: number }> {
    const names = Object.keys(filters)
    const found: { [name: string]: number } = {}
    for (let from = 0; from < names.length; from += 10) {
      const part = names.slice(from, from + 10)
      const fields = part.map(
        (name) => `${name}: agreements(first: 1, filter: ${filters[name]}) { totalCount }`,
      )
      const data = await site.dataOf(`{ ${fields.join(' ')} }`)
      for (const name of part) found[name] = data[name].totalCount
    }
    return found
  }

  async function municipalities(filter = ''): Promise<CountedMunicipality[]> {
    const all: CountedMunicipality[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { municipalities: page } = await site.dataOf(
        `query ($after: String) { municipalities(first: 100, after: $after${filter && `, filter: ${filter}`}) {
          nodes { code name url county { policeRegion { key } } years { year state } agreements(first: 1, ${CITIZEN_PROMISES}) { totalCount } }
          pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      all.push(...page.nodes)
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    return all
  }

  test('of each municipality: how many agreements it has, and each of them', async () => {
    const all = await municipalities()
    expect(all).toHaveLength(290)
    const held: { [name: string]: { agreements: Counted & { nodes: { key: string }[] } } } = {}
    for (let from = 0; from < all.length; from += 5) {
      const fields = all
        .slice(from, from + 5)
        .map(
          ({ code }) =>
            `m${code}: municipality(code: "${code}") { agreements(first: 100) { totalCount nodes { key } } }`,
        )
      Object.assign(held, await site.dataOf(`{ ${fields.join(' ')} }`))
    }
    for (const { code, url, agreements } of all) {
      const html = await site.text(new URL(url, 'http://x').pathname)
      const says = textOf(/<p class="says" id="says">(.*?)<\/p>/s.exec(html)?.[1] ?? '')
      const { totalCount } = agreements
      if (totalCount === 0)
        expect(says, code).toMatch(/inget medborgarlöfte|utan att hitta något|inte undersökt/)
      else
        expect(says, code).toContain(
          totalCount === 1 ? 'ett medborgarlöfte' : `${formats.sv.words(totalCount)} medborgarlöften`,
        )
      const { totalCount: all = 0, nodes = [] } = held[`m${code}`]?.agreements ?? {}
      const shown = nodes.filter(({ key }) => html.includes(`id="${key}"`)).length
      if (shown < all) expect(textOf(html), code).toContain(`Här visas ${shown} av ${all}.`)
    }
  })

  test('of each county: its municipalities, each with its agreements', async () => {
    const { counties } = await site.dataOf('{ counties(first: 100) { nodes { code url } } }')
    expect(counties.nodes).toHaveLength(21)
    const rows = await csv('/diagram/kommuner-per-lan/index.csv')
    for (const { code, url } of counties.nodes) {
      const own = await municipalities(`{ county: "${code}" }`)
      const text = textOf(await site.text(new URL(url, 'http://x').pathname))
      for (const { name, agreements } of own)
        if (agreements.totalCount > 0)
          expect(text, code).toMatch(new RegExp(`${name} [^0]*? .*?${agreements.totalCount}`))
      const row = rows.find((each) => each.county_code === code)
      expect(Number(row?.municipalities), code).toBe(own.length)
      const { active } = await countsOf({
        active: `{ kind: CITIZEN_PROMISE, county: "${code}", activeOn: "${DAY}" }`,
      })
      expect(Number(row?.active) > 0, code).toBe((active ?? 0) > 0)
    }
  })

  test('of each topic: its agreements, of all and by year', async () => {
    const byTopic = await groups('TOPIC')
    const list = textOf(await site.text('/amne/'))
    const { topics, all } = await site.dataOf(
      `{ topics(first: 100) { nodes { key labelSv url } } all: agreements(first: 1, ${CITIZEN_PROMISES}) { totalCount } }`,
    )
    const chart = new Map(
      (await csv('/diagram/amnen/index.csv')).map(({ topic, agreements }) => [topic, agreements]),
    )
    for (const { key, labelSv, url } of topics.nodes) {
      const count = byTopic.get(key) ?? 0
      expect(Number(chart.get(key) || 0), key).toBe(count)
      expect(list, key).toContain(`${labelSv} ${formats.sv.number(count)} `)
      const text = textOf(await site.text(new URL(url, 'http://x').pathname))
      const years = await csv(`${new URL(url, 'http://x').pathname}index.csv`)
      for (const end of [years[0], years.filter(({ year }) => year).at(-1)])
        expect(Number(end?.of_known ?? 1), `${key}: a year without known promises`).toBeGreaterThan(0)
      const { statistics } = await site.dataOf(
        `{ statistics(groupBy: ALL, filter: { kind: CITIZEN_PROMISE, topic: "${key}" }) { municipalities } }`,
      )
      const municipalities = statistics[0]?.municipalities
      if (count > 0)
        expect(text, key).toContain(
          `i ${formats.sv.number(count)} av de ${formats.sv.number(all.totalCount)} medborgarlöften som vi känner till, i ${formats.sv.count(municipalities, { one: 'en kommun', other: 'kommuner' })}.`,
        )
    }
  })

  test('of the list of agreements: what each facet counts is what its link leads to, and states add up', async () => {
    const { all } = await site.dataOf('{ all: agreements(first: 1) { totalCount } }')
    const facetsOf = async (path: string) => {
      const links = (await site.text(path)).matchAll(
        /<li><a href="([^"]+)" rel="nofollow">[^<]*<\/a> <span[^>]*>([^<]+)/g,
      )
      return Array.from(links, ([, href = '', count = '']) => ({
        href: href.replaceAll('&amp;', '&'),
        count: Number(count.replaceAll(/\s/g, '')),
      }))
    }
    const first = await facetsOf('/lofte/')
    const states = first.filter(({ href }) => href.includes('lage='))
    expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount)
    const [county] = first.filter(({ href }) => href.includes('lan='))
    const within = county ? await facetsOf(county.href) : []
    for (const links of [first, within])
      for (const facet of ['lage', 'ar', 'amne', 'lan', 'lasning'])
        for (const { href, count } of links.filter((each) => each.href.includes(`${facet}=`)).slice(-2)) {
          const rows = await csv(href.replace('?', 'index.csv?'))
          expect(rows, href).toHaveLength(count)
          expect(await site.text(href)).toContain(
            `${formats.sv.number(count)} av ${formats.sv.number(all.totalCount)} kända`,
          )
        }
  })

  test('of the charts by year: the agreements that began in each', async () => {
    const began = (year: string) =>
      `{ kind: CITIZEN_PROMISE, stage: AGREED, periodStart: { from: "${year}-01-01", to: "${year}-12-31" } }`
    const rows = (await csv('/diagram/nya-per-ar/index.csv')).filter(({ year }) => year)
    const found = await countsOf(Object.fromEntries(rows.map(({ year }) => [`y${year}`, began(year ?? '')])))
    for (const { year, new_agreements: count } of rows) expect(Number(count), year).toBe(found[`y${year}`])
  })

  test('of the chart of topics by year: every cell', async () => {
    const cells = await csv('/diagram/amnen-per-ar/index.csv')
    const years = [...new Set(cells.map(({ year = '' }) => year))]
    const begun = (year: string) =>
      year === ''
        ? 'not: { periodStart: { from: "1000-01-01" } }'
        : `periodStart: { from: "${year}-01-01", to: "${year}-12-31" }`
    for (const year of years) {
      const { statistics } = await site.dataOf(
        `{ statistics(groupBy: TOPIC, filter: { kind: CITIZEN_PROMISE, stage: AGREED, ${begun(year)} }) {
          key agreements { transcribed catalogued } } }`,
      )
      const found = new Map<string, number>(
        statistics.map(({ key, agreements: of }: { key: string | null; agreements: ByExtent }) => [
          key ?? '',
          of.transcribed + of.catalogued,
        ]),
      )
      for (const { topic = '', agreements, ...cell } of cells)
        if (cell.year === year) expect(Number(agreements), `${topic} ${year}`).toBe(found.get(topic) ?? 0)
    }
  })

  test('of the chart of police regions: the municipalities with an agreement in each year, and those not researched', async () => {
    const rows = await csv('/diagram/polisregioner/index.csv')
    const { statistics } = await site.dataOf(
      `{ statistics(groupBy: [POLICE_REGION, YEAR], ${CITIZEN_PROMISES}) { key second { key } municipalities } }`,
    )
    const found = new Map<string, number>(
      statistics.map(
        ({
          key,
          second,
          municipalities: count,
        }: {
          key: string
          second: { key: string | null }
          municipalities: number
        }) => [`${key} ${second.key}`, count],
      ),
    )
    const all = await municipalities()
    for (const row of rows) {
      const of = `${row.police_region} ${row.year}`
      expect(Number(row.with_known_agreement), of).toBe(found.get(of) ?? 0)
      const own = all.filter(({ county }) => county.policeRegion.key === row.police_region)
      const researched = own.filter(({ years }) =>
        years.some(({ year, state }) => year === Number(row.year) && /^(KNOWN|NONE_FOUND)$/.test(state)),
      )
      expect(Number(row.not_researched), of).toBe(own.length - researched.length)
      if (researched.length === 0) expect(row.with_known_agreement, of).toBe('')
    }
  })

  test('of the charts of what was reported and what can be measured: the shares of statistics', async () => {
    const WHOLE = 'commitmentsSeen: [WHOLE_DOCUMENT, WHOLE_LIST]'
    const share = (name: string) => `${name} { count of }`
    const { all, whole } = await site.dataOf(
      `{ all: statistics(groupBy: ALL) { promises activities ${share('promisesReported')} ${share('activitiesReported')} }
        whole: statistics(groupBy: ALL, filter: { ${WHOLE} }) { ${share('promisesWithTarget')} ${share('activitiesWithTarget')} } }`,
    )
    const agreements = await countsOf({
      all: '{ kind: CITIZEN_PROMISE }',
      found: '{ kind: CITIZEN_PROMISE, reportState: FOUND }',
      notResearched: '{ kind: CITIZEN_PROMISE, reportState: NOT_RESEARCHED }',
      measurable: `{ ${WHOLE}, hasTarget: true }`,
      whole: `{ ${WHOLE} }`,
      every: '{}',
    })
    const { found = 0, notResearched = 0, measurable = 0 } = agreements
    const numbersOf = async (slug: string, columns: readonly string[]) =>
      (await csv(`/diagram/${slug}/index.csv`)).map((row) => [
        row.counted,
        ...columns.map((name) => (row[name] === '' ? null : Number(row[name]))),
      ])
    const ofReported = (name: 'promises' | 'activities') => {
      const { [name]: count, [`${name}Reported`]: reported } = all[0]
      return [name, reported.count, reported.of - reported.count, count - reported.of]
    }
    expect(await numbersOf('lovat-och-redovisat', ['report_found', 'none_found', 'not_researched'])).toEqual([
      ['agreements', found, (agreements.all ?? 0) - found - notResearched, notResearched],
      ofReported('promises'),
      ofReported('activities'),
    ])
    const ofMeasurable = (name: 'promises' | 'activities') => {
      const { count, of } = whole[0][`${name}WithTarget`]
      return [name, count, of - count, null]
    }
    expect(await numbersOf('matbara-mal', ['with_target', 'without_target', 'not_read_whole'])).toEqual([
      [
        'agreements',
        measurable,
        (agreements.whole ?? 0) - measurable,
        (agreements.every ?? 0) - (agreements.whole ?? 0),
      ],
      ofMeasurable('promises'),
      ofMeasurable('activities'),
    ])
  })

  test('of promised numbers: how many of each kind', async () => {
    const byKind = new Map<string, number>()
    for (const { target_what: what = '', numbers } of await csv('/diagram/lovade-antal/index.csv'))
      byKind.set(what, (byKind.get(what) ?? 0) + Number(numbers))
    const kinds = [...byKind.keys()].filter((what) => what !== '')
    const found = new Map<string, number>()
    for (const what of kinds) {
      const filter = `filter: { targetWhat: ${what.toUpperCase()} }`
      const { promises, activities } = await site.dataOf(
        `{ promises(first: 1, ${filter}) { totalCount } activities(first: 1, ${filter}) { totalCount } }`,
      )
      found.set(what, promises.totalCount + activities.totalCount)
    }
    const { statistics } = await site.dataOf('{ statistics(groupBy: ALL) { targetsOfUnknownKind } }')
    const unknown = statistics[0]?.targetsOfUnknownKind ?? 0
    expect(byKind.get('') ?? 0).toBe(unknown)
    expect(kinds.map((what) => [what, byKind.get(what)])).toEqual([...found])
    const all = [...byKind.values()].reduce((sum, count) => sum + count, 0)
    const text = textOf(await site.text('/lovade-antal/'))
    if (all > 0) expect(text).toContain(`anger ${formats.sv.number(all)} löften och aktiviteter ett antal`)
  })

  test('of the map: each municipality in one class, by its last agreement', async () => {
    const rows = await csv('/diagram/senast-kanda-lofte/index.csv')
    expect(new Set(rows.map((row) => row.municipality_code)).size).toBe(290)
    const active = await site.dataOf(
      `{ agreements(first: 100, filter: { kind: CITIZEN_PROMISE, activeOn: "${DAY}" }) { nodes { municipalities { code } } } }`,
    )
    const codes = active.agreements.nodes.flatMap((each: { municipalities: { code: string }[] }) =>
      each.municipalities.map(({ code }) => code),
    )
    expect(rows.filter((row) => row.class === 'active').map((row) => row.municipality_code)).toEqual(
      [...new Set(codes)].sort(),
    )
    const known = (await municipalities()).filter(({ agreements }) => agreements.totalCount > 0)
    const without = rows.filter((row) => row.class === 'none_found' || row.class === 'not_researched')
    expect(without).toHaveLength(290 - known.length)
  })
})
