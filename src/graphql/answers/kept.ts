import type { Indexes } from '../../database/indexes.ts'
import { Finished } from './finished.ts'
import type { Memory } from './memory.ts'
import { Room } from './room.ts'

/** Everything that is valid for one revision of the data only, and is discarded with it. */
export class KeptAnswers<O> {
  /** The number of the revision; null until it is needed. */
  revision: number | null
  readonly #answers: Room<Finished>
  // A request leads to the key of a response, not to the response: a response that was evicted must not stay in memory here.
  readonly #requests: Room<string>
  readonly #underWay = new Map<string, Promise<O>>()

  /** The lengths of lists. */
  readonly counts: Room<number>

  readonly indexes: Indexes

  constructor(revision: number | null, { answers, requests, counts }: Memory, indexes: Indexes) {
    this.revision = revision
    this.indexes = indexes
    this.#answers = new Room(answers, ({ bytes }) => bytes)
    this.#requests = new Room(requests, (key) => 2 * key.length)
    this.counts = new Room(counts, () => 0)
  }

  /** The memory of each cache. */
  get bytes() {
    return { answers: this.#answers.bytes, requests: this.#requests.bytes, counts: this.counts.bytes }
  }

  /** The response to a request with the same text as an earlier one. */
  byRequest(text: string): Finished | undefined {
    const key = this.#requests.get(text)
    return key === undefined ? undefined : this.#answers.get(key)
  }

  /** The response to the same question, in whatever form it was sent. */
  byKey(key: string, text: string): Finished | undefined {
    const finished = this.#answers.get(key)
    if (finished) this.#requests.set(text, key)
    return finished
  }

  /** Caches a response while there is room. */
  keep(key: string, text: string, body: Buffer): Finished {
    const finished: Finished = new Finished(body, () => this.#answers.measure(key, finished))
    this.#answers.set(key, finished)
    if (this.#answers.get(key)) this.#requests.set(text, key)
    return finished
  }

  /** Computes a response once, however many requests wait for it at the same time. */
  once(key: string, work: () => Promise<O>): Promise<O> {
    const known = this.#underWay.get(key)
    if (known) return known
    const working = work().finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, working)
    return working
  }
}
