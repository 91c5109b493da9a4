import type { ValueOf } from '../../datasets/dataset.ts'
import type { dueTime, followUpFrequency } from '../../datasets/vocabularies/situation.ts'
import { placed, type Reading, stated } from '../confidence.ts'
import { isSpeech } from '../layouts/decoys.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import { isLinkText } from '../lists/links.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { deadlineIn } from './deadline.ts'
import { tellsOfSigning } from './signatures.ts'

/** How a text says that its promises will be followed up. */
export interface FollowUp {
  readonly span: Span
  readonly frequency: ValueOf<typeof followUpFrequency> | null
  readonly dueOn: string | null
  readonly dueTimes: readonly ValueOf<typeof dueTime>[]
  readonly dueText: Span | null
  readonly channel: Span | null
  readonly body: Span | null
  readonly reading: Reading
}

const IS_FOLLOWED =
  /(?<![\p{L}])(?:följs +(?:\p{L}+ +)?upp|följas +(?:\p{L}+ +)?upp|följa +upp|utvärderas?|redovisas?|återrapporteras?|avrapporteras|återkoppling[^.]{0,60} +(?:sker|lämnas|ges)|uppföljning +(?:sker|görs|ska|kommer)|stäms +av|stämmas +av)(?![\p{L}])/u
const ABOUT = /löft|aktivitet|arbetet|resultat|överenskommelse|uppföljning|återkoppling|insats|åtgärd/
const MONTH_NAMES = {
  januari: 'january',
  februari: 'february',
  mars: 'march',
  april: 'april',
  maj: 'may',
  juni: 'june',
  juli: 'july',
  augusti: 'august',
  september: 'september',
  oktober: 'october',
  november: 'november',
  december: 'december',
} as const satisfies { readonly [word: string]: ValueOf<typeof dueTime> }
const MONTH = Object.keys(MONTH_NAMES).join('|')
const MONTHS = new RegExp(
  `(?<![\\p{L}\\d])(?:i +)?((?:${MONTH})(?:(?:, | och | samt )(?:${MONTH}))*(?: +20\\d\\d)?)`,
  'u',
)
const PLACE =
  '(?:webbplats\\p{L}*|hemsid\\p{L}*|webben|medier|årsredovisning\\p{L}*|redovisning\\p{L}*|rapport\\p{L}*|\\p{L}+\\.se)'
const WHOSE = '(?:polisens|kommunens|respektive|en|sociala|våra|och)'
const CHANNEL = new RegExp(
  `(?<![\\p{L}])(?:på|via|i|genom) ((?:${WHOSE} ){0,4}${PLACE}(?:(?:, | och | samt )(?:i |på )?(?:${WHOSE} )?${PLACE}){0,4})`,
  'u',
)
const BODY =
  /(?<![\p{L}])(?:i|av|för|till) +((?:(?:det|den) +)?(?:\p{L}+ +){0,2}?(?:\p{L}*råd(?:et)?|styrgrupp\p{L}*|kommunstyrelsen|kommunfullmäktige|samverkansgrupp\p{L}*|ledningsgrupp\p{L}*)(?: +för +\p{L}+)?)(?![\p{L}])/u

/** What a sentence below the heading must mention: that promises are followed up, reported on or reviewed. */
const FOLLOWS_UP = withWords`${'follow_up_words'}`

function tellsOfFollowing({ lookups }: Page, words: string): boolean {
  return (lookups.expression(FOLLOWS_UP).test(words) || IS_FOLLOWED.test(words)) && !isLinkText(words)
}

/** The follow-ups that a page promises: under its heading, or in a sentence elsewhere. */
export function followUpsIn(page: Page, sections: readonly Section[]): FollowUp[] {
  const { source } = page
  const found: FollowUp[] = []
  for (const { kind, blocks } of sections) {
    if (kind === 'earlier' || kind === 'contact' || kind === 'background') continue
    for (const block of blocks) {
      const isOther = block.kind === 'item' && !/^uppföljning/.test(source.foldedSlice(block.span))
      if (isOther && kind !== 'follow_up') continue
      for (const sentence of sentencesIn(source.text, block.span)) {
        if (sentence.end - sentence.start > MOST_SENTENCE || isSpeech(page, sentence)) continue
        const words = source.foldedSlice(sentence)
        if (tellsOfSigning(page, sentence)) continue
        const isFollowUp =
          kind === 'follow_up' ? tellsOfFollowing(page, words) : IS_FOLLOWED.test(words) && ABOUT.test(words)
        if (isFollowUp)
          found.push(
            makeFollowUp(
              page,
              sentence,
              kind === 'follow_up' ? stated('follow-up-under-heading') : placed('follow-up-in-sentence'),
            ),
          )
      }
    }
  }
  return found
}

function makeFollowUp({ source, lookups }: Page, span: Span, reading: Reading): FollowUp {
  const words = source.foldedSlice(span)
  const frequencies = lookups.frequencies(source, span).map(({ value }) => value)
  const deadline = deadlineIn(source, span)
  const months = deadline ? null : MONTHS.exec(words)
  return {
    span,
    frequency: frequencies.find((each) => each !== 'continuous') ?? frequencies[0] ?? null,
    dueOn: deadline?.on ?? null,
    dueTimes: monthsIn(months?.[1] ?? ''),
    dueText: deadline?.span ?? groupIn(span, months),
    channel: groupIn(span, CHANNEL.exec(words)),
    body: groupIn(span, BODY.exec(words)),
    reading,
  }
}

function monthsIn(words: string): ValueOf<typeof dueTime>[] {
  return Object.entries(MONTH_NAMES).flatMap(([word, month]) => (words.includes(word) ? [month] : []))
}

/** The offset of a match's first group in the text. */
function groupIn(span: Span, match: RegExpExecArray | null): Span | null {
  const words = match?.[1]
  if (!match || words === undefined) return null
  const start = span.start + match.index + match[0].lastIndexOf(words)
  return { start, end: start + words.length }
}
