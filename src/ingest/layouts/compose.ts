import type { ValueOf } from '../../datasets/dataset.ts'
import type { commitment, linkBasis } from '../../datasets/vocabularies/promises.ts'
import { inferred, placed, type Reading, stated } from '../confidence.ts'
import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import { overlap, type Span } from '../text/source.ts'
import { proposedActors } from '../third-reader/apply.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { type Actor, actorNames, actorOnly, statedActors, weIn } from '../values/actors.ts'
import { commitmentType } from '../values/commitment.ts'
import { deadlineIn } from '../values/deadline.ts'
import { targetGroupIn } from '../values/target-group.ts'
import { type Target, targetsIn } from '../values/targets.ts'
import { topicsIn } from '../values/topics.ts'
import type { Candidate } from './candidate.ts'
import type { DecidedCommitments } from './decide.ts'
import { namesGoal } from './goals.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** A promise or an activity with everything that its words say. */
export interface ComposedCommitment {
  readonly span: Span
  readonly reading: Reading
  readonly heading: Block | null
  readonly kind: ValueOf<typeof commitment>
  readonly actors: readonly Actor[]
  /** In a table, the cells of responsible parties whose names we do not know. */
  readonly unknownWho: readonly Span[]
  readonly targets: readonly Target[]
  readonly deadline: { readonly on: string; readonly span: Span } | null
  readonly targetGroup: Span | null
  readonly topics: readonly string[]
}

export interface Activity extends ComposedCommitment {
  /** The promises that it serves, by their place in the list of promises. */
  readonly promises: readonly { readonly index: number; readonly basis: ValueOf<typeof linkBasis> }[]
}

/** Reads what each promise and activity says, and which promise each activity serves. */
export function compose(
  page: Page,
  { promises, activities }: Pick<DecidedCommitments, 'promises' | 'activities'>,
): { promises: ComposedCommitment[]; activities: Activity[] } {
  const parties = partiesOfAgreement(page)
  const composed = promises
    .map((each) => readCommitment(page, each, null))
    .map((each) => (each.actors.length > 0 || parties.length < 2 ? each : { ...each, actors: parties }))
  return {
    promises: composed,
    activities: activities.map((each) => {
      // If there is a single promise, all activities serve it.
      const stated = promises.length === 1 ? 0 : promises.findIndex(({ span }) => span === each.goal?.span)
      const commitment = readCommitment(page, each, composed[stated] ?? null)
      return { ...commitment, promises: promiseLinks(page, each, commitment, composed, stated) }
    }),
  }
}

/** "Polisen och kommunen har enats om": who promises where the promise itself names nobody. */
const AGREES =
  /(?<!\p{L})(?:har +(?:\p{L}+ +){0,3}(?:tecknat|enats|undertecknat|skrivit|slutit|kommit +överens)|tecknar|ger +följande|avger)(?!\p{L})/u

function partiesOfAgreement(page: Page): Actor[] {
  const { source, blocks } = page
  for (const { kind, span } of blocks) {
    if (kind !== 'paragraph') continue
    for (const sentence of sentencesIn(source.text, span)) {
      if (sentence.end - sentence.start > MOST_SENTENCE || !AGREES.test(source.foldedSlice(sentence)))
        continue
      const named = promisers(page, sentence, true)
      if (named.length > 1)
        return named.map((name) => ({ ...name, basis: 'lead_in', rule: 'actor-of-agreement' }))
    }
  }
  return []
}

function readCommitment(
  page: Page,
  candidate: Candidate,
  promise: ComposedCommitment | null,
): ComposedCommitment {
  const { source } = page
  const { span, section } = candidate
  const stated = actorsOf(page, candidate)
  const actors = stated.length > 0 ? stated : proposedActors(page, span)
  const topics = topicsIn(page, span)
  return {
    span,
    reading: candidateReading(candidate),
    heading: section.actors.length > 0 ? (section.above ?? section.heading) : section.heading,
    kind: commitmentType(source, span, actors.length > 0),
    actors,
    unknownWho: (candidate.who ?? []).filter((cell) => actorOnly(page, cell).length === 0),
    targets: targetsIn(page, span),
    deadline: deadlineIn(source, span),
    targetGroup: targetGroupIn(page, span),
    topics:
      refersBack(page, span) || topics.length === 0
        ? [...new Set([...(promise?.topics ?? []), ...topics])]
        : topics,
  }
}

/** Words that take their subject from the promise above them. */
function refersBack({ source }: Page, span: Span): boolean {
  return /(?<![\p{L}])(?:denna|detta|dessa) +(?:problematik|problem|brott|arbete)/u.test(
    source.foldedSlice(span),
  )
}

function candidateReading({ rule, tone, confidence }: Candidate): Reading {
  if (confidence !== undefined) return { rule, confidence }
  if (tone === 'weak') return inferred(rule)
  return tone === 'open' ? placed(rule) : stated(rule)
}

// A clause with its own subject, or in the passive, does not take that of the sentence before the list.
const OWN_SUBJECT =
  /^(?:att +)?(?!.{0,80}?(?<!\p{L})(?:vad|som|där|hur|att) )[^,.;:]{2,80}? (?:ska|skall|kommer +att|bör)(?![\p{L}])/u
const PASSIVE =
  /^(?:att +)?(?!.{0,160}?(?<!\p{L})(?:som|att|där) ).{0,160}?(?<![\p{L}])(?:ska|skall|bör|kommer +att) +(?:\p{L}+ +){0,3}\p{L}{3,}as(?![\p{L}])/u

/** Rules for parties named beside those who do it: "tillsammans med skolan". */
const PARTNERS = new Set(['actor-together-with', 'actor-of-second-sentence'])

/** A sentence that is only the heading of a list. */
const HEADS = /^det +här +(?:ska|kommer|vill) +vi(?: +\p{L}+){0,3}:$/u

function actorsOf(
  page: Page,
  { span, tone, rule, leadIn, section, actors: above, who = [] }: Candidate,
): readonly Actor[] {
  const { source } = page
  // Only those in the column of responsible parties do it, even if we do not know them.
  if (who.length > 0) return who.flatMap((cell) => actorsInCell(page, cell))
  const own = statedActors(page, span)
  const saysVi =
    own.length > 0 && own.every((actor) => actor.rule === 'actor-we' && actor.end - actor.start === 2)
  const isPartner = own.length > 0 && own.every((actor) => PARTNERS.has(actor.rule))
  if (own.length > 0 && !saysVi && !isPartner) return own
  const headed = above.map((name): Actor => ({ ...name, basis: 'heading', rule: 'actor-heading' }))
  // "Det här ska vi göra" as a heading names nobody: the text below may be for either.
  const isHeading =
    leadIn !== null && (leadIn === section.heading?.span || HEADS.test(source.foldedSlice(leadIn)))
  const led =
    leadIn === null
      ? []
      : leadInActors(page, section, leadIn).filter(({ start, end }) => !isHeading || end - start > 2)
  if (saysVi) {
    // "Polisen lovar: Att vi ska …": "vi" is the one who promises.
    const isLed = led.length > 0 && above === section.actors && !saysWe(page, leadIn)
    const speakers = headed.length > 0 && !isLed ? headed : led
    return speakers.length === 1 ? speakers : own
  }
  // Who promises according to the lead-in counts more than any heading; "vi" does not.
  const isNamed = led.length > 0 && !isHeading && above === section.actors && !saysWe(page, leadIn)
  if (isPartner) {
    const others = headed.length > 0 && !isNamed ? headed : led
    return [...others.filter(({ id }) => !own.some((actor) => actor.id === id)), ...own]
  }
  if (headed.length > 0 && !isNamed) return headed
  // "Vi lovar att farten ska minska": the promiser is not the one who slows down.
  if (rule === 'promise-sentence') return led
  const words = source.foldedSlice(span)
  const isGoalOfBoth = tone === 'promise' && led.length > 1 && namesGoal(page, span)
  return !isGoalOfBoth && (OWN_SUBJECT.test(words) || PASSIVE.test(words)) ? [] : led
}

function saysWe(page: Page, leadIn: Span | null): boolean {
  return leadIn !== null && weIn(page, leadIn).length > 0
}

function actorsInCell(page: Page, cell: Span): Actor[] {
  const only = actorOnly(page, cell)
  // Known actors named beside an unknown one: "Kommunens handläggare och polisen".
  const names = only.length > 0 ? only : actorNames(page, cell)
  return names.map((name): Actor => ({ ...name, basis: 'stated', rule: 'actor-in-column' }))
}

function leadInActors(page: Page, section: Section, leadIn: Span): Actor[] {
  const we = weIn(page, leadIn)
  const named = we.length > 0 ? we : statedActors(page, leadIn)
  const own = named.length > 0 ? named : promisers(page, leadIn)
  // "… områden som kommunen och polisen kommer att fokusera på. Fokusområdena är:"
  const before = own.length > 0 ? null : sentenceBefore(page, section, leadIn)
  const all = before === null ? own : promisers(page, before)
  return all.map((actor) => ({ ...actor, basis: 'lead_in', rule: 'actor-lead-in' }))
}

/** The sentence before another one of its paragraph. */
function sentenceBefore({ source }: Page, { blocks }: Section, sentence: Span): Span | null {
  const paragraph = blocks.find(({ kind, span }) => kind !== 'item' && overlap(span, sentence))
  const all = paragraph ? sentencesIn(source.text, paragraph.span) : []
  return all.findLast(({ end }) => end <= sentence.start) ?? null
}

/** Those named beside the verb of promising, wherever it is in the sentence. */
function promisers(page: Page, leadIn: Span, agrees = false): Actor[] {
  const names = actorNames(page, leadIn)
  if (
    !agrees &&
    !/(?<!\p{L})(?:lova|vill|ska|skall|kommer|åta|prioriter|samverka|gör|genomför|arbeta)/u.test(
      page.source.foldedSlice(leadIn),
    )
  )
    return []
  const first = new Map(
    names
      .filter(({ id, end }) => (id === 'police' || id === 'municipality') && !isGenitive(page, end))
      .map((name) => [name.id, name]),
  )
  return [...first.values()].map((name) => ({ ...name, basis: 'lead_in', rule: 'actor-lead-in' }))
}

/** "Polisens", but not "polis". */
function isGenitive({ source }: Page, end: number): boolean {
  return source.folded[end - 1] === 's' && !source.folded.endsWith('polis', end)
}

/** "Det ska vi åstadkomma genom följande aktiviteter:" above a list: all of it serves what was promised before. */
const SERVES =
  /(?<!\p{L})(?:åstadkomma?|uppnå(?:s)?|uppfyll(?:er|a|s)|infria(?:s)?|nå)(?!\p{L})|(?<!\p{L})(?:detta|det) +(?:här +)?(?:ska|skall|kommer)[^:]{0,60} genom(?!\p{L})/u

function promiseLinks(
  { source }: Page,
  { leadIn }: Candidate,
  { topics }: ComposedCommitment,
  promises: readonly ComposedCommitment[],
  statedIndex: number,
): Activity['promises'] {
  if (statedIndex >= 0) return [{ index: statedIndex, basis: 'stated' }]
  const alike = promises.flatMap((promise, index) =>
    promise.topics.some((topic) => topics.includes(topic)) ? [{ index, basis: 'by_topic' as const }] : [],
  )
  if (alike.length > 0 || leadIn === null || !SERVES.test(source.foldedSlice(leadIn))) return alike
  return promises.map((_, index) => ({ index, basis: 'whole_list' }))
}
