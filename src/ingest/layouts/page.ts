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
  /** The name and address that the page was given with; neither is part of the text. */
  readonly givenTitle: string | null
  readonly url: string | null
  /** The documents that it links to and that may contain an agreement. */
  readonly links: readonly DocumentLink[]
  /** The proposals of a third reader, if one was asked. */
  readonly proposals: Proposals | null
  /** Who "we" are on it: both parties, or only the police. */
  readonly speakers: readonly string[]
}

/** A text and the lookups that it is read with. */
export type ReadableText = Pick<Page, 'source' | 'lookups'>

/** The whole page, as one part. */
export function wholeOf({ source }: Page): Span {
  return { start: 0, end: source.text.length }
}
