import type { Letter } from './letters.ts'
import { Nearby } from './nearby.ts'

/** Accents that are drawn as separate characters, and the combining mark of each. */
const ACCENTS: { readonly [sign: string]: string } = {
  '`': '\u0300',
  '´': '\u0301',
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '°': '\u030A',
  '˚': '\u030A',
  '˝': '\u030B',
  ˇ: '\u030C',
  '¸': '\u0327',
  '˛': '\u0328',
}
/** Accents that are also ordinary characters: an apostrophe, a tilde. */
const OWN_SIGN = /^[`´^~]$/
const MARK = /^\p{M}$/u
/** The letters that lose their dot below an accent. */
const DOTLESS: { readonly [letter: string]: string } = { ı: 'i', ȷ: 'j' }

/** How far an accent may be from the middle of its letter, as a part of the letter's width. */
const OFF_MIDDLE = 0.4
/** How much higher than its letter an accent is drawn above a capital, or lower by mistake, in units of the font size. */
const RAISED = 0.45
const LOWERED = 0.05
/** How far before or after its drawing position the middle of an accent without width lies. */
const REACH = 0.25
/** An accent narrower than this, in units of the font size, has no width of its own. */
const WIDTHLESS = 0.12
/** The largest distance between a character and a letter of one word. */
const TOUCHING = 0.12

/**
 * Combines letters with the accents drawn above or below them, before or after. `lost` counts the accents that are
 * within a word and above none of its letters.
 */
export function withAccents(letters: readonly Letter[]): { letters: readonly Letter[]; lost: number } {
  if (!letters.some(isAccent)) return { letters, lost: 0 }
  const bases = new Nearby<Letter>()
  for (const letter of letters)
    if (/^\p{L}$/u.test(letter.text)) bases.add(letter, { x: letterMiddle(letter), y: letter.baseline })
  const spelt = new Map<Letter, string>()
  let lost = 0
  for (const [index, accent] of letters.entries()) {
    if (!isAccent(accent)) continue
    const mark = ACCENTS[accent.text] ?? accent.text
    const found = basesOf(accent, bases).map((base) => {
      const letter = spelt.get(base) ?? DOTLESS[base.text] ?? base.text
      return { base, text: (letter + mark).normalize('NFC') }
    })
    const isMark = MARK.test(accent.text)
    const best = found.find(({ text }) => /^.$/u.test(text)) ?? (isMark ? found[0] : undefined)
    if (best) spelt.set(best.base, best.text).set(accent, '')
    else if (
      isMark ||
      (!OWN_SIGN.test(accent.text) && standsWithinWord(accent, letters[index - 1], letters[index + 1]))
    )
      lost++
  }
  const whole = letters.flatMap((letter) => {
    const text = spelt.get(letter) ?? letter.text
    return text === '' ? [] : [{ ...letter, text }]
  })
  return { letters: whole, lost }
}

function isAccent({ text }: Letter): boolean {
  return text in ACCENTS || MARK.test(text)
}

/** The letters that an accent may belong to, most likely first. */
function basesOf(accent: Letter, bases: Nearby<Letter>): Letter[] {
  const { left, right, baseline, size } = accent
  const near = bases.near({ x: letterMiddle(accent), y: baseline }, size).filter((base) => {
    const raised = (base.baseline - baseline) / base.size
    return raised > -LOWERED && raised < RAISED
  })
  const around = (middle: number) =>
    near
      .map((base) => ({ base, off: Math.abs(letterMiddle(base) - middle) }))
      .filter(({ base, off }) => off < (base.right - base.left) * OFF_MIDDLE)
      .sort((one, other) => one.off - other.off)
      .map(({ base }) => base)
  if (right - left > WIDTHLESS * size) return around(letterMiddle(accent))
  const before = near.filter((base) => Math.abs(base.right - left) < TOUCHING * size)
  return [...around(left - REACH * size), ...before, ...around(left + REACH * size)]
}

/** Whether a character is between two letters and touches both. */
function standsWithinWord(sign: Letter, before: Letter | undefined, next: Letter | undefined): boolean {
  const near = TOUCHING * sign.size
  const isLetter = (one: Letter | undefined) => one !== undefined && /\p{L}/u.test(one.text)
  return (
    isLetter(before) &&
    isLetter(next) &&
    Math.abs(sign.left - (before?.right ?? 0)) < near &&
    Math.abs((next?.left ?? 0) - sign.right) < near
  )
}

function letterMiddle({ left, right }: Letter): number {
  return (left + right) / 2
}
