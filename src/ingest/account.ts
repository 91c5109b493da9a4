import type { Quote } from '../records/field.ts'
import { CONFIDENCE } from './confidence.ts'
import type { Draft, DraftIssue, DraftLine } from './draft.ts'
import { actsNow } from './layouts/commitment-sentences.ts'
import { saysCommitment } from './layouts/commits.ts'
import { boilerplateRule, isAboutAgreements, isSpeech } from './layouts/decoys.ts'
import { aimOf } from './layouts/goals.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import type { SectionKind } from './lookups.ts'
import type { MadeRecord } from './record.ts'
import type { Block } from './text/blocks.ts'
import type { Line } from './text/lines.ts'
import { sentencesIn } from './text/sentences.ts'
import { holds, overlap, type Span } from './text/source.ts'
import { MOST_SENTENCE } from './unreadable.ts'
import { statedActors } from './values/actors.ts'

/** Why nothing below a heading of this kind is read. */
const IGNORED_SECTIONS: { readonly [kind in SectionKind]?: string } = {
  earlier: 'earlier-agreement',
  contact: 'contact-details',
  background: 'about-agreements',
}

/** Headings below which the text commits somebody. */
const SAYS_WHAT_IS_DONE: ReadonlySet<SectionKind | null> = new Set<SectionKind>(['activities', 'focus_areas'])

const MAY_COMMIT = /(?<![\p{L}])(?:ska|skall|kommer +att|lovar|åtar +sig)(?![\p{L}])/u

/** Records what became of every line. A line that may promise something and was not read is an issue. */
export function accountFor(page: Page, read: ReadPage, { record, readings }: MadeRecord): Draft {
  const { source, lines } = page
  const quotes = [...quotesIn(record)].sort((a, b) => a.at[0] - b.at[0])
  const longest = quotes.reduce((most, { at: [start, end] }) => Math.max(most, end - start), 0)
  const issues: DraftIssue[] = [...record.issues]
  const kinds = kindsOfLines(page, read)
  const addIssue = (span: Span): string => {
    const id = `${record.id ?? 'draft'}-i${issues.length + 1}`
    const explanation = {
      sv: 'Raden kan innehålla ett löfte, men ingen regel kunde tolka den.',
      en: 'The line may contain a promise, but no rule could read it.',
    }
    const text = source.quote(span)
    issues.push({ id, kind: 'unreadable', record: null, text, explanation, asks: 'line' })
    return id
  }
  let from = 0
  let unread: { readonly index: number; readonly id: string } | null = null
  const accounted = lines
    .filter(({ span }) => span.start < span.end)
    .map((line): DraftLine => {
      const { at } = source.quote(line.span)
      while ((quotes[from]?.at[0] ?? Number.POSITIVE_INFINITY) + longest < at[0]) from++
      const within: PlacedQuote[] = []
      for (let index = from; index < quotes.length; index++) {
        const quote = quotes[index] as PlacedQuote
        if (quote.at[0] >= at[1]) break
        if (quote.at[1] > at[0]) within.push(quote)
      }
      const number = line.index + 1
      const by = [...new Set(within.map(({ value }) => value))]
      if (by.length > 0) {
        for (const sentence of unreadSentences(page, read, line, kinds, within)) addIssue(sentence)
        return { number, at, state: 'read', by }
      }
      const rule = ignoredBy(page, read, line, kinds)
      if (rule !== null) return { number, at, state: 'ignored', by: [rule] }
      // Consecutive lines of one paragraph share an issue.
      if (unread?.index === line.index - 1 && isOneParagraph(kinds, unread.index, line.index)) {
        unread = { index: line.index, id: unread.id }
        return { number, at, state: 'issue', by: [unread.id] }
      }
      const id = addIssue(line.span)
      unread = { index: line.index, id }
      return { number, at, state: 'issue', by: [id] }
    })
  return {
    record: { ...record, issues },
    readings,
    lists: read.lists.map(({ items, ...decided }) => ({
      items: items.map(({ span }) => source.quote(span)),
      ...decided,
      isDoubted: decided.confidence !== CONFIDENCE.stated,
    })),
    noAgreement: read.noAgreement,
    lines: accounted,
  }
}

interface PlacedQuote extends Quote {
  /** The value of the record that it belongs to: `promises#1`. */
  readonly value: string
}

function* quotesIn(part: unknown, value = ''): Generator<PlacedQuote> {
  if (typeof part !== 'object' || part === null) return
  if ('words' in part && 'at' in part) {
    yield { ...(part as Quote), value }
    return
  }
  // A line is identified by its list item, not by each of the item's fields.
  const isItem = Array.isArray(part) && !value.includes('#')
  for (const [name, child] of Object.entries(part)) {
    yield* quotesIn(child, isItem ? `${value}#${Number(name) + 1}` : value || name)
  }
}

/** Whether what somebody is to do may stand in a section: it tells of nothing else. */
function isOpen(kind: SectionKind | null): boolean {
  return kind === null || kind === 'promises'
}

function isOneParagraph({ paragraphs }: LineKinds, line: number, next: number): boolean {
  return paragraphs.has(line) && paragraphs.get(line) === paragraphs.get(next)
}

interface LineKinds {
  readonly headings: ReadonlySet<number>
  /** Rows of responsibility tables whose cells cannot be told apart. */
  readonly unreadRows: ReadonlySet<number>
  readonly sections: ReadonlyMap<number, SectionKind | null>
  readonly paragraphs: ReadonlyMap<number, Block>
  /** The sentences of the paragraph that a line belongs to. */
  readonly sentences: ReadonlyMap<number, readonly Span[]>
  /** Lines below a heading that is a promise and says that somebody is to do something. */
  readonly belowPromises: ReadonlySet<number>
  /** Headings with nothing below them, below such a heading: each may be what is to be done. */
  readonly loneHeadings: ReadonlySet<number>
}

function kindsOfLines({ source, blocks: all }: Page, { sections, promises }: ReadPage): LineKinds {
  const headings = new Set<number>()
  const kinds = new Map<number, SectionKind | null>()
  const belowPromises = new Set<number>()
  const sentences = new Map<number, readonly Span[]>()
  const paragraphs = new Map<number, Block>()
  const loneHeadings = new Set<number>()
  let isBelowDoing = false
  for (const { heading, blocks, kind, actors } of sections) {
    const isLone = heading !== null && blocks.length === 0 && kind === null && actors.length === 0
    if (!isLone) isBelowDoing = SAYS_WHAT_IS_DONE.has(kind) || (actors.length > 0 && isOpen(kind))
    else if (isBelowDoing) for (const { index } of heading.lines) loneHeadings.add(index)
    for (const { index } of heading?.lines ?? []) {
      headings.add(index)
      kinds.set(index, kind)
    }
    const isPromise = heading !== null && promises.some(({ span }) => overlap(span, heading.span))
    for (const block of blocks) {
      const { lines, span } = block
      const inBlock = sentencesIn(source.text, span)
      if (inBlock.some(({ start, end }) => end - start > MOST_SENTENCE)) continue
      for (const { index } of lines) {
        paragraphs.set(index, block)
        sentences.set(index, inBlock)
      }
    }
    for (const { index } of blocks.flatMap(({ lines }) => lines)) {
      kinds.set(index, kind)
      if (isPromise || isBelowDoing) belowPromises.add(index)
    }
  }
  const rows = all.filter(({ isUnreadRow }) => isUnreadRow).flatMap(({ lines }) => lines)
  const unreadRows = new Set(rows.map(({ index }) => index))
  return { headings, unreadRows, sections: kinds, paragraphs, sentences, belowPromises, loneHeadings }
}

/** Values whose words do not say what a sentence commits somebody to. */
const SAYS_NO_COMMITMENT = /^(?:title|municipalities|policeArea|period)/

/** The sentences of a partly read line that may commit somebody and were not read. */
function unreadSentences(
  page: Page,
  { noAgreement }: ReadPage,
  { index, content }: Line,
  kinds: LineKinds,
  quotes: readonly PlacedQuote[],
): Span[] {
  const kind = kinds.sections.get(index) ?? null
  const isSilent = kind !== null && IGNORED_SECTIONS[kind] !== undefined
  if (noAgreement !== null || isSilent || kinds.headings.has(index)) return []
  const read = quotes.filter(({ value }) => !SAYS_NO_COMMITMENT.test(value))
  // A sentence that covers several lines is reported on its first line.
  const own = kinds.sentences.get(index)?.filter(({ start }) => holds(content, { start, end: start })) ?? []
  return own.filter((sentence) => {
    const [start, end] = page.source.quote(sentence).at
    const isRead = read.some(({ at }) => at[0] < end && at[1] > start)
    return !isRead && boilerplateRule(page, sentence) === null && ignoredWords(page, sentence, false) === null
  })
}

function ignoredBy(
  page: Page,
  { repeated, noAgreement }: ReadPage,
  { index, content }: Line,
  kinds: LineKinds,
): string | null {
  if (noAgreement !== null) return 'no-agreement'
  const boilerplate = boilerplateRule(page, content)
  if (boilerplate !== null) return boilerplate
  const kind = kinds.sections.get(index) ?? null
  const section = kind === null ? undefined : IGNORED_SECTIONS[kind]
  if (section !== undefined) return section
  if (kinds.unreadRows.has(index)) return null
  if (kinds.headings.has(index))
    return kinds.loneHeadings.has(index) || mayCommitSomebody(page, content) ? null : 'heading'
  if (repeated.some(({ span }) => overlap(span, content))) return 'said-again'
  // A sentence that covers several lines is either ignored as a whole or not at all.
  const rules = (kinds.sentences.get(index) ?? [content])
    .filter((sentence) => overlap(sentence, content))
    .map((sentence) => ignoredWords(page, sentence, kinds.belowPromises.has(index)))
  return rules.includes(null) ? null : (rules[0] ?? null)
}

/** A line that looks like a heading may still say what somebody is to do: "Polisen ska öppna en station". */
function mayCommitSomebody(page: Page, content: Span): boolean {
  const words = page.source.foldedSlice(content)
  if (/[?:]$/.test(words) || isAboutAgreements(page, content) || !saysCommitment(words)) return false
  return statedActors(page, content).some(
    ({ rule, start }) => rule === 'actor-subject' && start === content.start,
  )
}

function ignoredWords(page: Page, content: Span, isBelowPromise: boolean): string | null {
  const words = page.source.foldedSlice(content)
  if (!/\p{L}/u.test(words)) return 'no-words'
  if (aimOf(page.source, content)) return 'aim-of-promise'
  if (isBelowPromise) return words.endsWith(':') ? 'lead-in' : null
  if (isSpeech(page, content)) return 'quoted-person'
  if (words.endsWith(':')) return 'lead-in'
  if (isAboutAgreements(page, content)) return 'about-agreements'
  return MAY_COMMIT.test(words) || actsNow(page, content) ? null : 'promises-nothing'
}
