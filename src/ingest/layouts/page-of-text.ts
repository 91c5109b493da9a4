import type { DocumentLink } from '../documents/source-text.ts'
import type { Lookups } from '../lookups.ts'
import { blocksOf } from '../text/blocks.ts'
import { labelsOf } from '../text/labels.ts'
import { linesOf } from '../text/lines.ts'
import type { Source } from '../text/source.ts'
import type { Proposals } from '../third-reader/proposals.ts'
import { speakersOf } from '../values/speakers.ts'
import type { Page } from './page.ts'
import { withUnmarkedItems } from './unmarked-items.ts'

/** Divides a text into its parts, together with what the rules need to read them. */
export function pageOfText(
  source: Source,
  lookups: Lookups,
  givenTitle: string | null,
  url: string | null,
  proposals: Proposals | null = null,
  links: readonly DocumentLink[] = [],
): Page {
  const lines = linesOf(source.text)
  const speakers = speakersOf(source, lookups)
  const together = blocksOf(source.text, lines, labelsOf(source, lines, lookups.labels))
  const page = { source, lookups, lines, blocks: together, givenTitle, url, links, proposals, speakers }
  return { ...page, blocks: withUnmarkedItems(page, together) }
}
