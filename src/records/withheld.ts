import { sha256Of } from '../common/sha256.ts'
import type { Tables } from '../datasets/index.ts'
import { MASK } from '../datasets/mask.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

const text = { sv: '', en: '' }

/** The columns of `withheld.csv`: the position of a name in the text of a source, in code points. */
const fileColumns = {
  documentId: { type: 'text', title: text, description: text },
  startOffset: { type: 'integer', title: text, description: text },
  endOffset: { type: 'integer', title: text, description: text },
} as const

/** A place in the text of a source whose words are withheld. */
export interface Withheld {
  readonly documentId: string
  readonly startOffset: number
  readonly endOffset: number
}

/** Reads which words of sources are withheld, and removes them from the tables. */
export function readWithheld(file: string, contents: string, tables: Tables, origins: Origins): Problem[] {
  const { rows, problems } = parseTable(file, contents, fileColumns, origins)
  return [
    ...problems,
    ...withhold(tables, rows).map(({ place, message }) => ({ ...origins.of(place), message })),
  ]
}

/** Replaces each letter of the places by a mark, so that offsets stay the same; reports what still contains the words. */
export function withhold<P extends Withheld>(
  tables: Tables,
  places: readonly P[],
): { readonly place: P; readonly message: string }[] {
  const taken = places.flatMap((place) => {
    const words = wordsAt(tables, place)
    return words === null ? [] : [{ place, words }]
  })
  const known = new Set(taken.map(({ place }) => place))
  const lost = places
    .filter((place) => !known.has(place))
    .map((place) => ({
      place,
      message: `${place.documentId} has no text from ${place.startOffset} to ${place.endOffset}; write the offsets of the name, in code points from 0`,
    }))
  for (const { place } of taken) mask(tables, place)
  return [...lost, ...taken.flatMap(({ place, words }) => held(tables, place, words))]
}

/** The words at a place; null if there are none. */
function wordsAt({ documents }: Tables, { documentId, startOffset, endOffset }: Withheld): string | null {
  const source = documents.find(({ id }) => id === documentId)?.text
  const letters = source ? [...source] : []
  if (startOffset < 0 || endOffset > letters.length || startOffset >= endOffset) return null
  return letters.slice(startOffset, endOffset).join('')
}

function mask(tables: Tables, { documentId, startOffset, endOffset }: Withheld): void {
  for (const row of tables.documents) {
    if (row.id !== documentId || row.text === null) continue
    const masked = [...row.text]
      .map((letter, at) => (at >= startOffset && at < endOffset && /\S/.test(letter) ? MASK : letter))
      .join('')
    // With the checksum of the original text, a guess could be checked.
    Object.assign(row, { text: masked, sha256: sha256Of(masked) })
  }
}

/** What still contains withheld words: a quote that overlaps their place, or any text with them. */
function held<P extends Withheld>(tables: Tables, place: P, words: string) {
  const found: { place: P; message: string }[] = []
  for (const quote of tables.quotes)
    if (
      quote.documentId === place.documentId &&
      quote.startOffset < place.endOffset &&
      quote.endOffset > place.startOffset
    )
      found.push({
        place,
        message: `the quote of ${quote.recordId} contains the words; remove the record too`,
      })
  for (const [name, rows] of Object.entries(tables) as [string, readonly object[]][]) // Object.entries loses the type
    for (const row of rows)
      if (name !== 'quotes' && Object.values(row).some((value) => String(value ?? '').includes(words)))
        found.push({ place, message: `a row of ${name} still contains the words; remove them too` })
  return found
}
