/** How the items of a list are numbered, as Word names it. */
export type Counting =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'ordinal'

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
/** Above these, numbers are written in digits. */
const ROMAN_MAX = 3999
const LETTERS_MAX = 26 * 20

/** A number of a list, in digits, letters or Roman numerals. */
export function countAs(number: number, counting: Counting): string {
  switch (counting) {
    case 'decimal':
      return `${number}`
    case 'decimalZero':
      return `${number}`.padStart(2, '0')
    case 'ordinal':
      return `${number}${/(?<!1)[12]$/.test(`${number}`) ? ':a' : ':e'}`
    case 'upperLetter':
      return countingLetters(number)
    case 'lowerLetter':
      return countingLetters(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    case 'lowerRoman':
      return roman(number).toLowerCase()
  }
}

/** After "z" comes "aa". */
function countingLetters(number: number): string {
  if (number < 1 || number > LETTERS_MAX) return `${number}`
  const letter = String.fromCharCode(65 + ((number - 1) % 26))
  return letter.repeat(Math.ceil(number / 26))
}

function roman(number: number): string {
  if (number < 1 || number > ROMAN_MAX) return `${number}`
  let [rest, words] = [number, '']
  for (const [value, each] of ROMAN) {
    words += each.repeat(Math.floor(rest / value))
    rest %= value
  }
  return words
}
