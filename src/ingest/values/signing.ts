import { doubtful, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import { sentencesIn } from '../text/sentences.ts'
import { Source, type Span } from '../text/source.ts'
import { datesIn } from './dates.ts'
import { type Signature, tellsOfSigning } from './signatures.ts'
import { isAboveText, NOT_SIGNED, type Signing, signedInLine } from './signing-line.ts'

const TODAY =
  /(?<![\p{L}])(?:i ?dag|under +(?:dagen|förmiddagen|eftermiddagen)|på +(?:mån|tis|ons|tors|fre)dagen)(?![\p{L}])/u
const SIGNED_ON = /(?:under(?:teckna|skriv)|skrev|skriv|signera|teckna)/
/** "De första medborgarlöftena skrevs under …": older agreements. */
const OLDER = /(?<!\p{L})de(?:t|n)? +(?:allra +)?(?:första|tidigare|förra|föregående) +(?:medborgar)?löft/u

/** Reads the date of signing. Dates of publication, of a decision or of the period do not count. */
export function signingOf(
  page: Page,
  sections: readonly Section[],
  signatures: readonly Signature[],
): Signing {
  const inLine = signedInLine(page, sections, signatures)
  if (inLine?.on) return inLine
  const told = inSentence(page, sections)
  if (told?.on) return told
  return (
    inLine ??
    told ?? {
      on: null,
      unknownReason: 'not_stated',
      quote: null,
      place: null,
      reading: stated('signing-not-stated'),
    }
  )
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

/** "Den 5 februari" is in the year of publication, or in the year of the promise. */
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

/** "I dag" is the day of publication, if the page states it. */
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

function publishedOn(page: Page): string | null {
  const { source, lines, url } = page
  for (const { span } of lines) {
    if (span.end - span.start > 120) continue
    const date = datesIn(source, span).find((each) => each.date.length === 10)
    if (!date) continue
    const isSaid = /^(?:publicera|pressmeddelande|nyhet|datum)/.test(source.foldedSlice(span))
    const isWhole = date.start === span.start && date.end === span.end
    if (isSaid || (isWhole && isAboveText(page, span))) return date.date
  }
  return /(?<!\d)(20\d\d-\d\d-\d\d)(?!\d)/.exec(url ?? '')?.[1] ?? null
}

function signedInMonth(dates: readonly { start: number; end: number; date: string }[]): Signing | null {
  const month = dates.find(({ date }) => date.length === 7)
  if (!month) return null
  const quote = { start: month.start, end: month.end }
  return { on: null, unknownReason: 'not_stated', quote, place: null, reading: stated('signing-month-alone') }
}
