import type { Lookups } from '../lookups.ts'
import { type Block, blocksOf } from '../text/blocks.ts'
import { type Line, linesOf } from '../text/lines.ts'
import type { Source, Span } from '../text/source.ts'

/** A document in parts, with what the rules need to read it. */
export interface Page {
  readonly source: Source
  readonly lookups: Lookups
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
  /** What the page is called by who gave it to us, and where it was; neither is part of the text. */
  readonly givenTitle: string | null
  readonly url: string | null
}

export function pageOf(
  source: Source,
  lookups: Lookups,
  givenTitle: string | null,
  url: string | null,
): Page {
  const lines = linesOf(source.text)
  return { source, lookups, lines, blocks: blocksOf(source.text, lines), givenTitle, url }
}

/** All of a page, as one part. */
export function wholeOf({ source }: Page): Span {
  return { start: 0, end: source.text.length }
}
