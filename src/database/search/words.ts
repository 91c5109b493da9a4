/** A word of a text, and where in the text it stands. */
export interface Word {
  /** In lower case, otherwise as it stands. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Nothing is found by what is longer: no Swedish word is. */
const LONGEST_WORD = 100

/**
 * The words of a text: letters and digits, and nothing else, so that none can mean anything to a database.
 * Words are found here and not by the database, whose parser and locale differ from server to server.
 */
export function wordsOf(text: string): Word[] {
  return found(text, /[\p{L}\p{M}\p{N}]+/gu)
}

/** What a text writes with hyphens, as one word too: "hund-sök" is found by hundsök. */
export function joinedWordsOf(text: string): Word[] {
  const joined = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)+(?![\p{L}\p{M}\p{N}])/gu
  return found(text, joined).map(({ word, ...place }) => ({ word: word.replace(/[-‐‑]/g, ''), ...place }))
}

function found(text: string, pattern: RegExp): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    word: match.toLowerCase().normalize('NFC'),
    start: index,
    end: index + match.length,
  })).filter(({ word }) => word.length <= LONGEST_WORD)
}

/** A word without the marks on its letters, as somebody without a Swedish keyboard types it: `savsjo`. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æœøßđłþð]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Letters whose marks are no characters of their own to Unicode. */
const PLAIN: { readonly [letter: string]: string } = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
}
