/** A word of a text, and its position. */
export interface Word {
  /** In lower case, otherwise unchanged. */
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Longer words are ignored: no Swedish word is as long. */
const LONGEST_WORD = 100

/**
 * The words of a text: letters and digits only, so that none has a special meaning to a database.
 * The database does not split texts, since its parser and locale differ between servers.
 */
export function wordsOf(text: string): Word[] {
  return found(text, /[\p{L}\p{M}\p{N}]+/gu)
}

/** Words with hyphens as one word too: "hund-sök" is found by hundsök. */
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

/** A word without diacritics, as somebody without a Swedish keyboard types it: `savsjo`. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æœøßđłþð]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Letters whose diacritics are not combining characters in Unicode. */
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
