/** Swedish number words, as documents use them. */
const WORDS: { readonly [word: string]: number } = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  tjugofem: 25,
  trettio: 30,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  åttio: 80,
  nittio: 90,
  hundra: 100,
  etthundra: 100,
  tvåhundra: 200,
  femhundra: 500,
  tusen: 1000,
}

/** A pattern for one number, in digits (also `1 500`) or words, for use within a larger one. */
export const NUMERAL = `(?:\\d{1,3}(?: \\d{3})+|\\d{1,6}(?:,\\d{1,2})?|${Object.keys(WORDS).join('|')})`

/** The value of digits or of a Swedish number word: `femton` gives 15, `1 500` gives 1500. */
export function parseNumeral(words: string): number | null {
  const word = words.toLowerCase()
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null
  const digits = word.replaceAll(' ', '').replace(',', '.')
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null
}
