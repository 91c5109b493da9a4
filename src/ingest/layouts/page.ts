import type { DocumentLink } from '../documents/source-text.ts'
import type { Lookups } from '../lookups.ts'
import type { Block } from '../text/blocks.ts'
import type { Line } from '../text/lines.ts'
import type { Source, Span } from '../text/source.ts'
import type { Proposals } from '../third-reader/proposals.ts'

/** A document in parts, with what the rules need to read it. */
export interface Page {
  readonly source: Source
  readonly lookups: Lookups
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
  /** What the page is called by who gave it to us, and where it was; neither is part of the text. */
  readonly givenTitle: string | null
  readonly url: string | null
  /** The documents that it links to and that may hold an agreement. */
  readonly links: readonly DocumentLink[]
  /** What a third reader proposes for it, if one was asked. */
  readonly proposals: Proposals | null
  /** Who "we" are on it: both parties, or the police alone. */
  readonly speakers: readonly string[]
}

/** Some text and the lookups that it is read with. */
export type ReadableText = Pick<Page, 'source' | 'lookups'>

/** All of a page, as one part. */
export function wholeOf({ source }: Page): Span {
  return { start: 0, end: source.text.length }
}
