import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedWords } from '../../src/site/shared-words.ts'
import { alikeTexts } from '../../src/site/texts/alike.ts'
import { calendarTexts } from '../../src/site/texts/calendar.ts'
import { numberTexts } from '../../src/site/texts/numbers.ts'
import { reportTexts } from '../../src/site/texts/reports.ts'
import { openSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const rowsOf = async (path: string): Promise<{ [column: string]: string }[]> =>
  parse(await site.text(path), { columns: true, bom: true })
const statementsFor = async (path: string) => {
  site.app.drop()
  return (await site.statementsOf(() => site.text(path))).length
}

describe('promises that can be counted', () => {
  test('are listed by what they count, in the numbers of GraphQL', async () => {
    const rows = await rowsOf('/lovade-antal/index.csv')
    const { statistics } = await site.dataOf(
      '{ statistics(groupBy: ALL) { targets { what count municipalities } } }',
    )
    expect(
      rows.map((row) => [row.target_what, row.promises_and_activities, row.municipalities].join()).sort(),
    ).toEqual(
      statistics[0].targets
        .map((each: { what: string; count: number; municipalities: number }) =>
          [each.what.toLowerCase(), each.count, each.municipalities].join(),
        )
        .sort(),
    )
    // By name, not by number: nothing is ranked.
    const listed = [...(await site.text('/lovade-antal/')).matchAll(/lovade-antal\/[a-z-]+\/">([^<]+)/g)]
    expect(listed.length).toBe(rows.length)
    const names = listed.map(([, name = '']) => name)
    expect(names).toEqual(names.toSorted(new Intl.Collator('sv').compare))
  })

  test('have a page for each kind, with every promise and activity that names one', async () => {
    const { promises, activities } = await site.dataOf(`{
      promises(first: 1, filter: { targetWhat: TRAFFIC_CHECKS }) { totalCount }
      activities(first: 1, filter: { targetWhat: TRAFFIC_CHECKS }) { totalCount }
    }`)
    const rows = await rowsOf('/lovade-antal/traffic-checks/index.csv')
    expect(rows).toHaveLength(promises.totalCount + activities.totalCount)
    const html = await site.text('/lovade-antal/traffic-checks/')
    expect(html.match(/<tr><th scope="row"><a href="\/kommun/g)).toHaveLength(Math.min(rows.length, 100))
    expect(textOf(html)).toContain('minst 15 trafikkontroller per år')
    expect(await site.text('/lofte/0685-2020/')).toContain('href="/lovade-antal/traffic-checks/"')
    expect((await site.get('/lovade-antal/traffic_checks/')).status).toBe(404)
    expect((await site.get('/lovade-antal/nothing/')).status).toBe(404)
  })

  test('are told of as none, one, many', () => {
    const { sv, en } = numberTexts
    expect(sv.says(0, 0)).toContain('Det säger inget om källor som vi inte har läst')
    expect(sv.says(1, 1)).toBe(
      'I det som vi har läst anger ett löfte eller en aktivitet ett antal, av ett slag.',
    )
    expect(en.says(20, 3)).toContain('20 promises and activities name a number, of three different kinds')
    expect(sv.saysOne('Skyddsrum', 0, 0)).toContain('inget löfte som vi har läst anger')
    expect(en.saysOne('Visits', 1, 1)).toContain(
      'one promise or activity that names a number, in one municipality',
    )
  })
})

describe('reports', () => {
  test('are listed, narrowed by what they say, publisher, year and county', async () => {
    const { reports, news } = await site.dataOf(`{
      reports(first: 1) { totalCount }
      news: reports(first: 1, filter: { publisherKind: NEWS, not: { publishedOn: { from: "1900-01-01" } } }) { totalCount }
    }`)
    expect(await rowsOf('/redovisning/index.csv')).toHaveLength(reports.totalCount)
    expect(await rowsOf('/redovisning/index.csv?utgivare=NEWS&ar=okant')).toHaveLength(news.totalCount)
    expect(textOf(await site.text('/redovisning/?ar=1900'))).toContain(reportTexts.sv.none)
    expect(await site.text('/redovisning/?sida=2')).toContain('aria-current="page">Sida 2')
  })

  test('have a page each: what is reported, by whom, of which promise', async () => {
    const html = await site.text('/redovisning/1763-rep1/')
    const { report } = await site.dataOf(
      '{ report(id: "1763-rep1") { sourceUrl outcomes(first: 100) { nodes { key } } } }',
    )
    expect(html).toContain(`href="${report.sourceUrl.replaceAll('&', '&amp;')}"`)
    for (const { key } of report.outcomes.nodes) expect(html).toContain(`<tr id="${key}">`)
    expect(textOf(html)).toMatch(/En redovisning om \S+ kommun, publicerad av (polisen|kommunen)/)
    expect(textOf(html)).toContain('Redovisat')
    expect(await site.text('/lofte/0125-2021/')).toContain('id="0125-2021-o1"')
    expect((await site.get('/redovisning/none/')).status).toBe(404)
  })

  test('that were not read, or are not known, are told as such', async () => {
    expect(textOf(await site.text('/redovisning/0126-rep1/'))).toContain(
      'Vi har inte fört in vad den säger om enskilda löften.',
    )
    expect(reportTexts.sv.says(0, 0)).toContain('Det betyder inte att ingen har gjorts')
    expect(reportTexts.en.says(1, 1)).toBe('We know of one report of how it went.')
  })
})

describe('the calendar', () => {
  test('tells what falls due from today on, and in a year, with the rule of each', async () => {
    const rows = await rowsOf('/kalender/index.csv')
    expect(rows.length).toBeGreaterThan(0)
    for (const { due_on = '' } of rows) expect(due_on >= '2026-11-30', due_on).toBe(true)
    const { agreements } = await site.dataOf(
      '{ agreements(first: 1, filter: { periodEnd: { from: "2026-11-30" } }) { totalCount } }',
    )
    expect(rows.filter(({ kind }) => kind === 'end')).toHaveLength(agreements.totalCount)
    const past = await rowsOf('/kalender/index.csv?ar=2017')
    // Habo: a follow-up by a day, and two in months that the source names.
    expect(
      past.filter(({ kind }) => kind === 'follow_up').map((row) => [row.due_on, row.precision, row.rule]),
    ).toEqual([
      ['2017-01-31', 'day', 'stated'],
      ['2017-05-31', 'month', 'each_year'],
      ['2017-09-30', 'month', 'each_year'],
    ])
    const text = textOf(await site.text('/kalender/?ar=2017'))
    expect(text).toContain('Maj 2017 Uppföljning Habo')
    expect(text).toContain(calendarTexts.sv.rules.each_year)
  })

  test('tells of what has passed nothing but what was reported', async () => {
    const text = textOf(await site.text('/kalender/?ar=2022'))
    expect(text).toContain('Att en dag har gått säger ingenting om hur det gick')
    expect(text).toContain('Vi har inte letat efter någon redovisning.')
    expect(calendarTexts.sv.saysYear(0, '1999')).toContain('känner vi inte till något')
    expect(calendarTexts.en.saysUpcoming(1, '2026-11-30')).toContain('one thing that is due or end')
  })

  test('names a day, a month, a season and a year no more precisely than the source', () => {
    expect(calendarTexts.sv.noMonth('2020')).toBe('2020, ingen månad angiven')
    expect(calendarTexts.sv.seasons.SPRING).toBe('Våren')
  })
})

describe('texts worded alike', () => {
  test('stand side by side, each pair once, with the words marked that both have', async () => {
    const rows = await rowsOf('/lika-ord/index.csv')
    expect(rows.length).toBeGreaterThan(0)
    const pairs = rows.map(({ id, similar_id }) => [id, similar_id].sort().join())
    expect(new Set(pairs).size).toBe(rows.length)
    const html = await site.text('/lika-ord/')
    const quoted = [...html.matchAll(/<blockquote lang="sv">(.*?)<\/blockquote>/gs)].map(
      ([, text = '']) => text,
    )
    expect(quoted).toHaveLength(2 * rows.length)
    expect(quoted[0]).toContain('<mark>')
    expect(textOf(quoted[0] ?? '').trim()).toBe(rows[0]?.text?.replace(/\s+/g, ' '))
    expect(alikeTexts.sv.says(0, 0)).toContain('finns inga')
  })

  test('share the longest sequence of words, whatever their capitals and punctuation', () => {
    const shared = (text: ReturnType<typeof sharedWords>[number]) =>
      text.flatMap(({ text, isShared }) => (isShared ? [text.trim()] : []))
    const [one, other] = sharedWords(
      'Polisen ska, minst femton gånger, patrullera.',
      'Kommunen ska minst tio gånger vandra',
    )
    expect(shared(one)).toEqual(['ska, minst', 'gånger,'])
    expect(shared(other)).toEqual(['ska minst', 'gånger'])
    expect(one.map(({ text }) => text).join('')).toBe('Polisen ska, minst femton gånger, patrullera.')
    expect(sharedWords('', 'ord')).toEqual([[], [{ text: 'ord', isShared: false }]])
    const long = Array.from({ length: 3_000 }, (_, index) => `ord${index}`).join(' ')
    const [whole] = sharedWords(long, long)
    expect(whole.map(({ text }) => text).join('')).toBe(long)
  })
})

test('pages of numbers, reports, the calendar and texts alike take a bounded number of statements', async () => {
  for (const [path, most] of [
    ['/lovade-antal/', 12],
    ['/lovade-antal/traffic-checks/', 40],
    ['/redovisning/', 30],
    ['/redovisning/1763-rep1/', 30],
    ['/kalender/', 60],
    ['/kalender/?ar=2020', 60],
    ['/lika-ord/', 40],
  ] as const)
    expect(await statementsFor(path), path).toBeLessThanOrEqual(most)
})

test('the feed of corrections is Atom, and empty where nothing has changed', async () => {
  for (const [path, page] of [
    ['/rattelser.atom', '/rattelser/'],
    ['/en/corrections.atom', '/en/corrections/'],
  ] as const) {
    const response = await site.get(path)
    expect(response.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await response.text()
    expect(xml).toContain(`<id>https://data.example.se${path}</id>`)
    expect(xml).toContain(`href="https://data.example.se${page}"`)
    expect(xml).toMatch(/<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/)
    expect(xml).not.toContain('<entry>')
    expect(await site.text(page)).toContain(`type="application/atom+xml" title=`)
  }
})
