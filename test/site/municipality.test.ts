import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tilePlaces } from '../../src/site/parts/tile-grid.ts'
import { municipalityTexts } from '../../src/site/texts/municipality.ts'
import { bundledData } from '../support/databases.ts'
import { emptied } from '../support/emptied.ts'
import { openSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('the sentence at the head', () => {
  const says = (path: string) =>
    site.text(path).then((html) => /<p class="says" id="says">(.*?)<\/p>/s.exec(html)?.[1])

  test.each([
    [
      '/kommun/1383-varberg/',
      'Varbergs kommun har sju medborgarlöften som vi känner till, med början från 2017 till 2023. Det senaste gick ut 2024. Något nyare känner vi inte till.',
    ],
    [
      '/en/municipality/1383-varberg/',
      'Varbergs kommun has seven agreements (medborgarlöften) that we know of, beginning from 2017 to 2023. The last one ended in 2024. We know of nothing newer.',
    ],
    [
      '/kommun/1284-hoganas/',
      'Vi känner till en överenskommelse eller plan mellan Höganäs kommun och polisen, men inget medborgarlöfte. Det kan finnas löften som vi inte har hittat.',
    ],
    [
      '/kommun/1784-arvika/',
      'Vi har letat efter medborgarlöften i Arvika kommun utan att hitta något. Det kan finnas löften som inte är publicerade på nätet.',
    ],
  ])('%s', async (path, sentence) => {
    expect(await says(path)).toBe(sentence)
  })

  test('tells none, one, many and unknown', () => {
    const latest = { lifecycle: 'ACTIVE', period: '2026', endYear: 2026, counts: null } as const
    const about = { name: 'Ö kommun', state: 'TRANSCRIBED', count: 1, years: [2026, 2026], latest } as const
    const counts = { promises: 1, activities: 1, targets: 0 }
    const { sv, en } = municipalityTexts
    expect(sv.says(about)).toBe(
      'Ö kommun har ett medborgarlöfte som vi känner till. Det gäller i dag (2026).',
    )
    expect(sv.says({ ...about, latest: { ...latest, counts } })).toContain(
      'ett löfte och en aktivitet, ingen med ett mätbart mål. Det gäller i dag.',
    )
    expect(en.says({ ...about, count: 12, years: [2015, 2026] })).toBe(
      'Ö kommun has 12 agreements (medborgarlöften) that we know of, beginning from 2015 to 2026. The last one is in force today (2026).',
    )
    expect(sv.says({ ...about, state: 'NOT_RESEARCHED', count: 0, latest: null })).toBe(
      'Vi har ännu inte undersökt om Ö kommun har medborgarlöften. Att sidan är tom säger ingenting om kommunen.',
    )
    expect(sv.says({ ...about, latest: { ...latest, lifecycle: 'UNKNOWN' } })).toContain(
      'Om det gäller i dag framgår inte av källan.',
    )
    expect(sv.says({ ...about, latest: { ...latest, lifecycle: 'UPCOMING' } })).toContain(
      'börjar gälla senare',
    )
    expect(en.says({ ...about, state: 'NONE_FOUND', count: 0, latest: null })).toContain('found none')
  })
})

test('the page of a transcribed agreement has its words, who is to do what, what is measurable, and what is unclear', async () => {
  const html = await site.text('/kommun/0685-vetlanda/')
  expect(html).toContain('<mark>minst femton trafikkontroller</mark>')
  expect(html).toContain('href="/kalla/0685-2020-d1/#t760"')
  const text = textOf(html)
  for (const words of [
    'Ansvarig: Polisen.',
    'Dagen är okänd. I källan står 2xxxxx',
    'Fortlöpande. Redovisning finns.',
    'Varje år. Vi har inte letat efter någon redovisning.',
    'Henrik Tvarnö',
    'Samma lokalpolisområde: Aneby, Eksjö, Nässjö, Sävsjö och Tranås.',
    'Är slutet under en samverkansöverenskommelse',
  ])
    expect(text).toContain(words)
})

test('a joint agreement stands on the page of each of its parties', async () => {
  for (const path of ['/kommun/1415-stenungsund/', '/kommun/1421-orust/'])
    expect(await site.text(path)).toContain('id="1415-2023"')
})

test('a page takes a bounded number of statements, however much it shows', async () => {
  for (const path of ['/kommun/0685-vetlanda/', '/kommun/1480-goteborg/', '/kommun/1784-arvika/']) {
    site.app.drop()
    const statements = await site.statementsOf(() => site.text(path))
    expect(statements.length, path).toBeLessThanOrEqual(64)
  }
})

test('every municipality has a page, a tile and a name for suggestions; the classes of the map add up to all', async () => {
  const codes = bundledData().tables.municipalities.map(({ code }) => code)
  expect([...tilePlaces.keys()].sort()).toEqual([...codes].sort())
  const html = await site.text('/')
  const counts = [...html.matchAll(/<\/svg><span>[^<]*<\/span><span>(\d+)<\/span><\/li>/g)].map(([, n]) =>
    Number(n),
  )
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(290)
  const links = [...html.matchAll(/<a href="(\/kommun\/\d{4}-[^"]+)" tabindex="-1"/g)].map(
    ([, path = '']) => path,
  )
  expect(new Set(links).size).toBe(290)
  for (const path of links.filter((_path, index) => index % 29 === 0))
    expect((await site.get(path)).status, path).toBe(200)
})

test('the numbers of the start page are those of GraphQL', async () => {
  const text = textOf(await site.text('/'))
  const data = await site.dataOf(`{
    dataset { counts { municipalities { notResearched } } }
    all: agreements(first: 1, filter: { kind: CITIZEN_PROMISE }) { totalCount }
    statistics(groupBy: TOPIC, filter: { kind: CITIZEN_PROMISE }) { key label { sv } agreements { transcribed catalogued } }
    active: agreements(first: 1, filter: { kind: CITIZEN_PROMISE, activeOn: "2026-11-30" }) { totalCount }
  }`)
  const { municipalities } = data.dataset.counts
  expect(text).toContain(`varav fem avskrivna ord för ord ${data.all.totalCount} `)
  expect(text).toContain(`har vi ännu inte undersökt ${municipalities.notResearched} `)
  for (const { key, label, agreements: counts } of data.statistics)
    if (key !== null) expect(text).toContain(`${label.sv} ${counts.transcribed + counts.catalogued} `)
})

test('where nothing is known of agreements every page stands, and absence is no number of promises', async () => {
  const without = await openSite({ data: emptied(bundledData()) })
  try {
    const start = textOf(await without.text('/'))
    expect(start).toContain('har vi ännu inte undersökt 290 ')
    expect(start).toContain('Inte undersökt 290 ')
    expect(textOf(await without.text('/kommun/1480-goteborg/'))).toContain(
      'Vi har ännu inte undersökt om Göteborgs kommun har medborgarlöften. Att sidan är tom säger ingenting om kommunen.',
    )
    for (const path of [
      '/kommun/',
      '/lan/06-jonkoping/',
      '/polis/hoglandet/',
      '/lofte/',
      '/amne/',
      '/amne/narcotics/',
      '/en/',
    ])
      expect(await without.text(path), path).not.toMatch(/NaN|undefined|Infinity/)
    expect(textOf(await without.text('/lan/06-jonkoping/'))).toContain('vi har inte undersökt det')
  } finally {
    await without.close()
  }
})
