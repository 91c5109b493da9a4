import type { ValueOf } from '../../datasets/dataset.ts'
import type { unknownReason } from '../../datasets/vocabularies/agreements.ts'
import { doubtful, placed, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import type { Span } from '../text/source.ts'
import { datesIn, type StatedDate, shortDateIn } from './dates.ts'
import type { Signature } from './signatures.ts'

/** When and where an agreement was signed. */
export interface Signing {
  readonly on: string | null
  readonly unknownReason: ValueOf<typeof unknownReason> | null
  readonly quote: Span | null
  readonly place: Span | null
  readonly reading: Reading
}

/** What a date belongs to if it is not the date of signing. */
export const NOT_SIGNED = /publicera|uppdatera|antog|antagen|beslut|gäller|granska|ändra/

const WEEKDAY = '(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?'
const NO_PLACE = `(?!(?:den|i|${WEEKDAY}|sida|sid|tel|telefon|box|dnr|diarienummer|nr|version|kl|bilaga|punkt|kap|kapitel|avsnitt)(?!\\p{L}))`
const PLACE = `${NO_PLACE}\\p{L}[\\p{L}-]*(?: ${NO_PLACE}\\p{L}[\\p{L}-]*)?`
/** What precedes the date in a line of place and date: "Habo, torsdagen den". */
const PLACE_AND_DATE = new RegExp(
  `^(?:(?:ort(?: och |/| / )datum|datum|undertecknat(?: i)?):? ?)?(?:(${PLACE})(,)?)?(?: ?i)?( ?${WEEKDAY})?,?( ?den)?$`,
  'u',
)
/** What may follow it: the end of a sentence, a footnote mark. */
const AFTER_DATE = /^[ .,;)\]¹²³*]{0,3}$/
/** A placeholder for a date: "2xxxxx", "2018-__-__", "……". */
const UNFILLED = /^(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?),? (?:den )?(\d{0,4} ?[x_…./-]{2,}(?: 20\d\d)?)$/iu
/** A date in an unsupported form, or without its year or its day. */
const LIKE_A_DATE =
  /(?:\d{1,2}(?::?[ae])?|[ivx]{1,4}|\p{L}{4,14}[dt]e|först[ae]) ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?[ ,'’-]*(?:\d{2,4})?$|\d{1,4} ?[-–/. ] ?(?:\d{1,2}|[ivx]{1,4})(?: ?[-–/. ']+ ?\d{1,4})?$|\d{6}$|\d{8}$|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.? ?(?:den )?\d{1,2}(?:st|nd|rd|th)?(?:,? ?\d{4})?$/u
const YEARS = /^(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d))?$/

/** An agreement has a few signatures; a document with many more is something else. */
const MOST_PLACES = 100
/** How far above or below the names the line with place and date may be. */
const NEAR_NAMES = 400
/** A longer line is not a line of place and date. */
const LONGEST_LINE = 70

/**
 * The date of signing from a line of place and date. A line that looks like one and cannot be read gives what is
 * unreadable, and so an issue.
 */
export function signedInLine(
  page: Page,
  sections: readonly Section[],
  signatures: readonly Signature[],
): Signing | null {
  const signing = sections
    .filter(({ kind }) => kind === 'signing')
    .flatMap(({ blocks }) => blocks.map(({ span }) => span))
  const places = [...signing, ...signatures.map(({ scope }) => scope)].slice(0, MOST_PLACES)
  const isNear = (at: number) =>
    places.some(({ start, end }) => at > start - NEAR_NAMES && at < end + NEAR_NAMES)
  let unread: Signing | null = null
  for (const { span, columns } of page.lines) {
    // Two spaces may separate columns, or have slipped into a date.
    for (const cell of [...columns, span]) {
      if (cell.end - cell.start > LONGEST_LINE || NOT_SIGNED.test(page.source.foldedSlice(cell))) continue
      const found = readCell(page, cell, isNear(cell.start))
      if (found?.on) return found
      unread ??= found
    }
  }
  return unread
}

/** Whether only headings are above: a date there is that of the page. */
export function isAboveText({ blocks }: Page, { start }: Span): boolean {
  return !blocks.some(({ kind, span }) => kind !== 'heading' && span.end < start)
}

function readCell(page: Page, cell: Span, isNear: boolean): Signing | null {
  const { source } = page
  const [date, second] = datesIn(source, cell)
  if (date && second) return severalDays(page, cell, { start: date.start, end: second.end }, isNear)
  const short = date ? null : shortDateIn(source, cell)
  const day = date?.date.length === 10 ? date : short
  if (!day) return (date ? monthAlone(page, cell, date, isNear) : null) ?? unreadIn(page, cell, isNear)
  const line = placeLine(page, cell, day, isNear)
  if (!line) return null
  const { place, isPlace, isOurs } = line
  if (!isPlace && isAboveText(page, cell)) return null
  const quote = { start: day.start, end: day.end }
  if (!isOurs)
    return line.isOfPlace
      ? { on: null, unknownReason: 'unreadable', quote, place, reading: doubtful('signing-by-no-names') }
      : null
  const sure = isPlace ? stated('signing-place-and-date') : placed('signing-date-by-names')
  const shorter = short && (short.others.length > 0 ? doubtful : placed)('signing-short-year')
  return { on: day.date, unknownReason: null, quote, place, reading: shorter ?? sure }
}

/** The place in a line of place and date, and whether it is a place of signing: it names a municipality, or is beside names. */
function placeLine({ source, lookups }: Page, cell: Span, date: Span, isNear: boolean) {
  if (!AFTER_DATE.test(source.folded.slice(date.end, cell.end))) return null
  const words = source.folded.slice(cell.start, date.start).trim().replace(/ +/g, ' ')
  const before = PLACE_AND_DATE.exec(words)
  if (!before) return null
  const [, name, comma, weekday, den] = before
  const place = name === undefined ? null : placeIn(source.folded, cell, name)
  const isPlace = place !== null && lookups.municipalities(source, place).length > 0
  const isOfPlace = place !== null && (comma ?? weekday ?? den) !== undefined
  return { place, isPlace, isOurs: isPlace || isNear, isOfPlace }
}

/** "Habo den 6 och den 7 december 2018": each signed on a different day. Two ends of a period are not such days. */
function severalDays(page: Page, cell: Span, days: Span, isNear: boolean): Signing | null {
  if (!/(?:,| och)(?: .*)? \d/.test(page.source.foldedSlice(days))) return null
  const line = placeLine(page, cell, days, isNear)
  if (!line?.isOurs) return null
  return {
    on: null,
    unknownReason: 'unreadable',
    quote: days,
    place: line.place,
    reading: doubtful('signing-on-several-days'),
  }
}

/** "Habo i december 2018" */
function monthAlone(page: Page, cell: Span, date: StatedDate, isNear: boolean): Signing | null {
  const line = date.date.length === 7 ? placeLine(page, cell, date, isNear) : null
  if (!line?.isOurs) return null
  const quote = { start: date.start, end: date.end }
  return {
    on: null,
    unknownReason: 'not_stated',
    quote,
    place: line.place,
    reading: stated('signing-month-alone'),
  }
}

function placeIn(folded: string, cell: Span, name: string): Span | null {
  const start = folded.indexOf(name, cell.start)
  return start < 0 || start >= cell.end ? null : { start, end: start + name.length }
}

/** A line of place and date without a readable day. */
function unreadIn(page: Page, cell: Span, isNear: boolean): Signing | null {
  const { source } = page
  const unfilled = UNFILLED.exec(source.slice(cell))
  if (unfilled && isNear) {
    const [, place = '', blank = ''] = unfilled
    return {
      on: null,
      unknownReason: 'unreadable',
      quote: { start: cell.end - blank.length, end: cell.end },
      place: { start: cell.start, end: cell.start + place.length },
      reading: stated('signing-not-filled-in'),
    }
  }
  const like = LIKE_A_DATE.exec(source.foldedSlice(cell).replace(/[ .,;]+$/, ''))
  if (!like || YEARS.test(like[0])) return null
  const quote = { start: cell.start + like.index, end: cell.start + like.index + like[0].length }
  const line = placeLine(page, cell, quote, isNear)
  if (!line?.isOurs) return null
  return {
    on: null,
    unknownReason: 'unreadable',
    quote,
    place: line.place,
    reading: doubtful('signing-not-read'),
  }
}
