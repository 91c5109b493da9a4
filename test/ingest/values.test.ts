import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { saysCommitment } from '../../src/ingest/layouts/commits.ts'
import { wholeOf } from '../../src/ingest/layouts/page.ts'
import { pageOfText } from '../../src/ingest/layouts/page-of-text.ts'
import { linesOf } from '../../src/ingest/text/lines.ts'
import { sentencesIn } from '../../src/ingest/text/sentences.ts'
import { Source } from '../../src/ingest/text/source.ts'
import { statedActors } from '../../src/ingest/values/actors.ts'
import { datesIn } from '../../src/ingest/values/dates.ts'
import { parseNumeral } from '../../src/ingest/values/numerals.ts'
import { periodsIn } from '../../src/ingest/values/period.ts'
import { policeAreasIn } from '../../src/ingest/values/police-area.ts'
import { targetGroupIn } from '../../src/ingest/values/target-group.ts'
import { targetsIn } from '../../src/ingest/values/targets.ts'
import { topicsIn } from '../../src/ingest/values/topics.ts'

const lookups = lookupsOf('data')
const page = (text: string) => pageOfText(new Source(text), lookups, null, null)

describe('a period', () => {
  test.each([
    ['Medborgarlöfte 2020-2021', '2020', '2021'],
    ['Medborgarlöfte 2020–2021', '2020', '2021'],
    ['Medborgarlöfte 2022/2023', '2022', '2023'],
    ['Medborgarlöfte 2018–19', '2018', '2019'],
    ['Medborgarlöfte 2018/19', '2018', '2019'],
    ['gäller 2018-07-01—2020-06-30', '2018-07-01', '2020-06-30'],
    ['gäller 2018-07-01 -- 2020-06-30', '2018-07-01', '2020-06-30'],
    ['20180701-20200630', '2018-07-01', '2020-06-30'],
    ['180701-200630', '2018-07-01', '2020-06-30'],
    ['180701-180701', '2018-07-01', '2018-07-01'],
    ['1/7 2018 – 1/7 2018', '2018-07-01', '2018-07-01'],
    ['1 juli 2018 - 30 juni 2020', '2018-07-01', '2020-06-30'],
    ['från den 1 september 2016 till den 31 augusti 2017', '2016-09-01', '2017-08-31'],
    ['från och med 1 juli 2018 till och med 30 juni 2020', '2018-07-01', '2020-06-30'],
    ['fr.o.m. 2019-01-01 t.o.m. 2019-12-31', '2019-01-01', '2019-12-31'],
    ['1 januari - 31 december 2019', '2019-01-01', '2019-12-31'],
    ['1/7 2018 – 30/6 2020', '2018-07-01', '2020-06-30'],
    ['juli 2021 - juni 2022', '2021-07', '2022-06'],
    ['januari till december 2019', '2019-01', '2019-12'],
    ['åren 2018 och 2019', '2018', '2019'],
    ['under 2017', '2017', '2017'],
    ['2018-01-01--2019-12-31', '2018-01-01', '2019-12-31'],
    ['från september 2021 t o m september 2022', '2021-09', '2022-09'],
  ])('is read from "%s"', (text, from, to) => {
    const periods = periodsIn(new Source(text), { start: 0, end: text.length })
    expect(periods).toMatchObject([{ from, to }])
  })
})

test.each([
  ['förlängs till 31 december 2020', true],
  ['gäller till och med 2024', true],
  ['från 2020 till 2021', false],
  ['under 2021', false],
])('"%s" gives the end alone: %s', (text, isEndAlone) => {
  const [period] = periodsIn(new Source(text), { start: 0, end: text.length })
  expect(period?.isEndAlone).toBe(isEndAlone)
})

test.each(['2018-13-45', '31 februari 2019', 'tel 0157-2000', '12 2010,5', 'kl 20.15'])(
  '"%s" is no day',
  (text) => {
    const dates = datesIn(new Source(text), { start: 0, end: text.length })
    expect(dates.filter(({ date }) => date.length > 4)).toEqual([])
  },
)

test.each([
  ['femton', 15],
  ['1 500', 1500],
  ['2,5', 2.5],
  ['Tolv', 12],
  ['många', null],
])('the numeral "%s" is %s', (words, value) => {
  expect(parseNumeral(words)).toBe(value)
})

describe('a target', () => {
  const read = (text: string) => {
    const given = page(text)
    return targetsIn(given, wholeOf(given)).map(({ operator, value, unit, time }) => [
      operator,
      value,
      given.source.slice(unit).trim(),
      time?.per ?? null,
    ])
  }

  test.each([
    ['Minst två besök per termin på högstadiet.', ['at_least', 2, 'besök', 'half_year']],
    ['Ett möte varje kvartal.', ['exactly', 1, 'möte', 'quarter']],
    ['Polisen går minst tre rundor varannan vecka.', ['at_least', 3, 'rundor', 'two_weeks']],
    ['Varannan vecka håller kommunen två öppna möten.', ['exactly', 2, 'öppna möten', 'two_weeks']],
    ['Minst ett besök på varje skola.', ['at_least', 1, 'besök', 'each_school']],
    ['En trygghetsvandring i varje stadsdel.', ['exactly', 1, 'trygghetsvandring', 'each_area']],
    ['Minst två kvällar per helg.', ['at_least', 2, 'kvällar', null]],
    ['Polisen ska genomföra minst femton trafikkontroller.', ['at_least', 15, 'trafikkontroller', null]],
    ['Polisen ska vid minst 15 tillfällen göra inspektioner.', ['at_least', 15, 'tillfällen', null]],
    ['900 timmar per år av synlig polis', ['exactly', 900, 'timmar', 'year']],
    ['minst två (2) möten i byn per år', ['at_least', 2, 'möten', 'year']],
    ['upp till fem samtal', ['at_most', 5, 'samtal', null]],
    ['minst 1 500 timmar om året', ['at_least', 1500, 'timmar', 'year']],
    ['minst en gång i månaden', ['at_least', 1, 'gång', 'month']],
    ['två gånger i veckan', ['exactly', 2, 'gånger', 'week']],
    ['högst tre tillfällen', ['at_most', 3, 'tillfällen', null]],
    [
      'Under perioden hålla minst två hastighetsdämpande eller andra åtgärder',
      ['at_least', 2, 'hastighetsdämpande eller andra åtgärder', 'period'],
    ],
    ['20 möten i vecka 12', ['exactly', 20, 'möten', null]],
    ['minst 15¹ möten per år', ['at_least', 15, 'möten', 'year']],
    ['minst femton[1] möten', ['at_least', 15, 'möten', null]],
    ['minst 15 [1] möten', ['at_least', 15, 'möten', null]],
    ['minst 15 1) möten', ['at_least', 15, 'möten', null]],
    ['minst 15* möten', ['at_least', 15, 'möten', null]],
    ['minst 2 ggr/månad', ['at_least', 2, 'ggr', 'month']],
    ['en trygghetsvandring per år', ['exactly', 1, 'trygghetsvandring', 'year']],
    ['minst 15¹ trafikkontroller per år', ['at_least', 15, 'trafikkontroller', 'year']],
    ['minst 10¹ trafikkontroller', ['at_least', 10, 'trafikkontroller', null]],
    ['minst 15** trafikkontroller', ['at_least', 15, 'trafikkontroller', null]],
    ['minst 15 [12] trafikkontroller', ['at_least', 15, 'trafikkontroller', null]],
  ])('is read from "%s"', (text, target) => {
    expect(read(text)).toEqual([target])
  })

  test.each([
    'ungdomar under 18 år som påträffas vid kontroller',
    'främst i åldern 21 år och yngre vid insatser',
    'kontroller på väg 40, riksväg 26 och E4',
    'I undersökningen svarade 38 % att de vill ha möten',
    'sanera klotter inom 48 timmar',
    'Medborgarlöfte 2019 med insatser',
    'elever i årskurs 8 på skolor',
    'den 14 oktober hålls möten',
    'en trygghetsvandring ska genomföras',
    'kl 18 hålls möten',
    'minst 10² trafikkontroller',
  ])('is not read from "%s"', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('actors', () => {
  const read = (text: string) => {
    const given = page(text)
    return statedActors(given, wholeOf(given)).map(({ id }) => id)
  }

  test.each([
    ['Polisen ska vara synlig.', ['police']],
    ['Polisen och kommunen ska träffas.', ['police', 'municipality']],
    ['Kommunen ska tillsammans med Polisen och andra aktörer arbeta.', ['municipality', 'police', 'others']],
    ['Under 2022 kommer polisen att vara synlig.', ['police']],
    ['Kontakt mellan skolan, socialtjänsten och polisen.', ['school', 'social-services', 'police']],
    ['Vandring varje oktober (kommunen)', ['municipality']],
    ['Klotter saneras av tekniska förvaltningen.', ['technical-department']],
    ['Vi ska minska buskörningen.', ['police', 'municipality']],
    ['Kommunens fältgrupp ska vara ute.', ['social-services']],
    ['Region Skåne och polisen ska informera.', ['region', 'police']],
    ['Ta fram en plan. Ansvarig: kommunen', ['municipality']],
    ['Uppföljning varje termin   Båda', ['police', 'municipality']],
  ])('of "%s" are %s', (text, actors) => {
    expect(read(text)).toEqual(actors)
  })

  test.each([
    'Drogpolicyn för skolorna ska ses över.',
    'Sociala insatsgrupper ska användas.',
    'Ha täta kontakter med skolan.',
    'Polisens närvaro ska öka i centrum.',
  ])('are not named by "%s" as subject', (text) => {
    expect(read(text).filter((id) => id !== 'police')).toEqual([])
  })
})

test.each([
  ['chef för lokalpolisområde Torsby', 'torsby'],
  ['LPO Borlänge', 'borlange'],
  ['lokalpolisområde luleå/boden', 'lulea-boden'],
  ['Lokalpolisområde Luleå-Boden', 'lulea-boden'],
  ['Lokalpolisområde Högländet', 'hoglandet'],
  ['Höglandets lokalpolisområde', 'hoglandet'],
  ['lokalpolisområdeschef Trelleborg', 'trelleborg'],
])('the police area of "%s" is %s', (text, id) => {
  const given = page(text)
  expect(policeAreasIn(given, wholeOf(given)).areas.map((area) => area.id)).toEqual([id])
})

test.each([
  ['upptäcka brott främst bland unga.', 'unga'],
  ['riktade till föräldrar, syskon, unga vuxna kring helger', 'föräldrar, syskon, unga vuxna'],
  [
    'identifiera ungdomar främst i åldern 21 år och yngre som brukar narkotika.',
    'ungdomar främst i åldern 21 år och yngre som brukar narkotika',
  ],
  ['öka farten', null],
])('the target group of "%s" is %s', (text, group) => {
  const given = page(text)
  const found = targetGroupIn(given, wholeOf(given))
  expect(found && given.source.slice(found)).toBe(group)
})

test.each([
  ['alkohol, narkotika och tobak (ANDT)', ['substances']],
  ['alkohol och narkotika bland unga', ['alcohol-tobacco', 'narcotics']],
  ['öka tryggheten i trafiken', ['traffic-safety']],
  ['öka tryggheten', ['public-space-safety']],
  ['städa torget', []],
])('the topics of "%s" are %j', (text, topics) => {
  const given = page(text)
  expect(topicsIn(given, wholeOf(given))).toEqual(topics)
})

test('abbreviations and ordinals end no sentence', () => {
  const text = 'Vi ska bl.a. Polisen och kommunen m.fl. träffas den 1. Juli. Sedan går vi.'
  expect(sentencesIn(text, { start: 0, end: text.length })).toHaveLength(2)
})

test('offsets of quotes count code points', () => {
  const source = new Source('😀 polisen 😀 kommunen')
  const [start, end] = [source.text.indexOf('kommunen'), source.text.length]
  expect(source.quote({ start, end })).toEqual({ words: 'kommunen', at: [12, 20] })
})

test('an item is told from its marker and its emphasis', () => {
  const text = '  • **Öka tryggheten**'
  const [line] = linesOf(text)
  expect(line?.marker).toEqual({ kind: 'sign' })
  expect(text.slice(line?.content.start, line?.content.end)).toBe('Öka tryggheten')
})

test.each([
  ['https://www.orsa.se/nyheter/lofte', '2034'],
  ['https://polisen.se/om-polisen/medborgarloften/malung-salen/', '2023'],
  ['https://www.mynewsdesk.com/se/upplands_vasby_kommun/pressreleases/lofte-1', '0114'],
  // Habo and Håbo are written alike.
  ['https://polisen.se/medborgarloften/habo/', null],
  ['https://www.example.se/nyheter/', null],
  ['no address', null],
])('the address %s names the municipality %s', (url, code) => {
  expect(lookups.municipalityOfAddress(url)).toBe(code)
})

test.each([
  ['polisen ska fotpatrullera på torget', true],
  ['för att nå dit ska polisen och kommunen mötas', true],
  ['under 2020 - 2022 kommer vi att arbeta mot stölder', true],
  ['platser som upplevs otrygga ska gås igenom', true],
  ['löftet innebär att skolan ska få besök', true],
  ['kommunen kommer genomföra två vandringar', true],
  ['samverkan är viktig för att brott ska förebyggas', false],
  ['det är åtgärder som ska ge trygghet', false],
  ['vi vill att färre ska bli lurade', false],
  ['polisen kommer till torget', false],
])('whether "%s" commits somebody is %s', (words, commits) => {
  expect(saysCommitment(words)).toBe(commits)
})

test.each([
  ['Polisen och Habo kommun lovar att vara tillgängliga. Vi finns på torget.', ['police', 'municipality']],
  ['Det här är polisens medborgarlöfte. Polisen och kommunen har pratat.', ['police']],
  ['Lokalpolisområde Norrmalm har lyssnat. Vi lovar att besöka parkerna.', ['police']],
  ['Polisen lovar att svara. Kommunen ska röja sly.', ['police', 'municipality']],
])('in "%s" we are %o', (text, speakers) => {
  expect(page(text).speakers).toEqual(speakers)
})
