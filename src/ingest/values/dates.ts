import { isDay } from '../../datasets/dataset.ts'
import type { Source, Span } from '../text/source.ts'

/** A date as a text gives it: a year, a month or a day, such as `2019`, `2019-05` or `2019-05-31`. */
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

const YEAR = '(?:19[89]\\d|20\\d\\d)'
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01])'
// The forms of a date, from the most to the least that they say: each place is read by the first that fits.
const FORMS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => string }[] = [
  {
    pattern: new RegExp(`(?<!\\d)(?<!\\d-)(${YEAR})-(${MONTH})-(${DAY})(?!\\d)`, 'g'),
    read: ([, year, month, day]) => `${year}-${month}-${day}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)(${YEAR})(${MONTH})(${DAY})(?!\\d)`, 'g'),
    read: ([, year, month, day]) => `${year}-${month}-${day}`,
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?::?[ae])? +(${MONTHS})\\.? +(${YEAR})(?!\\d)`, 'g'),
    read: ([, day = '', month = '', year]) => `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`,
  },
  {
    // "31/1 2017", "1/7-2018", "15.3.2019"
    pattern: new RegExp(`(?<![\\d/])(\\d{1,2})[/.](\\d{1,2})(?:[-/. ]| - ?)(${YEAR})(?!\\d)`, 'g'),
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
    // Not the end of a telephone number or of a sum: before a year stand no digits but those of another year.
    pattern: new RegExp(`(?<!\\d)(?<!(?<!(?<!\\d)(?:19|20)\\d)\\d[-–/.:])(${YEAR})(?![\\d%])(?!,\\d)`, 'g'),
    read: ([, year = '']) => year,
  },
]

function monthNumber(month: string): string {
  return MONTH_NUMBERS[month.slice(0, 3)] ?? ''
}

/** The dates in a part of a text, in order. What looks like a day but is not in the calendar is none. */
export function datesIn(source: Source, span: Span): StatedDate[] {
  const part = source.foldedSlice(span)
  if (!/\d{4}/.test(part)) return []
  // What looks like a day takes its place even where it is none: "31 februari 2019" does not say February.
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
