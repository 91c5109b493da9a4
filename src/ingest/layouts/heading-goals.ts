import { CONFIDENCE } from '../confidence.ts'
import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import type { Candidate } from './candidate.ts'
import { saysCommitment } from './commits.ts'
import { aimOf, goalInHeading } from './goals.ts'
import type { Page } from './page.ts'
import { isAnyAgreement } from './promising.ts'
import type { Section } from './sections.ts'
import { isSameWording, longerWords } from './wordings.ts'

/** The goal that a heading names, and whether it was not named before. */
export function goalOfHeading(
  page: Page,
  section: Section,
  before: readonly { readonly candidate: Candidate; readonly words: ReadonlySet<string> }[],
  isNumberedPromise: boolean,
  isAboveActivities: boolean,
): { candidate: Candidate; readonly isNew: boolean } | null {
  const { heading } = section
  if (!heading || section.actors.length > 0) return null
  const words = longerWords(page.source, heading.span)
  const same = before.find((each) => each.candidate.tone === 'promise' && isSameWording(each.words, words))
  if (same) return { candidate: same.candidate, isNew: false }
  // "Tryggare Säter 2020" is the title of the page.
  if (!isNumberedPromise && isTitle(page, heading)) return null
  const isPlain = isNumberedPromise && section.kind === null
  const goal = isPlain ? { span: heading.span, isNumbered: true } : goalInHeading(page, heading.span)
  if (!goal || goal.span.start >= goal.span.end) return null
  // A heading of the page that happens to begin so has nothing to keep below it.
  if (!goal.isNumbered && section.blocks.length === 0 && !isAboveActivities) return null
  if (!goal.isNumbered && isFirstHeading(page, heading) && saysAim(page, section)) return null
  const base = { section, leadIn: null, actors: [], goal: null, span: goal.span }
  return {
    isNew: true,
    candidate: {
      ...base,
      tone: 'promise',
      rule: goal.isNumbered ? 'promise-numbered-heading' : 'promise-heading',
      ...(isDoubtedTitle(page, section) ? { confidence: CONFIDENCE.inferred } : {}),
    },
  }
}

function isFirstHeading({ blocks }: Page, heading: Block): boolean {
  return heading === blocks.find(({ kind }) => kind === 'heading')
}

/** Whether a sentence below a title says what the aim is: then the title is no more than one. */
function saysAim(page: Page, { blocks }: Section): boolean {
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ span }) => sentencesIn(page.source.text, span))
    .filter(({ start, end }) => end - start <= MOST_SENTENCE)
    .some((sentence) => {
      const aim = aimOf(page.source, sentence)
      return aim !== null && !isAnyAgreement(page, aim)
    })
}

/**
 * Whether the title of a page may or may not be a promise: it sounds like a goal, "Lugnare sommar i Exempelby", or names the
 * promise that a sentence below it states.
 */
function isDoubtedTitle(page: Page, { heading, blocks }: Section): boolean {
  if (heading === null) return false
  const words = page.source.foldedSlice(heading.span)
  const isFirst = isFirstHeading(page, heading)
  const [first] = blocks
  const isSaidBelow = first?.kind === 'paragraph' && saysCommitment(page.source.foldedSlice(first.span))
  return NAMES_AGREEMENT.test(words) ? isSaidBelow : isFirst && !COUNTED.test(words)
}

/** "Medborgarlöfte 2025: Säkrare skolvägar" */
const NAMES_AGREEMENT = /^(?:vårt +)?medborgarlöfte(?! *(?:nr\.? *)?\d{1,2}(?!\d))/
const COUNTED = /^\p{L}+ *(?:nr\.? *)?\d{1,2}(?!\d)/u

function isTitle(page: Page, heading: Block): boolean {
  const { source, lookups } = page
  const words = source.foldedSlice(heading.span)
  if (!isFirstHeading(page, heading) || /löfte/.test(words)) return false
  return /(?<!\d)20\d\d(?!\d)/.test(words) && lookups.municipalities(source, heading.span).length > 0
}
