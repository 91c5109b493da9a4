import type { Block } from '../text/blocks.ts'
import type { Span } from '../text/source.ts'
import type { Candidate } from './candidate.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** A sentence of a paragraph, with what its place says about it. */
export interface Sentence {
  readonly page: Page
  readonly section: Section
  readonly block: Block
  readonly span: Span
  readonly words: string
  /** Whether it leads into a list that follows. */
  readonly isLeadIn: boolean
  /** The words above that lead into the sentence, if any. */
  readonly leadIn: Span | null
  /** The goal above the paragraph. */
  readonly goal: Candidate | null
  /** What has been read of the paragraph so far. */
  readonly before: readonly Candidate[]
}

/** Reads sentences of one form. Null if a sentence has another form; then the next rule is tried. */
export type SentenceRule = (sentence: Sentence) => Candidate[] | null

/** What every candidate from a sentence has. */
export function candidateBase({ section, leadIn: led }: Sentence) {
  return { section, leadIn: led, actors: section.actors }
}

/** Promises that a sentence contains. */
export function promised(sentence: Sentence, spans: readonly Span[], rule: string): Candidate[] {
  const base = candidateBase(sentence)
  return spans.map((span) => ({ ...base, leadIn: sentence.span, span, tone: 'promise', rule, goal: null }))
}

/** The promise that a sentence is under: the last of its paragraph, or the one above that. */
export function goalAbove({ before, goal }: Sentence): Candidate | null {
  return before.findLast(({ tone }) => tone === 'promise') ?? goal
}
