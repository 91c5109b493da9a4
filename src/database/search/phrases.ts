import { isOfWord, LIKENESS_SHARES } from './likeness.ts'
import { isFirstAt, isLastAt, type OccurrencesOf, positionAt, shareAt } from './occurrences.ts'
import type { SearchTerm } from './terms.ts'

/** The factor of a phrase: the whole of a text, its beginning, or within it. */
const PHRASE_SHARES = { whole: 1, beginning: 0.8, within: 0.7 } as const

/** A phrase that has been matched up to some word. */
interface PhraseRun {
  /** The worst match of its words. */
  readonly share: number
  readonly beginsText: boolean
}

/** More than the positions of a record. */
const POSITIONS = 2 ** 28

/**
 * The records that contain the typed words next to each other and in order, with their weight. Only records with all of
 * the words are checked.
 */
export function phraseShares(
  terms: readonly SearchTerm[],
  occurrencesOf: OccurrencesOf,
  hasAll: (record: number) => boolean,
): Map<number, number> {
  const shares = new Map<number, number>()
  let runs = new Map<number, PhraseRun>()
  for (const [at, term] of terms.entries()) {
    const longer = new Map<number, PhraseRun>()
    const gap = term.position - (terms[at - 1]?.position ?? term.position)
    for (const { word, likeness } of term.answers) {
      if (!isOfWord(likeness)) continue
      const occurrences = occurrencesOf(word)
      for (let pair = 0; pair < occurrences.length; pair += 2) {
        const [record, place] = [occurrences[pair] ?? 0, occurrences[pair + 1] ?? 0]
        if (!hasAll(record)) continue
        const end = record * POSITIONS + positionAt(place)
        const run = at === 0 ? { share: 1, beginsText: isFirstAt(place) } : runs.get(end - gap)
        if (!run) continue
        const share = Math.min(run.share, LIKENESS_SHARES[likeness])
        if (at < terms.length - 1) longer.set(end, { ...run, share })
        else {
          const counts = share * shareAt(place) * PHRASE_SHARES[phraseExtent(run, place)]
          shares.set(record, Math.max(counts, shares.get(record) ?? 0))
        }
      }
    }
    runs = longer
  }
  return shares
}

function phraseExtent({ beginsText }: PhraseRun, lastPlace: number): keyof typeof PHRASE_SHARES {
  if (!beginsText) return 'within'
  return isLastAt(lastPlace) ? 'whole' : 'beginning'
}
