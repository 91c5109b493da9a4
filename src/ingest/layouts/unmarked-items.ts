import type { Block } from '../text/blocks.ts'
import { goalInHeading } from './goals.ts'
import type { ReadableText } from './page.ts'

/** Fewer lines than this below a goal may be anything, such as a title of two lines. */
const FEWEST_LINES = 2

/**
 * Turns the short lines right below a line that names a goal, without a blank line, into items: posters, and texts that
 * have lost their bullets, look like this. Elsewhere such lines are headings, or parts of a menu.
 */
export function withUnmarkedItems(text: ReadableText, blocks: readonly Block[]): Block[] {
  let lists = blocks.reduce((most, { list }) => Math.max(most, list), -1)
  let item = -1
  return blocks.map((block, index) => {
    if (isAdjacentHeading(blocks[index - 1], block) && item >= 0)
      return { ...block, kind: 'item', list: item }
    item = isAboveItems(text, blocks, index) ? ++lists : -1
    return block
  })
}

function isAboveItems(text: ReadableText, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  if (block.kind !== 'heading' || isAdjacentHeading(blocks[index - 1], block)) return false
  if (goalInHeading(text, block.span) === null) return false
  const below = blocks.slice(index + 1, index + 1 + FEWEST_LINES)
  const areAdjacent = below.every((each, at) => isAdjacentHeading(blocks[index + at], each))
  const isNamed = below.some(({ span }) => goalInHeading(text, span) !== null)
  return below.length === FEWEST_LINES && areAdjacent && !isNamed
}

/** Whether a heading is on the line right below another block. */
function isAdjacentHeading(above: Block | undefined, { kind, lines }: Block): boolean {
  return kind === 'heading' && above?.lines.at(-1)?.index === (lines[0]?.index ?? 0) - 1
}
