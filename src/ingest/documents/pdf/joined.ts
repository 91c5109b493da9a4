import type { Fragment } from './fragments.ts'
import type { Letter } from './letters.ts'

/** From this gap on, in sizes of the letters, a blank stands between letters, drawn or not. */
const BLANK_GAP = 0.102
/** A blank that is drawn moves what follows by so much at least: some programs draw one that is to be nothing. */
const LEAST_BLANK = 0.03
/** From this gap on, other words begin. */
const WORDS_GAP = 0.6
/** A letter does not reach back farther than this over the one before. */
const OVERLAP = 0.2
/** Letters of one line stand level, to this part of their size. */
const LEVEL = 0.05

const BLANK = /^\s+$/u

/** Words that are written from right to left. */
const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}](?:[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s]*[\p{Script=Arabic}\p{Script=Hebrew}\p{M}])?/gu

/** The letters that are drawn one after the other on a line, in one font and size, as words. */
export function joined(letters: readonly Letter[]): Fragment[] {
  const fragments: { pieces: string[]; first: Letter; right: number }[] = []
  let blank: Letter | null = null
  for (const letter of letters) {
    const open = fragments.at(-1)
    if (BLANK.test(letter.text)) {
      blank ??= letter
      continue
    }
    const isNext = open !== undefined && follows(open, letter)
    const isApart =
      (open && letter.left - open.right > BLANK_GAP * letter.size) ||
      (blank && letter.left - blank.left > LEAST_BLANK * letter.size)
    if (open && isApart && (isNext || (blank && follows(open, blank)))) open.pieces.push(' ')
    blank = null
    if (isNext) {
      open.pieces.push(letter.text)
      open.right = letter.right
    } else fragments.push({ pieces: [letter.text], first: letter, right: letter.right })
  }
  return fragments.map(({ pieces, first: { left, baseline, size }, right }) => ({
    text: pieces.join('').replace(FROM_RIGHT, (words) => [...words].reverse().join('')),
    left,
    right,
    baseline,
    size,
  }))
}

function follows(
  { first, right }: { readonly first: Letter; readonly right: number },
  letter: Letter,
): boolean {
  const gap = (letter.left - right) / letter.size
  return (
    letter.font === first.font &&
    Math.abs(letter.size - first.size) < LEVEL * first.size &&
    Math.abs(letter.baseline - first.baseline) < LEVEL * first.size &&
    gap > -OVERLAP &&
    gap < WORDS_GAP
  )
}
