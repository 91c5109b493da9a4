import { isUtf8 } from 'node:buffer'
import { MOST_TEXT } from '../unreadable.ts'
import type { SourceIssue } from './source-text.ts'

// What Windows-1252 shows for the bytes from 0x80 to 0x9F.
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Letters of UTF-8 that were read as Windows-1252: "Ã¥" is å, and "â€“" a dash. */
const TWICE = new RegExp(`(?:[ÂÃ]|â[€‚])[${UPPER}\u00a0-\u00bf]`, 'gu')
/** A text may have been misread in the same way several times. */
const TIMES_MAX = 3

/** A text whose letters were encoded twice, with those letters repaired, and an issue that says so. */
export function withoutDoubleEncoding(text: string): { text: string; issues: readonly SourceIssue[] } {
  const examples: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let count = 0
  let righted = text
  for (let times = 0; times < TIMES_MAX; times++) {
    const before = righted
    righted = before.replace(TWICE, (letters, offset: number) => {
      const letter = decodeLetters(letters, decoder)
      if (letter === null) return letters
      count++
      if (times === 0 && examples.length < EXAMPLES) examples.push(wordAt(before, offset, letters.length))
      return letter
    })
    if (righted === before) break
  }
  if (count === 0) return { text, issues: [] }
  const told = `${count} letters had been encoded twice and were corrected: ${quotedWords(examples)}`
  return { text: righted, issues: [{ kind: 'double_encoding', text: told, page: null }] }
}

function decodeLetters(letters: string, decoder: TextDecoder): string | null {
  const bytes = Uint8Array.from(letters, (letter) => {
    const upper = UPPER.indexOf(letter)
    return upper < 0 ? letter.charCodeAt(0) : 0x80 + upper
  })
  return isUtf8(bytes) ? decoder.decode(bytes) : null
}

/** Characters that never occur in Swedish text, and result from reading a letter in the wrong encoding. */
const SURE =
  /\uFFFD|Ã[\u00a0-\u00bf„…–€]|√[•§∂ÖÑñ©]|├[ÑñÂÅûô®]|\p{Ll}[†„”‰ˆÂ]\p{Ll}|\+A[M-P][A-Z0-9]-|\p{L}=C3=[89AB][0-9A-F]|&(?:[AaOo]uml|[Aa]ring);/gu
/** Characters that occur rarely: foreign names, and "?" or "|" without a space. */
const LIKELY =
  /\p{Ll}[ŒŠš€]\p{Ll}|\p{Ll}[õÕ÷]\p{Ll}|\p{Ll}[{|}]\p{Ll}|(?<![\p{L}\d/=&.?])\p{L}{1,30}\?\p{Ll}{1,30}(?![\p{L}\d=&/])/gu
const LEAST_LIKELY = 2
const EXAMPLES = 5

/** An issue if a text looks as if some of its letters were read in the wrong encoding. */
export function garbledIn(whole: string): SourceIssue[] {
  const text = whole.slice(0, MOST_TEXT)
  const likely = [...text.matchAll(LIKELY)]
  const found = [...text.matchAll(SURE), ...(likely.length < LEAST_LIKELY ? [] : likely)]
  if (found.length === 0) return []
  const examples = found.slice(0, EXAMPLES).map(({ index, 0: words }) => wordAt(text, index, words.length))
  const told = `${found.length} places seem to have been read in the wrong encoding: ${quotedWords(examples)}; get the document again, or check each word`
  return [{ kind: 'doubtful_encoding', text: told, page: null }]
}

const LONGEST_EXAMPLE = 30

/** The word around a place. */
function wordAt(text: string, index: number, length: number): string {
  const before = /[^\s<>]*$/.exec(text.slice(Math.max(0, index - LONGEST_EXAMPLE), index))?.[0] ?? ''
  const after = /^[^\s<>]*/.exec(text.slice(index + length, index + length + LONGEST_EXAMPLE))?.[0] ?? ''
  return before + text.slice(index, index + length) + after
}

function quotedWords(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `"${word}"`).join(', ')
}
