/** The memory limit of each cache, in bytes. */
export interface Memory {
  /** Responses, with their compressed forms. */
  readonly answers: number
  /** The texts of requests, by which responses are found. */
  readonly requests: number
  /** Valid queries, with their plans. */
  readonly documents: number
  /** Persisted queries, which clients name by their hashes. */
  readonly persisted: number
  /** The lengths of lists, for each filter that was sent. */
  readonly counts: number
  /** Client addresses, with their budgets. */
  readonly addresses: number
  /** What searches have read: word positions, records, and which of them match a filter. */
  readonly search: number
  /** Pages of the site, with their compressed forms. */
  readonly pages: number
}

/** How the memory is divided: the share of each. */
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

/** Divides a number of bytes among the caches. */
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
