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
  const found: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = match[0].toLowerCase().normalize('NFC')
    if (word.length > LONGEST_WORD) continue
    found.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return found
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
