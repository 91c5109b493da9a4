import { type Block, leadsBare } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { meansAt } from './by-means.ts'
import { assertFew, type Candidate } from './candidate.ts'
import { commitment } from './commitment-sentences.ts'
import { isSpeech } from './decoys.ts'
import { saysWho } from './labelled.ts'
import { purposeOf, toneOf } from './lead-ins.ts'
import { itemsAfterColon, meansInSentence } from './means.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'
import { candidateBase, goalAbove, promised, type Sentence, type SentenceRule } from './sentence.ts'
import {
  aim,
  focus,
  goals,
  goalUnderHeading,
  labelledPromise,
  ordinalPromise,
  priorityOfBoth,
  promiseUnderHeading,
  saidGoals,
  wishOfBoth,
} from './sentence-goals.ts'

// The first rule that recognises the form of a sentence reads it.
const RULES: readonly SentenceRule[] = [
  leadIn,
  goals,
  means,
  labelledPromise,
  ordinalPromise,
  goalUnderHeading,
  promiseUnderHeading,
  labelledActivity,
  whoIsResponsible,
  continuation,
  aim,
  saidGoals,
  focus,
  wishOfBoth,
  priorityOfBoth,
  enumeration,
  commitment,
]

/** The promises and activities of a paragraph's sentences. */
export function readParagraph(
  page: Page,
  section: Section,
  block: Block,
  place: { readonly isLeadIn: boolean; readonly leadIn: Span | null },
  goal: Candidate | null,
): Candidate[] {
  let found: Candidate[] = []
  const sentences = sentencesIn(page.source.text, block.span)
  for (const [index, span] of sentences.entries()) {
    if (span.end - span.start > MOST_SENTENCE || isSpeech(page, span)) continue
    assertFew(found)
    const sentence: Sentence = {
      page,
      section,
      block,
      span,
      words: page.source.foldedSlice(span),
      isLeadIn: place.isLeadIn && index === sentences.length - 1,
      leadIn: place.leadIn,
      goal,
      before: found,
    }
    for (const rule of RULES) {
      const read = rule(sentence)
      if (read === null) continue
      // A sentence that continues the one before it replaces it.
      const [first] = read
      const last = found.at(-1)
      if (first && last && first.span.start === last.span.start) found = found.slice(0, -1)
      found = [...found, ...read]
      break
    }
  }
  return found
}

function leadIn(sentence: Sentence): Candidate[] | null {
  if (!sentence.isLeadIn) return null
  const { page, span, words } = sentence
  const purpose = purposeOf(page, span)
  if (purpose) return promised(sentence, [purpose], 'promise-purpose')
  if (meansAt(words) >= 0) return goals(sentence) ?? []
  if (words.endsWith(':') || leadsBare(words) || /följande/.test(words)) return []
  return goals(sentence) ?? aim(sentence) ?? saidGoals(sentence) ?? commitment(sentence) ?? []
}

function means(sentence: Sentence): Candidate[] | null {
  const under = goalAbove(sentence)
  const last = sentence.before.at(-1)
  if (under === null || (last && last.tone !== 'promise')) return null
  const spans = meansInSentence(sentence.page.source, sentence.span)
  if (spans.length === 0) return null
  return spans.map((span) => ({
    ...candidateBase(sentence),
    span,
    tone: 'activity',
    rule: 'activity-of-means',
    goal: under,
  }))
}

/** "Några aktiviteter är: A, B och C." */
function enumeration(sentence: Sentence): Candidate[] | null {
  const { page, span, words } = sentence
  const items = itemsAfterColon(page.source, span)
  if (items.length < 3) return null
  const tone = toneOf(page, { start: span.start, end: span.start + words.indexOf(': ') + 1 })
  if (tone !== 'activity' && tone !== 'promise') return null
  const rule = tone === 'activity' ? 'activity-in-sentence' : 'promise-in-sentence'
  const goal = goalAbove(sentence)
  return items.map((item) => ({ ...candidateBase(sentence), leadIn: span, span: item, tone, rule, goal }))
}

const ACTIVITY_LABEL = /^(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?)(?: *\d{1,2})? *[:–-] */

function labelledActivity(sentence: Sentence): Candidate[] | null {
  const label = ACTIVITY_LABEL.exec(sentence.words)
  if (!label) return null
  const span = { start: sentence.span.start + label[0].length, end: sentence.span.end }
  if (span.start >= span.end) return []
  return [
    { ...candidateBase(sentence), span, tone: 'activity', rule: 'activity-labelled', goal: sentence.goal },
  ]
}

/** "Riktade kontroller vid stationen. Ansvarig: polisen.": who does what the sentence before says. */
function whoIsResponsible({ before, page, span }: Sentence): Candidate[] | null {
  if (!saysWho(page, span)) return null
  const last = before.at(-1)
  return last && last.span.end < span.start
    ? [{ ...last, span: { start: last.span.start, end: span.end } }]
    : []
}

/** "Vi lovar att gå vandringar. De ska öka tryggheten." */
const DESCRIBES =
  /^(?:(?:de|dessa|vandringarna|mötena|insatserna|kontrollerna) +(?:ska|skall|kommer|är|sker|görs|hålls)|(?:det|detta) +(?:ska +|kommer +att +)?(?:ske|sker|göras|görs))(?!\p{L})/u
const CONTINUES = /^(?:detta|det|dessa|arbetet|här)(?: +(?:ska|sker|görs|gör|kommer|genom|innebär|bl\.a\.))/

function continuation({ words, before, span }: Sentence): Candidate[] | null {
  const last = before.at(-1)
  if (!last || last.span.end >= span.start) return null
  const goesOn =
    last.tone === 'promise'
      ? last.rule === 'promise-sentence' && DESCRIBES.test(words)
      : CONTINUES.test(words)
  if (!goesOn) return null
  return [{ ...last, span: { start: last.span.start, end: span.end } }]
}
