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
}

/** The parts of all memory that each of them may take. */
const PARTS = {
  answers: 16,
  requests: 3,
  documents: 8,
  persisted: 1,
  counts: 2,
  addresses: 2,
} as const satisfies Memory

/** Memory of so many bytes in all, parted among what is remembered. */
export function memoryOf(bytes: number): Memory {
  const part = bytes / Object.values(PARTS).reduce((sum, parts) => sum + parts, 0)
  const { answers, requests, documents, persisted, counts, addresses } = PARTS
  return {
    answers: Math.floor(part * answers),
    requests: Math.floor(part * requests),
    documents: Math.floor(part * documents),
    persisted: Math.floor(part * persisted),
    counts: Math.floor(part * counts),
    addresses: Math.floor(part * addresses),
  }
}
