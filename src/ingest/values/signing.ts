import type { ValueOf } from '../../datasets/dataset.ts'
import type { unknownReason } from '../../datasets/vocabularies/agreements.ts'
import { doubtful, placed, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import { sentencesIn } from '../text/sentences.ts'
import { Source, type Span } from '../text/source.ts'
import { datesIn } from './dates.ts'
import { type Signature, tellsOfSigning } from './signatures.ts'

/** When and where an agreement was signed. */
export interface Signing {
  readonly on: string | null
  readonly unknownReason: ValueOf<typeof unknownReason> | null
  readonly quote: Span | null
  readonly place: Span | null
  readonly reading: Reading
}

const PLACE_AND_DATE =
  /^(?:(?:ort(?: och |\/| \/ )datum|datum|undertecknat(?: i)?):? ?)?(\p{L}[\p{L}-]*(?: (?!den$)\p{L}[\p{L}-]*)?)?,?(?: ?den)?$/u
/** A date that was to be filled in: "2xxxxx", "2018-__-__", "……". */
const UNFILLED = /^(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?),? (?:den )?(\d{0,4} ?[x_…./-]{2,}(?: 20\d\d)?)$/iu
const TODAY =
  /(?<![\p{L}])(?:i ?dag|under +(?:dagen|förmiddagen|eftermiddagen)|på +(?:mån|tis|ons|tors|fre)dagen)(?![\p{L}])/u
const SIGNED_ON = /(?:under(?:teckna|skriv)|skrev|skriv|signera|teckna)/
const NOT_SIGNED = /publicera|uppdatera|antog|antagen|beslut|gäller|granska|ändra/
/** "De första medborgarlöftena skrevs under …": older ones. */
const OLDER = /(?<!\p{L})de(?:t|n)? +(?:allra +)?(?:första|tidigare|förra|föregående) +(?:medborgar)?löft/u

/** Reads the date of signing. A date of publication, of a decision or of the period is none. */
export function signingOf(
  page: Page,
  sections: readonly Section[],
  signatures: readonly Signature[],
): Signing {
  return (
    inLine(page, sections, signatures) ??
    inSentence(page, sections) ?? {
      on: null,
      unknownReason: 'not_stated',
      quote: null,
      place: null,
      reading: stated('signing-not-stated'),
    }
  )
}

/** An agreement has a few signatures; a document with many more is something else. */
const MOST_PLACES = 100
/** How far above the names, or below them, the line with place and date may stand. */
const NEAR_NAMES = 400

function inLine(
  { source, lines, lookups }: Page,
  sections: readonly Section[],
  signatures: readonly Signature[],
): Signing | null {
  const signing = sections
    .filter(({ kind }) => kind === 'signing')
    .flatMap(({ blocks }) => blocks.map(({ span }) => span))
  const places = [...signing, ...signatures.map(({ scope }) => scope)].slice(0, MOST_PLACES)
  const isNear = (at: number) =>
    places.some(({ start, end }) => at > start - NEAR_NAMES && at < end + NEAR_NAMES)
  for (const { span, columns } of lines) {
    for (const cell of columns.length > 0 ? columns : [span]) {
      if (cell.end - cell.start > 70) continue
      const words = source.foldedSlice(cell)
      const [date, second] = datesIn(source, cell)
      if (!date) {
        const unfilled = UNFILLED.exec(source.slice(cell))
        if (!unfilled || !isNear(cell.start)) continue
        const [, place = '', blank = ''] = unfilled
        const at = cell.end - blank.length
        return {
          on: null,
          unknownReason: 'unreadable',
          quote: { start: at, end: cell.end },
          place: { start: cell.start, end: cell.start + place.length },
          reading: stated('signing-not-filled-in'),
        }
      }
      if (second || date.date.length !== 10 || NOT_SIGNED.test(words) || date.end < cell.end - 1) continue
      const before = PLACE_AND_DATE.exec(
        source.folded.slice(cell.start, date.start).trim().replace(/ +/g, ' '),
      )
      if (!before) continue
      const place = before[1] === undefined || before[1] === 'den' ? null : placeIn(source, cell, before[1])
      const isPlace = place !== null && lookups.municipalities(source, place).length > 0
      if (!isPlace && !isNear(cell.start)) continue
      return {
        on: date.date,
        unknownReason: null,
        quote: { start: date.start, end: date.end },
        place,
        reading: isPlace ? stated('signing-place-and-date') : placed('signing-date-by-names'),
      }
    }
  }
  return null
}

function placeIn({ folded }: Source, cell: Span, place: string): Span {
  const start = folded.indexOf(place, cell.start)
  return { start, end: start + place.length }
}

function inSentence(page: Page, sections: readonly Section[]): Signing | null {
  const { source } = page
  const published = publishedOn(page)
  let vague: Signing | null = null
  for (const { kind, blocks } of sections) {
    if (kind === 'earlier') continue
    for (const block of blocks) {
      for (const sentence of sentencesIn(source.text, block.span)) {
        const words = source.foldedSlice(sentence)
        if (!SIGNED_ON.test(words) || OLDER.test(words) || !tellsOfSigning(page, sentence)) continue
        if (/samverkansöverenskommelse/.test(words) && !/löfte/.test(words)) continue
        const dates = datesIn(source, sentence).filter(
          ({ start }) => !NOT_SIGNED.test(source.folded.slice(Math.max(sentence.start, start - 25), start)),
        )
        const day = dates.find(({ date }) => date.length === 10)
        if (day) {
          const quote = { start: day.start, end: day.end }
          return {
            on: day.date,
            unknownReason: null,
            quote,
            place: null,
            reading: stated('signing-in-sentence'),
          }
        }
        vague ??=
          signedOnDay(page, sentence, published) ??
          signedToday(page, sentence, published) ??
          signedInMonth(dates)
      }
    }
  }
  return vague
}

const DAY_ALONE =
  /(?<![\p{L}\d])(\d{1,2})(?::?[ae])? (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?! +\d{4})/u
/** What is signed in the first half of a year is for that year; what is signed later may be for the next. */
const FIRST_HALF = 6

/** "Den 5 februari" is of the year in which the page was published, or of that for which the promise holds. */
function signedOnDay({ source }: Page, sentence: Span, publishedOn: string | null): Signing | null {
  const words = source.foldedSlice(sentence)
  const match = DAY_ALONE.exec(words)
  if (!match) return null
  const [whole, day = '', month = ''] = match
  const start = sentence.start + match.index
  const quote = { start, end: start + whole.length }
  const published = publishedOn?.slice(0, 4)
  const [named] = published ? [] : datesIn(source, sentence)
  const year = published ?? named?.date.slice(0, 4)
  if (year === undefined) return null
  const [date] = datesIn(new Source(`${day} ${month} ${year}`), {
    start: 0,
    end: day.length + month.length + 6,
  })
  if (!date || (!published && Number(date.date.slice(5, 7)) > FIRST_HALF)) return null
  return {
    on: date.date,
    unknownReason: null,
    quote,
    place: null,
    reading: doubtful('signing-day-without-year'),
  }
}

/** "I dag" is the day on which the page was published, where it says that. */
function signedToday({ source }: Page, sentence: Span, on: string | null): Signing | null {
  const today = TODAY.exec(source.foldedSlice(sentence))
  if (!today) return null
  const start = sentence.start + today.index
  const quote = { start, end: start + today[0].length }
  if (on === null) {
    return { on, unknownReason: 'not_stated', quote, place: null, reading: stated('signing-today-undated') }
  }
  return { on, unknownReason: null, quote, place: null, reading: doubtful('signing-today-as-published') }
}

function publishedOn({ source, lines, url }: Page): string | null {
  for (const { span } of lines) {
    if (
      span.end - span.start > 120 ||
      !/^(?:publicera|pressmeddelande|nyhet|datum)/.test(source.foldedSlice(span))
    )
      continue
    const date = datesIn(source, span).find((each) => each.date.length === 10)
    if (date) return date.date
  }
  return /(?<!\d)(20\d\d-\d\d-\d\d)(?!\d)/.exec(url ?? '')?.[1] ?? null
}

function signedInMonth(dates: readonly { start: number; end: number; date: string }[]): Signing | null {
  const month = dates.find(({ date }) => date.length === 7)
  if (!month) return null
  const quote = { start: month.start, end: month.end }
  return { on: null, unknownReason: 'not_stated', quote, place: null, reading: stated('signing-month-alone') }
}
