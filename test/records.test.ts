import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BadRecords } from '../src/records/problem.ts'
import type { Data } from '../src/records/read-data.ts'
import { readData } from '../src/records/read-data.ts'
import { bundledData } from './support/databases.ts'

const tables = () => bundledData().tables
const agreement = (id: string) => tables().agreements.find((row) => row.id === id)
const of = <R extends { agreementId: string }>(rows: readonly R[], id: string) =>
  rows.filter(({ agreementId }) => agreementId === id)
const quotesOf = (recordId: string) => tables().quotes.filter((row) => row.recordId === recordId)

describe('the five transcribed agreements', () => {
  test('every quote stands in its document, at its offsets in code points', () => {
    const texts = new Map(tables().documents.map(({ id, text }) => [id, Array.from(text ?? '')]))
    expect(tables().quotes.length).toBeGreaterThan(200)
    for (const { documentId, startOffset, endOffset, words } of tables().quotes) {
      expect(texts.get(documentId)?.slice(startOffset, endOffset).join('')).toBe(words)
    }
  })

  test("Sunne's one sentence holds two promises, and an acting chief signs", () => {
    expect(of(tables().promises, '1766-2019').map(({ text }) => text)).toEqual([
      'fortsätta jobba för att skapa förutsättningar för en drogfri miljö för barn och ungdomar',
      'arbeta med trygghetsskapande åtgärder riktat mot trafikmiljön i centrala Sunne',
    ])
    expect(of(tables().activities, '1766-2019')).toHaveLength(6)
    expect(of(tables().signatures, '1766-2019')).toMatchObject([
      { signatoryId: 'gunilla-ingemyr', role: 'municipal_board_chair', acting: false },
      {
        signatoryId: 'urban-bengtsson',
        role: 'local_police_area_chief',
        acting: true,
        policeAreaId: 'torsby',
      },
    ])
    expect(agreement('1766-2019')).toMatchObject({ signedOn: null, signedOnUnknownReason: 'not_stated' })
    expect(of(tables().follow_ups, '1766-2019')).toMatchObject([
      { frequency: 'yearly', body: 'det Lokala rådet för trygghet', reportState: 'not_researched' },
    ])
  })

  test("Vetlanda's signing date cannot be read, and its targets are numbers", () => {
    expect(agreement('0685-2020')).toMatchObject({
      periodStart: '2020-01-01',
      periodEnd: '2021-12-31',
      periodStartPrecision: 'year',
      signedOn: null,
      signedOnText: '2xxxxx',
      signedOnUnknownReason: 'unreadable',
    })
    const targets = of(tables().activities, '0685-2020').map((row) => [
      row.targetOperator,
      row.targetValue,
      row.targetUnit,
      row.targetPer,
    ])
    expect(targets).toEqual([
      [null, null, null, null],
      ['at_least', 15, 'trafikkontroller', null],
      ['at_least', 15, 'tillfällen', null],
      ['at_least', 2, 'hastighetsdämpande eller på annat sätt trafikfrämjande åtgärder', 'period'],
      ['at_least', 15, 'riktade insatser', null],
      [null, null, null, null],
      ['at_least', 2, 'samverkansmöten', 'period'],
    ])
  })

  test("Sävsjö's misspelt Högländet is Höglandet, whose chief also signs in Vetlanda", () => {
    expect(agreement('0684-2018')).toMatchObject({ policeAreaId: 'hoglandet', signedOn: '2018-04-10' })
    expect(quotesOf('0684-2018').find(({ columnName }) => columnName === 'police_area_id')?.words).toBe(
      'Lokalpolisområde Högländet',
    )
    const signed = tables().signatures.filter(({ signatoryId }) => signatoryId === 'jonas-lindell')
    expect(signed.map(({ agreementId }) => agreementId).sort()).toEqual(['0684-2018', '0685-2020'])
    expect(tables().signatories.filter(({ name }) => name === 'Jonas Lindell')).toHaveLength(1)
  })

  test('an age is no target', () => {
    const [, identify] = of(tables().activities, '0684-2018')
    expect(identify?.text).toContain('21 år och yngre')
    expect(identify?.targetValue).toBeNull()
  })

  test('in Sölvesborg people present the agreement, under a cooperation agreement for 2022 to 2026', () => {
    expect(of(tables().signatures, '1083-2022').map(({ capacity }) => capacity)).toEqual(
      Array(4).fill('presented'),
    )
    expect(of(tables().promises, '1083-2022')).toHaveLength(3)
    expect(of(tables().agreement_relations, '1083-2022').slice(0, 1)).toMatchObject([
      {
        relation: 'stands_under',
        relatedKind: 'cooperation_agreement',
        relatedAgreementId: '1083-2022-co',
        relatedPeriodStart: 2022,
        relatedPeriodEnd: 2026,
      },
    ])
    expect(agreement('1083-2022')?.followUpPromised).toBe('no')
  })

  test('the focus areas of the cooperation agreement of Sölvesborg are of that agreement', () => {
    const areas = of(tables().findings, '1083-2022-co')
    expect(areas.map(({ kind, position }) => [kind, position])).toEqual(
      [1, 2, 3, 4].map((position) => ['focus_area', position]),
    )
    expect(of(tables().findings, '1083-2022').map(({ kind, position }) => [kind, position])).toEqual([
      ['general_statement', 1],
      ['general_statement', 2],
    ])
    const ids = areas.map(({ id }) => id)
    const quotes = tables().quotes.filter(({ recordId }) => ids.includes(recordId))
    expect(quotes.map(({ agreementId, documentId }) => [agreementId, documentId])).toEqual(
      Array(4).fill(['1083-2022-co', '1083-2022-d1']),
    )
    expect(of(tables().agreement_documents, '1083-2022-co').map(({ documentId }) => documentId)).toEqual([
      '1083-2022-d1',
      '1083-2022-co-d1',
    ])
  })

  test('every promise says in its lead-in who promises, and for whom where the source says so', () => {
    const promises = tables().promises.filter(({ text }) => text !== null)
    for (const { id } of promises) {
      const actors = tables().promise_actors.filter(({ promiseId }) => promiseId === id)
      expect(actors.map(({ actorId, basis }) => `${actorId} ${basis}`).toSorted(), id).toEqual([
        'municipality lead_in',
        'police lead_in',
      ])
    }
    expect(
      promises.flatMap(({ id, targetGroup }) => (targetGroup === null ? [] : [[id, targetGroup]])),
    ).toEqual([
      ['0643-2017-p1', 'barn och ungdomar'],
      ['0684-2018-p2', 'unga i åldern 21 år och yngre'],
      ['0685-2020-p2', 'unga'],
      ['1766-2019-p1', 'barn och ungdomar'],
    ])
  })

  test('a promise or an activity names its place where the source does', () => {
    const named = [...tables().promises, ...tables().activities].filter(({ text, place }) => text && place)
    expect(named.map(({ id, place }) => [id, place])).toEqual([
      ['1766-2019-p2', 'centrala Sunne'],
      ['0643-2017-a1', 'skolor'],
      ['0684-2018-a1', 'Sävsjös centrala delar'],
      ['1766-2019-a4', 'skolans lokaler'],
      ['1766-2019-a5', 'centrum'],
      ['1766-2019-a6', 'centrala Sunne'],
    ])
  })

  test('an activity that only its list says a purpose of serves every promise of the list', () => {
    const ids = tables()
      .activity_promises.filter(({ basis }) => basis === 'whole_list')
      .map(({ activityId, promiseId }) => `${activityId} ${promiseId.slice(-2)}`)
    expect(ids).toEqual(
      ['0684-2018-a4', '0685-2020-a1', '0685-2020-a6', '0685-2020-a7', '1766-2019-a3'].flatMap((id) => [
        `${id} p1`,
        `${id} p2`,
      ]),
    )
  })

  test('a finding is an observation: method and general statements are of other kinds', () => {
    const observed = tables().findings.filter(({ kind }) => kind === 'finding')
    expect(observed.map(({ id }) => id)).toEqual([
      '0643-2017-f5',
      '0684-2018-f2',
      '0684-2018-f3',
      '0685-2020-f2',
      '0685-2020-f3',
      '1766-2019-f1',
      '1766-2019-f3',
    ])
    expect(tables().findings.filter(({ kind }) => kind === 'method')).toHaveLength(3)
  })

  test('their pages are known, with the day on which a stored copy was read, or why they are not', () => {
    const documents = tables().documents.filter(({ text }) => text !== null)
    expect(documents.map(({ id, readOn, urlUnknownReason }) => [id, readOn, urlUnknownReason])).toEqual([
      ['0643-2017-d1', null, 'not_found'],
      ['0684-2018-d1', '2026-11-30', null],
      ['0685-2020-d1', '2026-11-30', null],
      ['1083-2022-d1', '2026-11-30', null],
      ['1766-2019-d1', '2026-11-30', null],
    ])
  })

  test('their review says what happened, in both languages', () => {
    const reviewed = tables().agreements.filter(({ reviewState }) => reviewState === 'reviewed')
    expect(new Set(reviewed.map(({ reviewedBy, reviewedOn }) => `${reviewedBy}, ${reviewedOn}`))).toEqual(
      new Set([
        'två läsningar av programmets upphovsmän (two readings by the makers of the program), 2026-11-30',
      ]),
    )
  })

  test("Habo extends 2016's promise, and its follow-up still speaks of 2016", () => {
    expect(of(tables().agreement_relations, '0643-2017')[0]).toMatchObject({
      relation: 'extends',
      relatedPeriodStart: 2016,
    })
    expect(agreement('0643-2017')).toMatchObject({
      signedOn: '2016-12-06',
      periodStart: '2017-01-01',
      periodEnd: '2017-12-31',
    })
    expect(of(tables().issues, '0643-2017')[0]).toMatchObject({
      kind: 'contradiction',
      recordId: '0643-2017-u1',
      text: 'under 2016',
    })
    expect(of(tables().follow_ups, '0643-2017').map(({ dueTimes }) => dueTimes)).toEqual([
      [],
      ['may', 'september'],
      [],
    ])
    expect(of(tables().follow_ups, '0643-2017').map(({ dueOn, dueText }) => [dueOn, dueText])).toEqual([
      [null, null],
      [null, 'maj och september'],
      ['2017-01-31', 'senast 31/1 2017'],
    ])
  })
})

/** The rows of a CSV file, by the names of its header. */
function rowsIn(text: string): { [column: string]: string }[] {
  return parse(text, { columns: true })
}

describe('the national index', () => {
  const catalogued = () => tables().agreements.filter(({ extent }) => extent === 'catalogued')

  test('has no wording, quotes or signatories', () => {
    const ids = new Set(catalogued().map(({ id }) => id))
    // A transcribed document may say something of a catalogued agreement: that has its words.
    for (const name of ['findings', 'quotes'] as const) {
      const rows = tables()[name].filter(({ agreementId }) => ids.has(agreementId))
      expect(new Set(rows.map(({ agreementId }) => agreementId)), name).toEqual(new Set(['1083-2022-co']))
    }
    for (const name of ['signatures', 'follow_ups'] as const) {
      expect(
        tables()[name].filter(({ agreementId }) => ids.has(agreementId)),
        name,
      ).toEqual([])
    }
    expect(catalogued().filter(({ title, periodText }) => title !== null || periodText !== null)).toEqual([])
    const relations = tables().agreement_relations.filter(({ agreementId }) => ids.has(agreementId))
    expect(relations.filter(({ text }) => text !== null)).toEqual([])
    for (const name of ['promises', 'activities'] as const) {
      const texts = tables()[name].filter(({ agreementId }) => ids.has(agreementId))
      expect(texts.filter(({ text, targetUnit, heading }) => text ?? targetUnit ?? heading)).toEqual([])
      expect(new Set(texts.map(({ textUnknownReason }) => textUnknownReason))).toEqual(new Set(['not_held']))
    }
    expect(tables().promises.filter(({ text }) => text !== null)).toHaveLength(10)
    expect(tables().activities.filter(({ text }) => text !== null)).toHaveLength(26)
  })

  test('a joint agreement stands once, with all its municipalities', () => {
    const links = tables().agreement_municipalities
    const municipalitiesOf = (id: string) => of(links, id).map(({ municipalityCode }) => municipalityCode)
    expect(catalogued()).toHaveLength(1080)
    // Orust and Tjörn have rows of their own; that Stenungsund takes part is in their notes.
    expect(municipalitiesOf('1415-2017')).toEqual(['1415', '1419', '1421'])
    expect(municipalitiesOf('0120-2021')).toEqual(['0120', '0138', '0182'])
    expect(municipalitiesOf('1441-2021')).toEqual(['1441', '1442', '1466', '1489'])
    expect(of(tables().promises, '0120-2021')).toHaveLength(4)
    expect(municipalitiesOf('0760-2023-co')).toEqual(['0760', '0761', '0763', '0834', '0862', '0881'])
  })

  test('every row that was read is among the data, or refused with its reason', () => {
    const rowsOf = (file: string) => rowsIn(readFileSync(`data/${file}`, 'utf8'))
    const refused = Object.groupBy(rowsOf('agreements/refused.csv'), ({ file }) => file ?? '')
    const countRefused = (file: string) => refused[file]?.length ?? 0
    for (const { row_key, reason_sv, reason_en } of Object.values(refused).flatMap((rows) => rows ?? []))
      expect(
        [row_key, reason_sv, reason_en].every((cell) => cell),
        row_key,
      ).toBe(true)

    expect(rowsOf('agreements/commitments.csv').length + countRefused('commitments.csv')).toBe(3889)
    // The index gave 618 rows before. One municipality is a party by a note alone.
    const agreementRows = rowsOf('agreements/catalogued.csv').length - 618 - 1
    expect(agreementRows + countRefused('new_agreements.csv')).toBe(505)
    // Six reports are known by what they say of a promise alone.
    expect(rowsOf('reports/reports.csv').length - 6 + countRefused('reports.csv')).toBe(206)
    expect(344 - countRefused('corrections.csv')).toBe(321)
    const ids = new Set(
      [...tables().promises, ...tables().activities, ...tables().agreements, ...tables().reports].map(
        ({ id }) => id,
      ),
    )
    const became = Object.values(refused)
      .flatMap((rows) => rows ?? [])
      .flatMap((row) => row.became || [])
    expect(became.length).toBeGreaterThan(100)
    expect(became.filter((id) => !ids.has(id))).toEqual([])
  })

  test('a correction has its effect, and what is only probable has none', () => {
    expect(agreement('1082-2022')).toMatchObject({ policeAreaId: 'karlshamn' })
    expect(agreement('1864-undated')).toMatchObject({ kind: 'cooperation_agreement' })
    expect(agreement('0680-undated')).toMatchObject({ periodStart: '2024-01-01', periodUnknownReason: null })
    expect(agreement('1814-undated')).toMatchObject({
      periodStart: null,
      noteEn: expect.stringContaining('probably 2017'),
    })
  })

  test('a catalogued promise has a gist, and is told apart from what we hold in words', () => {
    const promise = tables().promises.find(({ id }) => id === '0331-2018-p1')
    expect(promise).toMatchObject({ text: null, textUnknownReason: 'not_held', gistSv: expect.any(String) })
    for (const { id, gistSv, gistEn } of [...tables().promises, ...tables().activities]) {
      expect(
        [gistSv, gistEn].every((gist) => gist && gist.length <= 100),
        id,
      ).toBe(true)
    }
  })

  test('a target per year is reckoned where its time is known, and says why where not', () => {
    const target = (id: string) => [...tables().promises, ...tables().activities].find((row) => row.id === id)
    // 15 in a week of 52; two years of a period.
    const [perWeek] = tables().promises.filter(({ targetPer }) => targetPer === 'week')
    expect(perWeek?.targetPerYear).toBe((perWeek?.targetValue ?? 0) * 52)
    expect(target('0685-2020-a4')).toMatchObject({ targetValue: 2, targetPer: 'period', targetPerYear: 1 })
    expect(target('0685-2020-a2')).toMatchObject({
      targetPerYear: null,
      targetPerYearUnknownReason: 'per_not_stated',
    })
    for (const { id, targetValue, targetPerYear, targetPerYearUnknownReason: reason } of tables().promises)
      expect([targetPerYear, reason].filter((value) => value !== null).length, id).toBe(
        targetValue === null ? 0 : 1,
      )
  })

  test('what is due has its day from the source, or else from the period, and says which', () => {
    const [stated] = tables().promises.filter(({ deadlineOn }) => deadlineOn !== null)
    expect(stated).toMatchObject({ dueOn: stated?.deadlineOn, dueBasis: 'stated' })
    expect(tables().promises.find(({ id }) => id === '0685-2020-p1')).toMatchObject({
      dueOn: '2021-12-31',
      dueBasis: 'period_end',
    })
  })

  test('two reports that differ are both there, each with what it says', () => {
    const told = of(tables().outcomes, '2580-2018').filter(
      ({ promiseId, activityId }) => !promiseId && !activityId,
    )
    expect(new Set(told.map(({ reportId }) => reportId)).size).toBeGreaterThan(2)
    expect(told.map(({ gistEn }) => gistEn).join()).toMatch(/71 traffic checks.*301 traffic checks/)
  })

  test('each municipality has each year, and a year without a promise says why', () => {
    const years = (code: string) =>
      tables().municipality_years.filter(({ municipalityCode }) => municipalityCode === code)
    expect(tables().municipality_years).toHaveLength(290 * 12)
    expect(
      years('0685')
        .filter(({ state }) => state === 'known')
        .map(({ year }) => year),
    ).toEqual([2020, 2021, 2022, 2023])
    const [nothing] = tables().municipalities.filter(({ researchState }) => researchState === 'none_found')
    expect(new Set(years(nothing?.code ?? '').map(({ state }) => state))).toEqual(new Set(['none_found']))
  })

  test('a year, a month or a day is kept as precise as it was stated', () => {
    expect(agreement('2039-2016')).toMatchObject({
      periodStart: '2016-11-01',
      periodStartPrecision: 'day',
      periodEnd: '2017-03-31',
    })
    expect(agreement('0114-2017')).toMatchObject({
      periodStart: '2017-01-01',
      periodStartPrecision: 'year',
      periodEnd: '2017-12-31',
    })
    expect(agreement('2280-2019')).toMatchObject({ periodEnd: null, periodUnknownReason: 'open_ended' })
    expect(agreement('1440-undated')).toMatchObject({ periodStart: null, periodUnknownReason: 'not_stated' })
  })

  test('months that a note tells are those of the period', () => {
    expect(agreement('1280-2024')).toMatchObject({
      periodStart: '2024-05-01',
      periodStartPrecision: 'month',
      periodEnd: '2025-05-31',
      periodEndPrecision: 'month',
    })
    const MONTHS =
      'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'.split('|')
    const stated = new RegExp(`(${MONTHS.join('|')}) (\\d{4}) till (${MONTHS.join('|')}) (\\d{4})`)
    const month = (name = '', year = '') => `${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, '0')}`
    const found = catalogued().flatMap((row) => {
      const [, from, fromYear, to, toYear] = stated.exec(row.noteSv ?? '') ?? []
      return from ? [{ row, months: [month(from, fromYear), month(to, toYear)] }] : []
    })
    expect(found.length).toBeGreaterThan(10)
    for (const { row, months } of found) {
      expect([row.periodStart?.slice(0, 7), row.periodEnd?.slice(0, 7)], row.id).toEqual(months)
    }
  })

  test('no text speaks of rows above or below', () => {
    for (const { id, noteSv, noteEn, summarySv, summaryEn } of catalogued()) {
      expect([noteSv, noteEn, summarySv, summaryEn].join(' '), id).not.toMatch(
        /(?:nästa|föregående|denna) rad\b|(?:next|previous|this) row\b/i,
      )
    }
  })

  test('an area that was renamed is followed by one with the same municipalities', () => {
    const renamed = tables().police_areas.filter(({ replacedById }) => replacedById !== null)
    expect(renamed.map(({ id, replacedById }) => [id, replacedById])).toEqual([['taby', 'sodra-roslagen']])
    const municipalitiesOf = (area: string | null) =>
      tables()
        .police_area_municipalities.filter(({ policeAreaId }) => policeAreaId === area)
        .map(({ municipalityCode }) => municipalityCode)
    expect(municipalitiesOf('sodra-roslagen')).toEqual(municipalitiesOf('taby'))
  })

  test('every municipality has a state', () => {
    const counts = Object.groupBy(tables().municipalities, ({ researchState }) => researchState)
    expect(Object.fromEntries(Object.entries(counts).map(([state, rows]) => [state, rows.length]))).toEqual({
      transcribed: 5,
      catalogued: 282,
      none_found: 3,
    })
  })
})

describe('a record that is wrong stops the whole load, with file, line and what to write instead', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'medborgarloften-data-'))
    cpSync('data', root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const edit = (file: string, from: string | RegExp, to: string) => {
    const path = join(root, file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    writeFileSync(path, after)
  }
  const problems = () => {
    try {
      readData(root)
    } catch (error) {
      if (error instanceof BadRecords) return error.message.replaceAll(`${root}/`, '')
      throw error
    }
    return ''
  }
  const VETLANDA = 'agreements/0685-2020/agreement.yaml'

  test.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'words that are not in the source',
      VETLANDA,
      'minst femton trafikkontroller"',
      'minst sexton trafikkontroller"',
      /^agreements\/0685-2020\/agreement\.yaml:\d+: activities#2\.target\.quote\.at: "minst sexton trafikkontroller" is not at \[\d+, \d+\]; the words are not in source\.txt; copy them from it$/,
    ],
    [
      'words at another place',
      VETLANDA,
      /words: "2xxxxx"\n {4}at: \[\d+, \d+\]/,
      'words: "2xxxxx"\n    at: [1, 7]',
      /:\d+: signing\.quote\.at: "2xxxxx" is not at \[1, 7\]; write \[3009, 3015\]$/,
    ],
    [
      'an unknown topic',
      VETLANDA,
      'topics: [participation-cooperation]',
      'topics: [participation-co-operation]',
      /:\d+: topic_id "participation-co-operation" is not in topics; did you mean "participation-cooperation"\?/,
    ],
    [
      'an unknown police area',
      VETLANDA,
      'id: hoglandet',
      'id: hoglandett',
      /police_area_id "hoglandett" is not in police_areas; did you mean "hoglandet"\?/,
    ],
    [
      'a field that does not exist',
      VETLANDA,
      'kind: citizen_promise',
      'kind: citizen_promise\ncolour: blue',
      /"colour" is not a field here; remove or rename it/,
    ],
    [
      'a code without quotes',
      VETLANDA,
      'code: "0685"',
      'code: 685',
      /:\d+: municipalities#1\.code: write it in quotes, "685"/,
    ],
    [
      'a value that is not in the vocabulary',
      VETLANDA,
      'commitment: action',
      'commitment: perhaps',
      /:\d+: activities#1\.commitment: "perhaps" is not valid; write one of action, outcome/,
    ],
    [
      'a target of a promise whose unit is not in its quote',
      VETLANDA,
      '    topics: [traffic-safety]\n    actors:',
      `    topics: [traffic-safety]
    target: { operator: at_least, value: 15, unit: möten, quote: { words: "unga", at: [1177, 1181] } }
    actors:`,
      /:\d+: promises#1\.target\.unit: "möten" is not in the quote; write words from the quote/,
    ],
    [
      'an actor of a promise that there is none of',
      VETLANDA,
      '- { id: police, basis: lead_in',
      '- { id: polis, basis: lead_in',
      /:\d+: actor_id "polis" is not in actors; did you mean "police"\?/,
    ],
    [
      'a missing value',
      VETLANDA,
      'kind: citizen_promise\n',
      '',
      /:\d+: kind: is missing; write one of citizen_promise, cooperation_agreement/,
    ],
    [
      'an alias that leads nowhere',
      VETLANDA,
      'kind: citizen_promise',
      'kind: *nothing',
      /^agreements\/0685-2020\/agreement\.yaml:1: not valid YAML: Unresolved alias/,
    ],
    [
      'a tag of its own',
      VETLANDA,
      'kind: citizen_promise',
      'kind: !mine citizen_promise',
      /:12: not valid YAML: Unresolved tag: !mine/,
    ],
    [
      'a finding of an agreement that is not related',
      'agreements/1083-2022/agreement.yaml',
      '    agreement: 1083-2022-co\n    years',
      '    years',
      /:\d+: findings#1\.agreement: "1083-2022-co" is not related to this agreement; give the id of a relation's agreement/,
    ],
    [
      'a due month without its words',
      'agreements/0643-2017/agreement.yaml',
      / {4}dueText:\n.*maj och.*\n.*\n/,
      '',
      /:\d+: followUps#2: add dueText, which quotes when it is due/,
    ],
    [
      'a copy that was read on no day',
      VETLANDA,
      / {2}readOn: .*\n/,
      '',
      /:\d+: document: give readOn, the day on which the copy was read/,
    ],
    [
      'a reason for a missing address that is not missing',
      VETLANDA,
      '  readOn:',
      '  urlUnknownReason: not_found\n  readOn:',
      /:\d+: document: omit urlUnknownReason, since the address is given/,
    ],
    [
      'a list where fields are',
      VETLANDA,
      /[\s\S]*/,
      '- a\n',
      /^agreements\/0685-2020\/agreement\.yaml:1: write fields here/,
    ],
    [
      'an empty file',
      VETLANDA,
      /[\s\S]*/,
      '',
      /^agreements\/0685-2020\/agreement\.yaml:1: null is not valid; write fields/,
    ],
    [
      'broken YAML',
      VETLANDA,
      'promises:\n',
      'promises: [\n',
      /^agreements\/0685-2020\/agreement\.yaml:\d+: not valid YAML: /,
    ],
    [
      'an id of another record',
      VETLANDA,
      'id: 0685-2020-a3',
      'id: 0684-2018-a3',
      /"0684-2018-a3" is not valid; write an id such as 0685-2020-a3/,
    ],
    ['an id given twice', VETLANDA, 'id: 0685-2020-a3', 'id: 0685-2020-a2', /0685-2020-a2 is already used/],
    [
      'an unknown date without reason',
      VETLANDA,
      '  unknownReason: unreadable\n',
      '',
      /signing: give on, or unknownReason if it is missing/,
    ],
    [
      'a day that is not in the calendar',
      'agreements/0684-2018/agreement.yaml',
      'on: 2018-04-10',
      'on: 2018-04-31',
      /:\d+: signing\.on: "2018-04-31" is not valid; the date does not exist in the calendar/,
    ],
    [
      'a person under another name',
      'agreements/0684-2018/agreement.yaml',
      'signatory: jonas-lindell',
      'signatory: jonas-lindgren',
      /"jonas-lindgren" does not match the name; write jonas-lindell/,
    ],
    [
      'a source that is not the reviewed one',
      'agreements/0684-2018/source.txt',
      'Sävsjö',
      'Savsjo',
      /source\.txt has changed since the review; restore it/,
    ],
    [
      'a table without a column',
      'reference/counties.csv',
      'code,name_sv,',
      'code,',
      /^reference\/counties\.csv:1: wrong header; write code,name_sv,name_en/,
    ],
    [
      'a cell of another type',
      'reference/municipalities.csv',
      ',46786,',
      ',many,',
      /^reference\/municipalities\.csv:2: population: "many" is not valid; write a whole number/,
    ],
    [
      'a reference to nothing',
      'reference/counties.csv',
      'Q104231,stockholm',
      'Q104231,stokholm',
      /^reference\/counties\.csv:2: police_region_id "stokholm" is not in police_regions; did you mean "stockholm"\?/,
    ],
    [
      'a catalogued agreement without a reason',
      'agreements/catalogued.csv',
      ',2021,2021,,,',
      ',2021,,,,',
      /agreements\/catalogued\.csv:\d+: give period_start and period_end, or period_unknown_reason/,
    ],
    [
      'a joint agreement told in two ways',
      'agreements/catalogued.csv',
      /(1415-2017,1419,.*),3,0,/,
      '$1,4,0,',
      /joint agreement 1415-2017 has different facts in line \d+; make them equal/,
    ],
    [
      'an edition older than a review in it',
      'edition.yaml',
      /^date: .*/m,
      'date: 2026-11-29',
      /^edition\.yaml:1: write 2026-11-30 or later/,
    ],
    [
      'a municipality said to have none that has one',
      'reference/searched_municipalities.csv',
      /\n$/,
      '\n0685\n',
      /Vetlanda \(0685\) has an agreement; remove it from reference\/searched_municipalities\.csv/,
    ],
    [
      'a code with its zero, without quotes',
      VETLANDA,
      'code: "0685"',
      'code: 0685',
      /municipalities#1\.code: write it in quotes, "0685"/,
    ],
    [
      'an id that no pattern can be made of',
      VETLANDA,
      'id: 0685-2020\n',
      'id: "0685-2020("\n',
      /:2: id: "0685-2020\(" is not valid; write an id such as 0685-2020/,
    ],
    [
      'a catalogued period that ends before it starts',
      'agreements/catalogued.csv',
      '2019-01-01,2019-12-31',
      '2019-12-31,2019-01-01',
      /agreements\/catalogued\.csv:\d+: the period ends 2019-01-01, before it starts, 2019-12-31/,
    ],
    [
      'an id of another municipality',
      'agreements/catalogued.csv',
      /^0114-2017,/m,
      '0115-2016,',
      /agreements\/catalogued\.csv:2: id "0115-2016" starts with 0115, which is not the code of any of its municipalities/,
    ],
    [
      'an id of another year',
      'agreements/catalogued.csv',
      /^0114-2017,/m,
      '0114-2018,',
      /id "0114-2018" has the year 2018, but the period is 2017-01-01 to 2017-12-31/,
    ],
    [
      'a municipality that lies wholly in two areas at one time',
      'reference/police_area_municipalities.csv',
      /$/,
      'falun,0685,whole,,,false,\n',
      /:\d+: 0685 lies entirely in falun and, at the same time, in hoglandet \(reference\/police_area_municipalities\.csv:\d+\); give one of them a valid_to/,
    ],
    [
      'an issue without an id',
      'agreements/catalogued_issues.csv',
      /\n$/,
      '\n,0136-2021,ambiguous,a,b\n',
      /agreements\/catalogued_issues\.csv:\d+: id: is empty; write a value$/,
    ],
    [
      'a relation of an agreement to itself',
      VETLANDA,
      'relation: stands_under',
      'relation: stands_under\n    agreement: 0685-2020',
      /relations#1\.agreement: an agreement cannot be related to itself; give another agreement/,
    ],
    [
      'years the wrong way round',
      VETLANDA,
      'relation: stands_under',
      'relation: stands_under\n    years: { first: 2020, last: 2019 }',
      /relations#1\.years: 2019 is before 2020/,
    ],
    [
      'a character that is none',
      VETLANDA,
      /sv: Ordet av[^\n]*/,
      'sv: "\\ud800"',
      /contains an invalid character; write the text again/,
    ],
    [
      'a copy in a web archive without its address',
      VETLANDA,
      'copyKind: stored_copy',
      'copyKind: archived_copy',
      /:\d+: document: give copyUrl, the address of the copy, if copyKind is archived_copy, and otherwise omit it/,
    ],
    [
      'a key that is there twice',
      'reference/police_areas.csv',
      /\n(\w[^\n]*\n)$/,
      '\n$1$1',
      /^reference\/police_areas\.csv:(\d+): police_areas \w[\w-]* is already in reference\/police_areas\.csv:\d+; give it another id, or remove one/,
    ],
    [
      'a cell that is none of its values',
      'agreements/commitments.csv',
      /(police\|municipality),action,/,
      '$1,perhaps,',
      /^agreements\/commitments\.csv:\d+: commitment: "perhaps" is not valid; write one of action, outcome/,
    ],
    [
      'half a target in the catalogue',
      'agreements/commitments.csv',
      /(police\|municipality),action,,,,,/,
      '$1,action,at_least,3,,,',
      /^agreements\/commitments\.csv:\d+: give target_operator, target_value and target_what, or none of them/,
    ],
    [
      'an end of a catalogued period that is no date',
      'agreements/catalogued.csv',
      '2019-01-01,2019-12-31',
      '2019-01-01,2019-13',
      /^agreements\/catalogued\.csv:\d+: period_end: "2019-13" is not valid; write 2020, 2020-01 or 2020-01-31/,
    ],
    [
      'a confirmation of an agreement of others',
      'confirmations.csv',
      /\n$/,
      '\n0684,0685-2020,2026-11-21,municipality,kommundirektör\n',
      /^confirmations\.csv:2: agreement_id: "0685-2020" is not an agreement of 0684; write one of its agreements/,
    ],
    [
      'a withdrawn id that is still there',
      'withdrawn.csv',
      /\n$/,
      '\nactivities,0685-2020-a2,2026-11-21,Prov.,Test.\n',
      /^withdrawn\.csv:2: 0685-2020-a2 is withdrawn but still in activities/,
    ],
  ])('%s', (_what, file, from, to, message) => {
    edit(file, from, to)
    expect(problems()).toMatch(message)
  })

  const bytesOf = (file: string) => readFileSync(join(root, file))

  test.each<[string, (root: string) => void, RegExp]>([
    [
      'a table that is not UTF-8',
      () =>
        writeFileSync(
          join(root, 'agreements/catalogued.csv'),
          Buffer.from(bytesOf('agreements/catalogued.csv').toString(), 'latin1'),
        ),
      /agreements\/catalogued\.csv:1: cannot be read: line 2 is not UTF-8; save the file in UTF-8$/,
    ],
    [
      'a source that is not UTF-8',
      () => writeFileSync(join(root, 'agreements/0685-2020/source.txt'), Buffer.from('Sävsjö', 'latin1')),
      /source\.txt beside it: line 1 is not UTF-8/,
    ],
    [
      'a NUL character',
      () => writeFileSync(join(root, VETLANDA), `${bytesOf(VETLANDA)}\n# \0`),
      /contains a NUL character; remove it/,
    ],
    [
      'a stray file among the agreements',
      () => writeFileSync(join(root, 'agreements/0685-2021.yaml'), 'x'),
      /^agreements\/0685-2021\.yaml:1: is not the folder of an agreement; move it into one or remove it$/,
    ],
    [
      'a folder without a record',
      () => rmSync(join(root, VETLANDA)),
      /^agreements\/0685-2020\/agreement\.yaml:1: cannot be read/,
    ],
  ])('%s', (_what, harm, message) => {
    harm(root)
    expect(problems()).toMatch(message)
  })

  test('and a folder that is a link is read like any other', () => {
    renameSync(join(root, 'agreements/0685-2020'), join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'agreements/0685-2020'), 'junction')
    expect(readData(root).tables).toEqual(bundledData().tables)
  })

  test('a missing file', () => {
    rmSync(join(root, 'reference/topics.csv'))
    expect(problems()).toMatch(/^reference\/topics\.csv:1: cannot be read: ENOENT/)
  })

  test('every fault is told, not only the first', () => {
    edit(VETLANDA, 'commitment: action', 'commitment: perhaps')
    edit('agreements/0684-2018/agreement.yaml', 'on: 2018-04-10', 'on: yesterday')
    expect(problems().split('\n')).toHaveLength(2)
  })

  test('but a period of one day is right', () => {
    edit('agreements/catalogued.csv', '2019-01-01,2019-12-31', '2019-12-31,2019-12-31')
    expect(
      readData(root).tables.agreements.some(
        ({ periodStart, periodEnd }) => periodStart === periodEnd && periodEnd === '2019-12-31',
      ),
    ).toBe(true)
  })

  test('and what is right is read the same from another folder', () => {
    const data: Data = readData(root)
    expect(data).toEqual({ ...bundledData(), folder: root, originOf: data.originOf })
  })
})
