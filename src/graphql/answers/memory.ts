/** How much memory may be used for each of the things that are remembered, in bytes. */
export interface Memory {
  /** Answers, with their compressed forms. */
  readonly answers: number
  /** The texts of requests, by which answers are found again. */
  readonly requests: number
  /** Queries that are valid, with their plans. */
  readonly documents: number
  /** Queries that clients name by their hashes. */
  readonly persisted: number
  /** How many rows lists have, each under the filter that was sent. */
  readonly counts: number
  /** Addresses, with what they have spent of their budgets. */
  readonly addresses: number
  /** What searches have read: where words stand, records, and which of them a filter leaves. */
  readonly search: number
  /** Pages of the site, with their compressed forms. */
  readonly pages: number
}

/** How the memory is parted: so many parts of all of them for each. */
const PARTS = {
  answers: 12,
  requests: 2,
  documents: 6,
  persisted: 2,
  counts: 2,
  addresses: 2,
  search: 6,
  pages: 8,
} as const satisfies Memory

/** Memory of so many bytes in all, parted among what is remembered. */
export function memoryOf(bytes: number): Memory {
  const all = Object.values(PARTS).reduce((sum, parts) => sum + parts, 0)
  const part = (kind: keyof Memory) => Math.floor((bytes / all) * PARTS[kind])
  return {
    answers: part('answers'),
    requests: part('requests'),
    documents: part('documents'),
    persisted: part('persisted'),
    counts: part('counts'),
    addresses: part('addresses'),
    search: part('search'),
    pages: part('pages'),
  }
}
