import type { Row, Tables } from '../../datasets/index.ts'
import type { Transaction } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
import { similarTexts } from '../tables/search.ts'
import { similarPairs, trigramsOf } from './pairs.ts'

/** The datasets whose texts are compared, each within itself. */
export type ComparedDataset = 'promises' | 'activities'

/**
 * The maximum number of similar texts of each, the most similar ones. A wording that all share (a form) would
 * otherwise make a pair of every two.
 */
export const MOST_SIMILAR = 20

type ComparedRow = Pick<Row<ComparedDataset>, 'id' | 'agreementId' | 'text'>
type SimilarPair = typeof similarTexts.$inferInsert

/** Replaces the table of promises, and of activities, with a similar wording. */
export async function writeSimilarTexts(tx: Transaction, tables: Tables): Promise<void> {
  const pairs = [...pairsOf('promises', tables.promises), ...pairsOf('activities', tables.activities)]
  await tx.delete(similarTexts)
  await insertRows(tx, similarTexts, pairs)
}

/** For each row, the most similar ones of other agreements: first by similarity, then by key. */
export function pairsOf(dataset: ComparedDataset, rows: readonly ComparedRow[]): SimilarPair[] {
  const texts = groupByTrigrams(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  const similar = similarPairs(texts.map(({ trigrams }) => trigrams))
  return texts.flatMap((text, index) => {
    // Rows with the same wording are not compared: their similarity is 1.
    const groups = [{ index, similarity: 1 }, ...(similar[index] ?? [])]
      .sort((one, other) => other.similarity - one.similarity || one.index - other.index)
      .map(({ index: at, similarity }) => ({ rows: texts[at]?.rows ?? [], similarity }))
    return text.rows.flatMap((row) => nearestRows(dataset, row, groups))
  })
}

function nearestRows(
  dataset: ComparedDataset,
  { id, agreementId }: ComparedRow,
  groups: readonly { rows: readonly ComparedRow[]; similarity: number }[],
): SimilarPair[] {
  const pairs: SimilarPair[] = []
  for (const { rows, similarity } of groups) {
    for (const row of rows) {
      if (row.agreementId === agreementId) continue
      // Rounded down, so that only equal wording has 1000.
      pairs.push({
        dataset,
        recordKey: id,
        similarKey: row.id,
        similarity: Math.floor(similarity * 1000),
      })
      if (pairs.length === MOST_SIMILAR) return pairs
    }
  }
  return pairs
}

/** The rows, grouped by their trigrams. */
function groupByTrigrams(rows: readonly ComparedRow[]) {
  const groups = new Map<string, { trigrams: Set<string>; rows: ComparedRow[] }>()
  for (const row of rows) {
    // Gists, which are our own words, say nothing about the wording.
    const trigrams = trigramsOf(row.text ?? '')
    if (trigrams.size === 0) continue // no word at all
    const name = [...trigrams].sort().join()
    const group = groups.get(name) ?? { trigrams, rows: [] }
    group.rows.push(row)
    groups.set(name, group)
  }
  return [...groups.values()]
}
