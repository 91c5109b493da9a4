import type { Lookups } from '../lookups.ts'
import { type Block, blocksOf } from '../text/blocks.ts'
import { type Line, linesOf } from '../text/lines.ts'
import type { Source, Span } from '../text/source.ts'
import { speakersOf } from '../values/speakers.ts'

/** A document in parts, with what the rules need to read it. */
export interface Page {
  readonly source: Source
  readonly lookups: Lookups
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
  /** What the page is called by who gave it to us, and where it was; neither is part of the text. */
  readonly givenTitle: string | null
  readonly url: string | null
  /** Who "we" are on it: both parties, or the police alone. */
  readonly speakers: readonly string[]
}

export function pageOfText(
  source: Source,
  lookups: Lookups,
  givenTitle: string | null,
  url: string | null,
): Page {
  const lines = linesOf(source.text)
  const speakers = speakersOf(source, lookups)
  return { source, lookups, lines, blocks: blocksOf(source.text, lines), givenTitle, url, speakers }
}

/** All of a page, as one part. */
export function wholeOf({ source }: Page): Span {
  return { start: 0, end: source.text.length }
}
