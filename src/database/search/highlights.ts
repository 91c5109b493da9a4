import { isOfNames, type SearchField, type SearchType, textsOf } from './searched.ts'
import type { Term } from './terms.ts'
import { joinedWordsOf, wordsOf } from './words.ts'

/** A piece of a text, which answers to the search or does not. The pieces in their order make the text. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** A text of a hit with a match in it. */
export interface Highlight {
  readonly field: SearchField
  readonly pieces: readonly Piece[]
}

/** The texts of a hit that answer to the search, cut into pieces: by the same words that found it. */
export function highlightsOf(
  { type, municipalities }: { readonly type: SearchType; readonly municipalities: readonly string[] },
  row: object,
  terms: readonly Term[],
): Highlight[] {
  const answersIn = (terms: readonly Term[]) =>
    new Set(terms.flatMap(({ words }) => Object.values(words).flat()))
  const inNames = answersIn(terms)
  // A word that says nothing is found in names alone.
  const inTexts = answersIn(terms.filter(({ isStop }) => !isStop))
  return textsOf(type, row, municipalities).flatMap(({ field, weight, text }) => {
    const pieces = piecesOf(text, isOfNames(weight) ? inNames : inTexts)
    return pieces.some(({ isMatch }) => isMatch) ? [{ field, pieces }] : []
  })
}

function piecesOf(text: string, answers: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let told = 0
  // Of a word with hyphens that answers as a whole, its parts are told with it.
  const words = [...joinedWordsOf(text), ...wordsOf(text)].toSorted((one, other) => one.start - other.start)
  for (const { word, start, end } of words) {
    if (start < told || !answers.has(word)) continue
    if (start > told) pieces.push({ text: text.slice(told, start), isMatch: false })
    pieces.push({ text: text.slice(start, end), isMatch: true })
    told = end
  }
  if (told < text.length) pieces.push({ text: text.slice(told), isMatch: false })
  return pieces
}
