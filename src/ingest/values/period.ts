import { isDay } from '../../datasets/dataset.ts'
import { Source, type Span } from '../text/source.ts'
import { datesIn, type StatedDate } from './dates.ts'

/** A period as stated. An end that is until further notice is null, with `isOpenEnded`. */
export interface StatedPeriod extends Span {
  readonly start: number
  readonly end: number
  readonly from: string
  readonly to: string | null
  readonly isOpenEnded: boolean
  /** Whether words give only the end: "till och med 2024". `from` is then the end as well. */
  readonly isEndAlone: boolean
}

/** What separates the two ends of a period. */
const BETWEEN =
  /^(?:[-–—/]|--+|(?:, ?)?(?:och )?till(?: och med)?(?: den)?|,? ?t\.? ?o\.? ?m\.?(?: den)?|och(?: med)?(?: den)?|samt)$/
/** The first end may lack the year, or the month and the year, which are given by the second. */
const SHORT_START =
  /(?<!\d)(\d{1,2})(?:(?:\/(\d{1,2}))| +(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))?(?: och pågår?)? *(?:[-–—]|till(?: och med)?|t\.?o\.?m\.?) *(?:den +)?$/
const SHORT_MONTH =
  /(?<!\p{L})(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) *(?:[-–—]|till(?: och med)?|t\.?o\.?m\.?) *$/u
/** "2018-19", "2018/19" */
const SHORT_YEARS = /(?<![\d-])(20\d\d)[-–/](\d\d)(?![\d-])/g
/** "170101–181231" */
const SHORT_DAYS = /(?<![\d-])(\d{6}) ?[-–] ?(\d{6})(?![\d-])/g
const OPEN = /tills +vidare/

const UNTIL = /(?<!\p{L})(?:till|t\.? ?o\.? ?m\.?)(?: och med)?(?: den| slutet av| utgången av)? +$/u
const LONGEST_UNTIL = 40

/** The periods that a part of a text states: two dates, or a single one. */
export function periodsIn(source: Source, span: Span): StatedPeriod[] {
  const dates = datesIn(source, span)
  const periods: StatedPeriod[] = []
  for (let index = 0; index < dates.length; index++) {
    const first = dates[index] as StatedDate
    const second = dates[index + 1]
    if (
      second &&
      first.date <= second.date &&
      BETWEEN.test(plainSpaces(source.folded.slice(first.end, second.start)))
    ) {
      periods.push(makePeriod(first.start, second.end, first.date, second.date))
      index++
      continue
    }
    const short = shortStart(source, span, first)
    const alone = makePeriod(first.start, first.end, first.date, first.date)
    const before = source.folded.slice(Math.max(span.start, first.start - LONGEST_UNTIL), first.start)
    periods.push(short ?? { ...alone, isEndAlone: UNTIL.test(before) })
  }
  for (const match of source.foldedSlice(span).matchAll(SHORT_DAYS)) {
    const [words, first = '', last = ''] = match
    const [from, to] = [first, last].map((day) => `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`)
    const start = span.start + match.index
    if (from && to && isDay(from) && isDay(to) && from <= to)
      periods.push(makePeriod(start, start + words.length, from, to))
  }
  for (const match of source.foldedSlice(span).matchAll(SHORT_YEARS)) {
    const [words, year = '', last = ''] = match
    const start = span.start + match.index
    const to = `${year.slice(0, 2)}${last}`
    if (Number(to) !== Number(year) + 1) continue
    const whole = makePeriod(start, start + words.length, year, to)
    const kept = periods.filter((each) => each.start >= whole.end || each.end <= whole.start)
    periods.splice(0, periods.length, ...kept, whole)
  }
  return periods.sort((a, b) => a.start - b.start)
}

function plainSpaces(words: string): string {
  return words.trim().replace(/ +/g, ' ')
}

function makePeriod(start: number, end: number, from: string, to: string | null): StatedPeriod {
  return { start, end, from, to, isOpenEnded: false, isEndAlone: false }
}

/** A period whose first end takes missing parts from the second: "1 juli - 31 december 2019", "juli till december 2019". */
function shortStart(source: Source, span: Span, last: StatedDate): StatedPeriod | null {
  const from = Math.max(span.start, last.start - 40)
  const before = source.folded.slice(from, last.start)
  const month = SHORT_MONTH.exec(before)
  const [year = '', lastMonth = ''] = last.date.split('-')
  if (month && last.date.length === 7) {
    const [first] = datesOf(`${month[1]} ${year}`)
    return first ? makePeriod(from + month.index, last.end, first.date, last.date) : null
  }
  const day = SHORT_START.exec(before)
  if (!day || last.date.length !== 10) return null
  const words = day[3] ? `${day[1]} ${day[3]} ${year}` : `${day[1]}/${day[2] ?? Number(lastMonth)} ${year}`
  const [first] = datesOf(words)
  if (!first || first.date >= last.date) return null
  return makePeriod(from + day.index, last.end, first.date, last.date)
}

function datesOf(words: string): StatedDate[] {
  return datesIn(new Source(words), { start: 0, end: words.length })
}

/** Whether words say that something is valid until further notice. */
export function isOpenEnded(source: Source, span: Span): boolean {
  return OPEN.test(source.foldedSlice(span))
}
