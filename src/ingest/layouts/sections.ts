import { SECTIONS, type SectionKind } from '../lookups.ts'
import { type Block, leadsBare } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { type ActorName, actorOnly } from '../values/actors.ts'
import { datesIn } from '../values/dates.ts'
import { isPeriodAlone } from '../values/period-alone.ts'
import { type Tone, toneOf } from './lead-ins.ts'
import type { Page } from './page.ts'

/** A heading and the blocks below it. The first section of a page may lack a heading. */
export interface Section {
  readonly heading: Block | null
  readonly blocks: readonly Block[]
  /** What the heading says about the text below it; null if it says nothing about that. */
  readonly kind: SectionKind | null
  /** Whom a heading names, if it names nothing else: "Polisen", "Kommunen lovar". */
  readonly actors: readonly ActorName[]
  /** The heading above that of an actor, such as a topic. */
  readonly above: Block | null
}

const EARLIER = /(?:tidigare|föregående|förra|gamla|avslutade|avslutat) +(?:års +)?(?:medborgar)?löft/
/** "Det här ska vi göra", "Vad gör polisen?" */
const DOES =
  /(?<!\p{L})(?:det +här|detta|det|så(?: +här)?|vad|hur)(?: +(?:ska|skall|kommer))? +(?:gör(?:a|s)? +(?:vi|polisen|kommunen)|(?:vi|polisen|kommunen|ni)(?: +att)? +göra?)(?!\p{L})/u
/** "Så här ska vi uppnå löftet", "Hur håller vi löftena?" */
const KEEPS =
  /(?<!\p{L})(?:uppnå|nå|håll|uppfyll|infria|klara|förverkliga|leva? +upp +till|genomför)\p{L}*(?: +\p{L}+){0,3} +(?:(?:medborgar)?löfte|målet|målen)/u
/** "Detta har polisen gjort" */
const DONE =
  /(?<!\p{L})har +(?:(?:polisen|kommunen|vi|också|redan|och) +)*(?:gjort|genomfört|gjorts|genomförts|åstadkommit|uppnått)(?!\p{L})/u
/** A line of a signature has no more letters than this. */
const LONGEST_ROLE = 80
const NEWS_OF_NOW = /\bnytt?\b|\bnya\b/

/** Whether a heading says that what is done stands below: "Åtgärder", "Det här gör vi". */
export function saysWhatIsDone({ source, lookups }: Page, heading: Span): boolean {
  if (DONE.test(source.foldedSlice(heading))) return false
  return (
    DOES.test(source.foldedSlice(heading)) ||
    KEEPS.test(source.foldedSlice(heading)) ||
    lookups.headings(source, heading).some(({ value }) => value === 'activities')
  )
}

/** Whether a heading says that promises follow: "Vi lovar dig", "Löften". The title of the page says less. */
export function promisesBelow({ source }: Page, { heading }: Section): boolean {
  return heading !== null && /(?<!\p{L})(?:lova|löften|löftena|åtar)/u.test(source.foldedSlice(heading.span))
}

/** Splits a page into sections by its headings. `firstYear` is the first year of its promise, if known. */
export function sectionsOf(page: Page, firstYear: number | null): Section[] {
  const sections: Section[] = []
  let heading: Block | null = null
  let blocks: Block[] = []
  let previous: Section | null = null
  const close = () => {
    if (heading === null && blocks.length === 0) return
    const parts = withoutPromises(page, makeSection(page, heading, blocks, previous, firstYear))
    sections.push(...parts)
    previous = parts.at(-1) ?? null
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

/** The part that describes the situation or promises in general, up to where it says what somebody will do. */
const TELLS: ReadonlySet<SectionKind | null> = new Set<SectionKind>([
  'findings',
  'wishes',
  'background',
  'period',
])
const LEADS_TO_PROMISES = /(?<!\p{L})(?:lovar|åtar +sig|ska|skall|kommer)(?!\p{L})[^.:]{0,90}$/u
const DIRECTS =
  /(?<!\p{L})(?:kommer|ska|skall)(?!\p{L})[^.]{0,80}?(?<!\p{L})(?:(?:in)?rikta +(?:sig|sitt|arbetet|insatser)|rikta +in +sig)(?!\p{L})|löftet har (?:ett )?(?:särskilt )?fokus på/u

function leadsToPromises(words: string): boolean {
  return words.endsWith(':')
    ? LEADS_TO_PROMISES.test(words.slice(0, -1))
    : leadsBare(words) && LEADS_TO_PROMISES.test(words)
}

const SAYS_NO_PROMISE: ReadonlySet<Tone> = new Set<Tone>(['wish', 'finding', 'told'])

/** Divides a section that describes the situation at the point where it continues with promises. */
function withoutPromises(page: Page, section: Section): Section[] {
  const { source } = page
  if (!TELLS.has(section.kind)) return [section]
  const at = section.blocks.findIndex(({ kind, span }, index) => {
    if (kind !== 'paragraph' || span.end - span.start > MOST_SENTENCE) return false
    const words = source.foldedSlice(span)
    const next = section.blocks[index + 1]
    if (DIRECTS.test(words)) return true
    const [last] = sentencesIn(source.text, span).slice(-1)
    return (
      next?.kind === 'item' &&
      last !== undefined &&
      leadsToPromises(source.foldedSlice(last)) &&
      !SAYS_NO_PROMISE.has(toneOf(page, last))
    )
  })
  if (at < 0) return [section]
  const told = { ...section, blocks: section.blocks.slice(0, at) }
  return [told, { ...section, heading: null, blocks: section.blocks.slice(at), kind: null, above: null }]
}

/** Whether a line with a role is right above: "Region X" is then the organisation that somebody signs for. */
function isBelowRole({ source, lookups }: Page, previous: Section | null): boolean {
  const last = previous?.blocks.at(-1) ?? previous?.heading
  if (!last || last.kind === 'item' || last.span.end - last.span.start > LONGEST_ROLE) return false
  return lookups.roles(source, last.span).length > 0
}

function makeSection(
  page: Page,
  heading: Block | null,
  blocks: readonly Block[],
  previous: Section | null,
  firstYear: number | null,
): Section {
  if (heading === null) return { heading, blocks, kind: null, actors: [], above: null }
  const actors = isBelowRole(page, previous) ? [] : actorOnly(page, heading.span)
  if (actors.length > 0) {
    // The heading of an actor divides what is above it: a list of promises, or what was asked for.
    const above =
      previous === null || previous.actors.length > 0 ? (previous?.above ?? null) : previous.heading
    const words = page.source.foldedSlice(heading.span)
    const kind = /lova|löfte|åta/.test(words) ? 'promises' : (previous?.kind ?? null)
    return { heading, blocks, kind: kind === 'contact' || kind === 'background' ? null : kind, actors, above }
  }
  const kind = sectionKind(page, heading, firstYear)
  // Everything below an older promise belongs to it, until a heading mentions the current one.
  if (previous?.kind === 'earlier' && kind !== 'contact' && !speaksOfNow(page, heading, firstYear)) {
    return { heading, blocks, kind: 'earlier', actors: [], above: null }
  }
  return { heading, blocks, kind, actors: [], above: null }
}

function sectionKind(page: Page, heading: Block, firstYear: number | null): SectionKind | null {
  const words = page.source.foldedSlice(heading.span)
  if (EARLIER.test(words)) return 'earlier'
  const isOfPromise = /löfte/.test(words) || isPeriodAlone(page.source, heading.span)
  if (isOfPromise && isOfThePast(page, heading, firstYear)) return 'earlier'
  // "Med anledning av lägesbilden lovar vi": the verb counts more than the nouns beside it.
  if (/(?<!\p{L})(?:lovar|åtar +sig)(?!\p{L})/u.test(words)) return 'promises'
  if (DONE.test(words)) return 'background'
  if (DOES.test(words) || KEEPS.test(words)) return 'activities'
  const named = page.lookups.headings(page.source, heading.span).map(({ value }) => value)
  // "Medborgarlöftet för 2019 undertecknat" is the title of a news item, not a heading of signatures.
  const kinds = /löft/.test(words) ? named.filter((kind) => kind !== 'signing') : named
  return SECTIONS.find((kind) => kinds.includes(kind)) ?? null
}

/** Whether a heading names years, all before this promise. */
function isOfThePast({ source }: Page, heading: Block, firstYear: number | null): boolean {
  const years = datesIn(source, heading.span).map(({ date }) => Number(date.slice(0, 4)))
  return firstYear !== null && years.length > 0 && years.every((year) => year < firstYear)
}

function speaksOfNow({ source }: Page, heading: Block, firstYear: number | null): boolean {
  const words = source.foldedSlice(heading.span)
  const years = datesIn(source, heading.span).map(({ date }) => Number(date.slice(0, 4)))
  return (firstYear !== null && years.some((year) => year >= firstYear)) || NEWS_OF_NOW.test(words)
}
