import { doubtful, inferred, placed, type Reading, stated } from '../confidence.ts'
import type { DecidedCommitments } from '../layouts/decide.ts'
import { type Page, wholeOf } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { parseNumeral } from './numerals.ts'
import { isOpenEnded, periodsIn, type StatedPeriod } from './period.ts'
import { isPeriodAlone } from './period-alone.ts'

/** The period of an agreement, and where its text states it. */
export interface AgreementPeriod {
  readonly period: StatedPeriod
  readonly reading: Reading
}

const HOLDS = /(?<![\p{L}])(?:gäller|gälla|giltig\p{L}*|pågår?|sträcker|löper|avser|omfattar)(?![\p{L}])/u
const PROMISE = /löfte|(?<!samverkans)överenskommelse/
const OTHER_AGREEMENT = /samverkansöverenskommelse|samverkansavtal|handlingsprogram|handlingsplan|strategi/
const LAST_OTHER =
  /(?:samverkansöverenskommelse|samverkansavtal)(?!.*(?:samverkansöverenskommelse|samverkansavtal))/
const SOM_REACH = 40
const NOT_NOW =
  /undersökning|enkät|mätning|publicera|uppdatera|tidigare|föregående|års +(?:medborgar)?löft|genomfördes|antog|beslut|utvärder|följas upp|redovisa|följ(?:s|er|des) +(?:\p{L}+ +){0,3}upp(?!\p{L})|alla +kommuner/u
/** "Löftet för perioden 2018" */
const OF_PROMISE = /löfte\p{L}* +(?:för|under|åren|avseende)(?: +perioden| +åren)? *$/u
const EXTENDS = /förläng/
const EXTENDED_TO = /förläng\p{L}*(?: [^.]{0,60})? till(?: och med)?(?: den)? +$/u
const OF_ANOTHER =
  /(?:samverkansöverenskommelse|samverkansavtal|avtal|handlingsprogram|handlingsplan|strategi)\p{L}*[^.,]{0,25}$/u
const HEADS_PERIOD = /^(?:gäller|giltig|gällande|period|avtalsperiod|tidsperiod|löptid)/
const PROMISES = /(?<![\p{L}])(?:lovar|ska|kommer|prioriter|arbeta|fokus|satsar|genomför)|:$/u

/** The first year in the titles and headings of promises: anything earlier is an older promise. */
export function firstYearOf(page: Page, title: Span | null): number | null {
  const inTitle = title ? periodsIn(page.source, title) : []
  const found = inTitle.length > 0 ? inTitle : headingPeriods(page).map(({ period }) => period)
  const years = found.map(({ from }) => Number(from.slice(0, 4)))
  return years.length > 0 ? years.reduce((latest, year) => Math.max(latest, year)) : null
}

function headingPeriods({ source, blocks }: Page): AgreementPeriod[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  // "2025–2026", and further down "2023–2024": each is the heading of a promise.
  const areYears = headings.filter(({ span }) => isPeriodAlone(source, span)).length > 1
  return headings
    .filter(({ span }) => isOfPromise(source.foldedSlice(span)) || (areYears && isPeriodAlone(source, span)))
    .filter(({ span }) => !/uppfölj|utvärder|tidigare|resultat/.test(source.foldedSlice(span)))
    .flatMap(({ span }) => periodsIn(source, span).filter(isNoDay))
    .map((period) => ({ period, reading: stated('period-in-heading') }))
}

/** A day alone in a title or heading is that of the page, or of the signing: nobody promises for one day. */
function isNoDay({ from, to, isEndAlone }: StatedPeriod): boolean {
  return from.length < 10 || to !== from || isEndAlone
}

function isOfPromise(words: string): boolean {
  return /löfte/.test(words) || HEADS_PERIOD.test(words)
}

const SEASON = /(?<!\p{L})(?:sommaren|hösten|vintern|våren|sommar|höst|vinter|vår|julen|påsken) +$/u
const LONGEST_SEASON = 12

/**
 * Reads the period of an agreement from the place that states it most clearly. Of a season, "sommaren 2021", the year is
 * read: an editor is to say from which day to which.
 */
export function agreementPeriod(
  page: Page,
  title: Span | null,
  sections: readonly Section[],
  commitments: DecidedCommitments,
): AgreementPeriod | null {
  const found = periodStated(page, title, sections, commitments)
  if (!found) return null
  const { start } = found.period
  const isSeason = SEASON.test(page.source.folded.slice(Math.max(0, start - LONGEST_SEASON), start))
  return isSeason ? { ...found, reading: doubtful('period-of-a-season') } : found
}

function periodStated(
  page: Page,
  title: Span | null,
  sections: readonly Section[],
  commitments: DecidedCommitments,
): AgreementPeriod | null {
  const { source } = page
  // "Så gick det 2018 – det här lovar vi 2019": the later one is of this promise.
  const inTitle = (title ? periodsIn(source, title).filter(isNoDay) : [])
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .map((period) => ({ period, reading: stated('period-in-title') }))
  const inHeadings = headingsFor(page, commitments)
  const inSentences = sentencePeriods(page, sections)
  const [named] = [...inTitle, ...inHeadings]
  const [said] = inSentences.holds
  // The title gives years; a statement of the first day says more.
  const isOfNamed = named && said && isPeriodWithin(said.period, named.period)
  // A statement of only the last day says less than the years that end with it.
  const isLess = said?.period.isEndAlone && isSameYears(said.period, { ...said.period, ...named?.period })
  if (isOfNamed && said.period.from.length > 4 && !isLess) return said
  const [extended] = inSentences.extended
  if (extended && !said) return extended
  // "Under maj 2018 – april 2019 lovar polisen": months say more than the year of the title.
  const [months] = inSentences.months
  if (named && months && isPeriodWithin(months.period, named.period)) return months
  const exact = named && inSentences.exact.find((each) => isSameYears(each.period, named.period))
  if (exact) return exact
  const anyHeading = page.blocks
    .filter(({ kind, span }) => kind === 'heading' && !isOfOtherAgreement(source.foldedSlice(span)))
    .flatMap(({ span }) => periodsIn(source, span))
    .filter(({ from, to }) => from.length === 4 || (to !== null && to !== from))
    .map((period) => ({ period, reading: placed('period-in-any-heading') }))
  const inCommitments = [...commitments.promises, ...commitments.activities]
    .flatMap(({ span }) => periodsIn(source, span))
    .map((period) => ({ period: statedYears(period), reading: inferred('period-in-commitment') }))
  return (
    named ??
    said ??
    [...inSentences.promises, ...inSentences.speaks].find(({ period: { from, to } }) => from !== to) ??
    inSentences.promises[0] ??
    inSentences.speaks[0] ??
    anyHeading[0] ??
    inCommitments[0] ??
    null
  )
}

/** The years of headings: those of the one above the first promise, or else the latest. */
function headingsFor(page: Page, { promises }: DecidedCommitments): AgreementPeriod[] {
  const headings = headingPeriods(page)
  const first = promises[0]?.span.start ?? 0
  const above = headings.findLast(({ period }) => period.start < first)
  const latest = headings.toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1))
  return above ? [above, ...latest] : latest
}

/** Whether two periods, the first given by its days, cover the same years. */
function isSameYears(exact: StatedPeriod, years: StatedPeriod): boolean {
  const yearOf = (date: string | null) => date?.slice(0, 4)
  return yearOf(exact.from) === yearOf(years.from) && yearOf(exact.to) === yearOf(years.to)
}

function isPeriodWithin(inner: StatedPeriod, outer: StatedPeriod): boolean {
  const [from, to] = [outer.from.slice(0, 4), (outer.to ?? outer.from).slice(0, 4)]
  const start = inner.from.slice(0, 4)
  return start >= from && start <= to
}

/** An activity in autumn 2015 tells the year of the promise, not its months. */
function statedYears(period: StatedPeriod): StatedPeriod {
  return { ...period, from: period.from.slice(0, 4), to: period.to?.slice(0, 4) ?? null }
}

function sentencePeriods(page: Page, sections: readonly Section[]) {
  const { source } = page
  const found = {
    holds: [] as AgreementPeriod[],
    promises: [] as AgreementPeriod[],
    speaks: [] as AgreementPeriod[],
    extended: [] as AgreementPeriod[],
    exact: [] as AgreementPeriod[],
    months: [] as AgreementPeriod[],
  }
  for (const { kind, blocks } of sections) {
    if (kind === 'earlier' || kind === 'wishes' || kind === 'background' || kind === 'contact') continue
    for (const { kind: blockKind, span } of blocks) {
      if (blockKind === 'item' && !/^(?:medborgar)?löfte/.test(source.foldedSlice(span))) continue
      for (const sentence of sentencesIn(source.text, span)) {
        if (sentence.end - sentence.start > MOST_SENTENCE) continue
        const periods = periodsIn(source, sentence)
        // "Löftet från 2019 förlängs till den 31 augusti 2021": the year of the older promise does not matter.
        const extended = periods.find(({ isEndAlone }) => isEndAlone)
        // "… undertecknade den 4 juni de löften som gäller 2019 och 2020": a day is that of signing, if years follow.
        const named = periods.find(isYears) ?? periods[0]
        const first = EXTENDS.test(source.foldedSlice(sentence)) ? (extended ?? named) : named
        const words = source.foldedSlice(sentence)
        if (!first || NOT_NOW.test(words) || isOfWhatIsExtended(words, first.start - sentence.start)) continue
        const before = source.folded.slice(sentence.start, first.start)
        if (OF_ANOTHER.test(before) || isOfOther(before)) continue
        if (isOfOtherTime(page, { start: sentence.start, end: first.start })) continue
        if (isOfOtherAgreement(words)) continue
        const isOfPromise = OF_PROMISE.test(source.folded.slice(sentence.start, first.start))
        if (kind === 'findings' && !isOfPromise) continue
        const isOpen = isOpenEnded(source, sentence)
        const period = { ...first, to: isOpen ? null : first.to, isOpenEnded: isOpen }
        if (first.from.length === 10 && first.to?.length === 10 && first.to !== first.from)
          found.exact.push({ period, reading: stated('period-in-days') })
        if (
          first.from.length === 7 &&
          first.to?.length === 7 &&
          first.to !== first.from &&
          PROMISES.test(words)
        )
          found.months.push({ period, reading: stated('period-in-months') })
        if (EXTENDS.test(words) && first.isEndAlone)
          found.extended.push({ period, reading: stated('period-extended') })
        else if (HOLDS.test(words) && (PROMISE.test(words) || /^det gäller/.test(words) || kind === 'period'))
          found.holds.push({ period, reading: stated('period-holds') })
        else if (kind === 'period') found.holds.push({ period, reading: placed('period-section') })
        else if (PROMISES.test(words) && isYears(first))
          found.promises.push({ period, reading: stated('period-in-promise') })
        else if (PROMISE.test(words) && isYears(first) && !/teckna|skriv|skrev/.test(words))
          found.speaks.push({ period, reading: placed('period-in-sentence') })
        else if (isOfPromise) found.speaks.push({ period, reading: stated('period-of-promise') })
      }
    }
  }
  return found
}

/** The largest distance between a time and what it belongs to, in letters. */
const OTHER_TIME_REACH = 50

/** "Utifrån dialogerna 2018": the time of what the promise is based on. */
function isOfOtherTime({ source, lookups }: Page, before: Span): boolean {
  const last = lookups.otherTimes(source, before).at(-1)
  return (
    last !== undefined &&
    before.end - last.end <= OTHER_TIME_REACH &&
    !/[,;:]|löft/.test(source.folded.slice(last.end, before.end))
  )
}

function isOfOtherAgreement(words: string): boolean {
  return OTHER_AGREEMENT.test(words) && !/löfte/.test(words)
}

/** "2016 års löfte förlängs": the year of the older promise. Its new end is the end of this one. */
function isOfWhatIsExtended(words: string, at: number): boolean {
  return EXTENDS.test(words) && !HOLDS.test(words) && !EXTENDED_TO.test(words.slice(0, at))
}

/** Whether another agreement is named between the promise and the time: "… den samverkansöverenskommelse som gäller till". */
function isOfOther(before: string): boolean {
  const at = before.search(LAST_OTHER)
  return at > before.lastIndexOf('löft') && / som /.test(before.slice(Math.max(0, at - SOM_REACH)))
}

function isYears({ from, to, isEndAlone }: StatedPeriod): boolean {
  return from.length === 4 || to !== from || isEndAlone
}

const YEARS_LONG =
  /(?<![\p{L}])(?:gäller|pågår|löper|gälla)(?: +\p{L}+){0,8}? +(?:i +)?(ett|två|tre|fyra|1|2|3|4) +år|(ett|två|tre|fyra|1|2|3|4) +år +(?:framåt|från +(?:och +med +)?(?:undertecknandet|tecknandet|dagens))/u
const FROM_SIGNING =
  /från +(?:och +med +)?(?:under)?tecknandet|från +(?:och +med +)?undertecknande|när +det +undertecknats/

/** "i två år från undertecknandet": the number of years, and where it is stated. */
export function yearsFromSigning(page: Page): { years: number; span: Span } | null {
  const { source } = page
  for (const sentence of sentencesIn(source.text, wholeOf(page))) {
    if (sentence.end - sentence.start > MOST_SENTENCE) continue
    const words = source.foldedSlice(sentence)
    if (/samverkansöverenskommelse/.test(words) && !/löfte/.test(words)) continue
    const match = YEARS_LONG.exec(words)
    if (match && (FROM_SIGNING.test(words) || /löfte/.test(words))) {
      const years = parseNumeral(match[1] ?? match[2] ?? '')
      if (years !== null) return { years, span: sentence }
    }
  }
  return null
}
