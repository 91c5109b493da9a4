import { isDay } from '../../datasets/dataset.ts'
import type { Source, Span } from '../text/source.ts'

/** A date as precise as the text gives it: a year, a month or a day, such as `2019`, `2019-05` or `2019-05-31`. */
export interface StatedDate extends Span {
  readonly date: string
}

const MONTHS =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|aug|sept|sep|okt|nov|dec'
const MONTH_NUMBERS: { readonly [begins: string]: string } = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  maj: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  okt: '10',
  nov: '11',
  dec: '12',
}

const ORDINALS =
  'först[ae],andr[ae],tredje,fjärde,femte,sjätte,sjunde,åttonde,nionde,tionde,elfte,tolfte,trettonde,fjortonde,femtonde,sextonde,sjuttonde,(?:ader|ar)tonde,nittonde,tjugonde,tjugoförst[ae],tjugoandr[ae],tjugotredje,tjugofjärde,tjugofemte,tjugosjätte,tjugosjunde,tjugoåttonde,tjugonionde,trettionde,trettioförst[ae]'.split(
    ',',
  )

const YEAR = '(?:19[89]\\d|20\\d\\d)'
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
// The forms of a date, most precise first: each place is read by the first form that matches.
const FORMS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => string }[] = [
  {
    // "2018-12-06", "2018/12/06", "2018.12.6", "2018 – 12 – 06"
    pattern: new RegExp(
      `(?<!\\d)(?<!\\d-)(${YEAR}) ?([-–/.]) ?(${MONTH}|[1-9]) ?\\2 ?(${DAY}|[1-9])(?!\\d)`,
      'g',
    ),
    read: ([, year, , month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)(${YEAR})(${MONTH})(${DAY})(?!\\d)`, 'g'),
    read: ([, year, month, day]) => `${year}-${month}-${day}`,
  },
  {
    // "6 december 2018", "6:e dec.2018", "6 December, 2018", "6 december år 2018"
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?::?(?:[ae]|te|de))? *(${MONTHS})\\.?[, -]{0,3}(?:år )?(${YEAR})(?!\\d)`,
      'g',
    ),
    read: ([, day = '', month = '', year]) => `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`,
  },
  {
    // "sjätte december 2018"
    pattern: new RegExp(
      `(?<!\\p{L})(${ORDINALS.join('|')}) +(${MONTHS})\\.?,? +(?:år )?(${YEAR})(?!\\d)`,
      'gu',
    ),
    read: ([, day = '', month = '', year]) => `${year}-${monthNumber(month)}-${ordinalNumber(day)}`,
  },
  {
    // "31/1 2017", "1/7-2018", "15.3.2019", "6-12-2018"
    pattern: new RegExp(`(?<![\\d/])(\\d{1,2})[/.](\\d{1,2})(?:[-/. ]| - ?)(?:år )?(${YEAR})(?!\\d)`, 'g'),
    read: ([, day = '', month = '', year]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  },
  {
    pattern: new RegExp(`(?<![\\d/-])(${DAY}|[1-9])-(${MONTH}|[1-9])-(${YEAR})(?![\\d-])`, 'g'),
    read: ([, day = '', month = '', year]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${MONTHS})\\.?(?: +månad)? +(${YEAR})(?!\\d)`, 'gu'),
    read: ([, month = '', year]) => `${year}-${monthNumber(month)}`,
  },
  {
    pattern: new RegExp(`(?<!\\p{L})halvårsskiftet +(${YEAR})(?!\\d)`, 'gu'),
    read: ([, year]) => `${year}-06`,
  },
  {
    pattern: new RegExp(`(?<![\\d-])(${YEAR})-(${MONTH})(?![\\d-])`, 'g'),
    read: ([, year, month]) => `${year}-${month}`,
  },
  {
    // Not the end of a telephone number or of a sum: the only digits before a year are those of another year.
    pattern: new RegExp(`(?<!\\d)(?<!(?<!(?<!\\d)(?:19|20)\\d)\\d[-–/.:])(${YEAR})(?![\\d%])(?!,\\d)`, 'g'),
    read: ([, year = '']) => year,
  },
]

const ORDINAL_PATTERNS = ORDINALS.map((ordinal) => new RegExp(`^${ordinal}$`))

function ordinalNumber(words: string): string {
  const number = ORDINAL_PATTERNS.findIndex((pattern) => pattern.test(words)) + 1
  return String(number).padStart(2, '0')
}

function monthNumber(month: string): string {
  return MONTH_NUMBERS[month.slice(0, 3)] ?? ''
}

/** The dates in a part of a text, in order. What looks like a day but is not in the calendar is not a date. */
export function datesIn(source: Source, span: Span): StatedDate[] {
  const part = source.foldedSlice(span)
  if (!/\d{4}/.test(part)) return []
  // An impossible day still takes its place: "31 februari 2019" does not mean February.
  const taken: StatedDate[] = []
  for (const { pattern, read } of FORMS) {
    for (const match of part.matchAll(pattern)) {
      const start = span.start + match.index
      const date = { start, end: start + match[0].length, date: read(match) }
      if (!taken.some((other) => other.start < date.end && date.start < other.end)) taken.push(date)
    }
  }
  return taken.filter(({ date }) => date.length < 10 || isDay(date)).sort((a, b) => a.start - b.start)
}

/** A day whose year has only two digits; `others` are its other possible readings. */
interface ShortDate extends StatedDate {
  readonly others: readonly string[]
}

const SHORT_MONTH_NAMED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?::?[ae])? *(${MONTHS})\\.?[ ,'’–-]{0,4}(\\d\\d)(?!\\d)`,
)
const SHORT_STROKE = /(?<![\d/.-])(\d{1,2})[/.](\d{1,2}) ?[-–/.'’ ] ?(\d\d)(?![\d/.-])/
const SHORT_FIGURES = /(?<![\d/.–-])(\d\d)([-–/.]?)(\d\d)\2(\d\d)(?![\d/.–-])/
/** Promises have existed since 2014: smaller numbers are not a year, but a day or a month. */
const FIRST_SHORT_YEAR = 10

/** The day that a part of a text gives with a two-digit year: "181206", "6/12-18", "6 dec -18". */
export function shortDateIn(source: Source, span: Span): ShortDate | null {
  const part = source.foldedSlice(span)
  const named = SHORT_MONTH_NAMED.exec(part)
  if (named) return shortDate(span, named, [[named[3], monthNumber(named[2] ?? ''), named[1]]])
  const figures = SHORT_FIGURES.exec(part)
  if (figures) {
    const [, first, , month, last] = figures
    return shortDate(span, figures, [
      [first, month, last],
      [last, month, first],
    ])
  }
  const stroke = SHORT_STROKE.exec(part)
  return stroke && shortDate(span, stroke, [[stroke[3], stroke[2], stroke[1]]])
}

type DateParts = readonly [year: string | undefined, month: string | undefined, day: string | undefined]

function shortDate(
  { start }: Span,
  match: RegExpExecArray,
  readings: readonly DateParts[],
): ShortDate | null {
  const days = readings
    .filter(([year]) => Number(year) >= FIRST_SHORT_YEAR)
    .map(([year, month = '', day = '']) => `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isDay)
  const [date, ...others] = new Set(days)
  if (date === undefined) return null
  return { date, others, start: start + match.index, end: start + match.index + match[0].length }
}
