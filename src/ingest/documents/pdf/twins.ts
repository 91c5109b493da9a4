import type { Letter } from './letters.ts'
import { Nearby } from './nearby.ts'

/** How close to the first a repeated letter begins: in parts of its width, and in units of the font size. */
const APART_IN_WIDTHS = 0.5
const APART = 0.2
/** Something without width, such as an accent, is repeated within this distance, in units of the font size. */
const APART_AT_LEAST = 0.05
/** Letters whose sizes differ by more than this are not each other's shadow. */
const OTHER_SIZE = 1.1
/** How much the offsets of a shadow's letters may differ, in units of the font size. */
const UNEVEN = 0.02

/** The offset of a letter from the one that it repeats. */
interface Shift {
  readonly right: number
  readonly down: number
}

/**
 * Removes letters that are drawn twice, at one place or slightly apart: bold text made of two strokes, shadows,
 * outlines. Two letters of a word, as in "kontroll" and "11", are a letter's width apart.
 */
export function withoutTwins(letters: readonly Letter[]): Letter[] {
  const kept = new Nearby<Letter>()
  const inked = letters.filter(({ text }) => text.trim() !== '')
  const shifts = inked.map((letter) => {
    const shift = shiftOf(letter, kept.near(spotOf(letter), APART * letter.size), (shift) =>
      isHair(shift, letter),
    )
    if (!shift) kept.add(letter, spotOf(letter))
    return shift
  })
  // The shadow of a narrow letter may be beside it: the neighbouring letters have the same shadow.
  const take = (index: number, beside: number) => {
    const [letter, shift] = [inked[index], shifts[beside]]
    if (!letter || !shift || shifts[index]) return
    const spot = { x: letter.left - shift.right, y: letter.baseline - shift.down }
    const near = kept.near(spot, UNEVEN * letter.size)
    shifts[index] = shiftOf(letter, near, (own) => isShiftedAlike(own, shift, letter))
  }
  for (let index = 1; index < inked.length; index++) take(index, index - 1)
  for (let index = inked.length - 2; index >= 0; index--) take(index, index + 1)
  const twins = new Set(inked.filter((_, index) => shifts[index]))
  return letters.filter((letter) => !twins.has(letter))
}

function spotOf({ left, baseline }: Letter) {
  return { x: left, y: baseline }
}

function shiftOf(letter: Letter, others: readonly Letter[], holds: (shift: Shift) => boolean): Shift | null {
  for (const other of others) {
    if (other === letter || other.text !== letter.text) continue
    const ratio = other.size / letter.size
    const shift = { right: letter.left - other.left, down: letter.baseline - other.baseline }
    if (ratio < OTHER_SIZE && ratio > 1 / OTHER_SIZE && holds(shift)) return shift
  }
  return null
}

function isHair({ right, down }: Shift, letter: Letter): boolean {
  const width = (letter.right - letter.left) * APART_IN_WIDTHS
  const reach = Math.min(Math.max(width, APART_AT_LEAST * letter.size), APART * letter.size)
  return Math.abs(right) < reach && Math.abs(down) < APART * letter.size
}

function isShiftedAlike(own: Shift, other: Shift, { size }: Letter): boolean {
  return Math.hypot(own.right - other.right, own.down - other.down) < UNEVEN * size
}
