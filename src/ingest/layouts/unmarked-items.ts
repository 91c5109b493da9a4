import type { Block } from '../text/blocks.ts'
import { actorOnly } from '../values/actors.ts'
import { goalInHeading } from './goals.ts'
import type { Page } from './page.ts'
import { saysWhatIsDone } from './sections.ts'

/** Fewer lines below a heading may be anything, such as a title of two lines. */
const FEWEST_LINES = 2

/**
 * Makes items of the short lines right below a line that names a goal, says who does what ("Åtgärder", "Det här gör
 * polisen") or ends with a colon, with no blank line in between: this is the layout of posters, and of lists that have lost
 * their bullets. If one part of a page has this layout, parts that look like it have it too. Elsewhere such lines are
 * headings, or parts of a menu.
 */
export function withUnmarkedItems(page: Page, blocks: readonly Block[]): Block[] {
  const heads = blocks.filter((_, index) => isAboveItems(page, blocks, index))
  const isListed = heads.some(({ kind, span }) => kind === 'heading' && goalInHeading(page, span) === null)
  const title = blocks.find(({ kind }) => kind === 'heading')
  const isHead = (block: Block, index: number) =>
    heads.includes(block) || (isListed && block !== title && isAboveLines(page, blocks, index))
  let lists = blocks.reduce((most, { list }) => Math.max(most, list), -1)
  let item = -1
  return blocks.map((block, index) => {
    if (isAdjacentHeading(blocks[index - 1], block) && item >= 0)
      return { ...block, kind: 'item', list: item }
    item = isHead(block, index) ? ++lists : -1
    return block
  })
}

function isAboveItems(page: Page, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  const isLeadIn = block.kind === 'paragraph' && page.source.text[block.span.end - 1] === ':'
  if (!isLeadIn && !(isAlone(blocks, index) && headsItems(page, block))) return false
  const below = linesBelow(blocks, index)
  const isGoal = ({ span }: Block) => goalInHeading(page, span) !== null
  return below !== null && !below.some((each) => isGoal(each) || isNoItem(page, each))
}

/** Whether a heading, other than one about the agreement as a whole, is above lines that are not headings themselves. */
function isAboveLines(page: Page, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  if (
    !isAlone(blocks, index) ||
    isNoItem(page, block) ||
    OF_AGREEMENT.test(page.source.foldedSlice(block.span))
  )
    return false
  return linesBelow(blocks, index)?.every((each) => !isNoItem(page, each)) ?? false
}

const OF_AGREEMENT = /löfte|överenskommelse|20\d\d/

/** The first lines right below a block; null where there are too few. */
function linesBelow(blocks: readonly Block[], index: number): Block[] | null {
  const below = blocks.slice(index + 1, index + 1 + FEWEST_LINES)
  const areAdjacent = below.every((each, at) => isAdjacentHeading(blocks[index + at], each))
  return below.length === FEWEST_LINES && areAdjacent ? below : null
}

/** Whether a block is a heading with a blank line, or other text, above it. */
function isAlone(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  return block.kind === 'heading' && !isAdjacentHeading(blocks[index - 1], block)
}

/** Whether a heading names a goal, or says that what somebody does stands below. */
function headsItems(page: Page, { span }: Block): boolean {
  return goalInHeading(page, span) !== null || saysWhatIsDone(page, span) || actorOnly(page, span).length > 0
}

/** Whether a line is the heading of a part, or names somebody: a signatory, or the actor of the text below. */
function isNoItem(page: Page, { span }: Block): boolean {
  const { source, lookups } = page
  const isLabel = lookups
    .headings(source, span)
    .some(({ start, end }) => start === span.start && end === span.end)
  return isLabel || lookups.roles(source, span).length > 0 || actorOnly(page, span).length > 0
}

/** Whether a heading is on the line right below another block. */
function isAdjacentHeading(above: Block | undefined, { kind, lines }: Block): boolean {
  return kind === 'heading' && above?.lines.at(-1)?.index === (lines[0]?.index ?? 0) - 1
}
