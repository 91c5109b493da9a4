import type { Fragment } from './fragments.ts'
import type { Letter } from './letters.ts'

/** A gap of this size, in units of the font size, is a space between letters, drawn or not. */
const BLANK_GAP = 0.102
/** The least width of a drawn space: some programs draw one that should have no effect. */
const LEAST_BLANK = 0.03
/** A gap of this size begins other words. */
const WORDS_GAP = 0.6
/** How far a letter may reach back over the one before it. */
const OVERLAP = 0.2
/** How far apart the baselines of one line may be, as a part of the font size. */
const LEVEL = 0.05

const BLANK = /^\s+$/u

/** Text that is written from right to left. */
const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}](?:[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s]*[\p{Script=Arabic}\p{Script=Hebrew}\p{M}])?/gu

/** Joins the letters drawn one after the other on a line, in one font and size, into words. */
export function joinedLetters(letters: readonly Letter[]): Fragment[] {
  const fragments: { pieces: string[]; first: Letter; right: number }[] = []
  let blank: Letter | null = null
  for (const letter of letters) {
    const open = fragments.at(-1)
    if (BLANK.test(letter.text)) {
      blank ??= letter
      continue
    }
    const isNext = open !== undefined && isSetAlike(open, letter) && isBeside(open, letter)
    // A space may be narrower than it looks.
    const isDrawn =
      open && blank && isBeside(open, blank) && letter.left - blank.left > LEAST_BLANK * letter.size
    if (open && (isDrawn || (isNext && letter.left - open.right > BLANK_GAP * letter.size)))
      open.pieces.push(' ')
    blank = null
    if (isNext) {
      open.pieces.push(letter.text)
      open.right = letter.right
    } else fragments.push({ pieces: [letter.text], first: letter, right: letter.right })
  }
  return fragments.map(({ pieces, first: { left, baseline, size, field }, right }) => ({
    text: pieces.join('').replace(FROM_RIGHT, (words) => [...words].reverse().join('')),
    left,
    right,
    baseline,
    size,
    field,
  }))
}

/** Words being joined. */
interface Open {
  readonly first: Letter
  readonly right: number
}

function isSetAlike({ first }: Open, letter: Letter): boolean {
  const isAsLarge = Math.abs(letter.size - first.size) < LEVEL * first.size
  return letter.font === first.font && letter.field === first.field && isAsLarge
}

function isBeside({ first, right }: Open, letter: Letter): boolean {
  const gap = (letter.left - right) / letter.size
  return Math.abs(letter.baseline - first.baseline) < LEVEL * first.size && gap > -OVERLAP && gap < WORDS_GAP
}
