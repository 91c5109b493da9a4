import { SECTIONS, type SectionKind } from '../lookups.ts'
import type { Block } from '../text/blocks.ts'
import { type ActorName, actorOnly } from '../values/actors.ts'
import { datesIn } from '../values/dates.ts'
import type { Page } from './page.ts'

/** A heading and the blocks below it. The first section of a page may have none. */
export interface Section {
  readonly heading: Block | null
  readonly blocks: readonly Block[]
  /** What the heading says that stands below it; null where its words tell nothing of that. */
  readonly kind: SectionKind | null
  /** Whom a heading names that names nobody and nothing else: "Polisen", "Kommunen lovar". */
  readonly actors: readonly ActorName[]
  /** A heading of its own above the heading of an actor, such as a topic. */
  readonly above: Block | null
}

const EARLIER = /(?:tidigare|föregående|förra|gamla|avslutade|avslutat) +(?:års +)?(?:medborgar)?löft/
const NEWS_OF_NOW = /\bnytt?\b|\bnya\b/

/** Splits a page into sections by its headings. `firstYear` is the year from which its promise holds, if known. */
export function sectionsOf(page: Page, firstYear: number | null): Section[] {
  const sections: Section[] = []
  let heading: Block | null = null
  let blocks: Block[] = []
  let previous: Section | null = null
  const close = () => {
    if (heading === null && blocks.length === 0) return
    previous = makeSection(page, heading, blocks, previous, firstYear)
    sections.push(previous)
  }
  for (const block of page.blocks) {
    if (block.kind !== 'heading') {
      blocks.push(block)
      continue
    }
    close()
    heading = block
    blocks = []
  }
  close()
  return sections
}

function makeSection(
  page: Page,
  heading: Block | null,
  blocks: readonly Block[],
  previous: Section | null,
  firstYear: number | null,
): Section {
  if (heading === null) return { heading, blocks, kind: null, actors: [], above: null }
  const actors = actorOnly(page, heading.span)
  if (actors.length > 0) {
    // The heading of an actor divides what stands above it: a list of promises, or what was asked for.
    const above =
      previous === null || previous.actors.length > 0 ? (previous?.above ?? null) : previous.heading
    const words = page.source.foldedSlice(heading.span)
    const kind = /lova|löfte|åta/.test(words) ? 'promises' : (previous?.kind ?? null)
    return { heading, blocks, kind: kind === 'contact' || kind === 'background' ? null : kind, actors, above }
  }
  const kind = kindOf(page, heading, firstYear)
  // All that stands below an older promise belongs to it, until a heading speaks of this one.
  if (previous?.kind === 'earlier' && kind !== 'contact' && !speaksOfNow(page, heading, firstYear)) {
    return { heading, blocks, kind: 'earlier', actors: [], above: null }
  }
  return { heading, blocks, kind, actors: [], above: null }
}

function kindOf(page: Page, heading: Block, firstYear: number | null): SectionKind | null {
  const words = page.source.foldedSlice(heading.span)
  if (EARLIER.test(words)) return 'earlier'
  if (/löfte/.test(words) && isOfThePast(page, heading, firstYear)) return 'earlier'
  // "Med anledning av lägesbilden lovar vi": the verb says more than the nouns beside it.
  if (/(?<!\p{L})(?:lovar|åtar +sig)(?!\p{L})/u.test(words)) return 'promises'
  const kinds = page.lookups.headings(page.source, heading.span).map(({ value }) => value)
  return SECTIONS.find((kind) => kinds.includes(kind)) ?? null
}

/** Whether a heading names years, all of them before this promise. */
function isOfThePast({ source }: Page, heading: Block, firstYear: number | null): boolean {
  const years = datesIn(source, heading.span).map(({ date }) => Number(date.slice(0, 4)))
  return firstYear !== null && years.length > 0 && years.every((year) => year < firstYear)
}

function speaksOfNow({ source }: Page, heading: Block, firstYear: number | null): boolean {
  const words = source.foldedSlice(heading.span)
  const years = datesIn(source, heading.span).map(({ date }) => Number(date.slice(0, 4)))
  return (firstYear !== null && years.some((year) => year >= firstYear)) || NEWS_OF_NOW.test(words)
}
