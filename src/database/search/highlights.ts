import { isOfNames, textsOf } from './searched.ts'
import type { SearchTerm } from './terms.ts'
import type { SearchField, SearchType } from './vocabularies.ts'
import { joinedWordsOf, wordsOf } from './words.ts'

/** A part of a text, which matches the search or not. All parts in order are the text. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
  /** Whether it only matches as a misspelling. */
  readonly isFuzzy: boolean
}

/** A text of a hit that contains a match. */
export interface Highlight {
  readonly field: SearchField
  readonly pieces: readonly Piece[]
}

/** The texts of a hit that contain matches, divided into parts, by the same words that found it. */
export function highlightsOf(
  { type, municipalities }: { readonly type: SearchType; readonly municipalities: readonly string[] },
  row: object,
  terms: readonly SearchTerm[],
): Highlight[] {
  const inNames = answersIn(terms)
  // A stop word only matches in names.
  const inTexts = answersIn(terms.filter(({ isStop }) => !isStop))
  return textsOf(type, row, municipalities).flatMap(({ field, weight, text }) => {
    const pieces = piecesOf(text, isOfNames(weight) ? inNames : inTexts)
    return pieces.some(({ isMatch }) => isMatch) ? [{ field, pieces }] : []
  })
}

/** The words that match the search, and whether they only match as misspellings. */
function answersIn(terms: readonly SearchTerm[]): ReadonlyMap<string, boolean> {
  const answers = terms.toSorted((one, other) => Number(other.isFuzzy) - Number(one.isFuzzy))
  return new Map(answers.flatMap(({ answers, isFuzzy }) => answers.map(({ word }) => [word, isFuzzy])))
}

function piecesOf(text: string, answers: ReadonlyMap<string, boolean>): Piece[] {
  const pieces: Piece[] = []
  let told = 0
  // If a word with hyphens matches as a whole, its parts are highlighted with it.
  const words = [...joinedWordsOf(text), ...wordsOf(text)].toSorted((one, other) => one.start - other.start)
  for (const { word, start, end } of words) {
    const isFuzzy = answers.get(word)
    if (start < told || isFuzzy === undefined) continue
    if (start > told) pieces.push(unmarked(text.slice(told, start)))
    pieces.push({ text: text.slice(start, end), isMatch: true, isFuzzy })
    told = end
  }
  if (told < text.length) pieces.push(unmarked(text.slice(told)))
  return pieces
}

function unmarked(text: string): Piece {
  return { text, isMatch: false, isFuzzy: false }
}
