import type { Indexes } from '../../database/indexes.ts'
import { Finished } from './finished.ts'
import type { Memory } from './memory.ts'
import { Room } from './room.ts'

/** All that holds for one revision of the data alone, and is dropped with it. */
export class KeptAnswers<O> {
  /** The number of the revision; null until somebody needs to know. */
  revision: number | null
  readonly #answers: Room<Finished>
  // A request leads to the key of an answer, not to the answer: what was put out must not live on here.
  readonly #requests: Room<string>
  readonly #underWay = new Map<string, Promise<O>>()

  /** How many rows lists have. */
  readonly counts: Room<number>

  readonly indexes: Indexes

  constructor(revision: number | null, { answers, requests, counts }: Memory, indexes: Indexes) {
    this.revision = revision
    this.indexes = indexes
    this.#answers = new Room(answers, ({ bytes }) => bytes)
    this.#requests = new Room(requests, (key) => 2 * key.length)
    this.counts = new Room(counts, () => 0)
  }

  /** How much memory it takes, by what is kept. */
  get bytes() {
    return { answers: this.#answers.bytes, requests: this.#requests.bytes, counts: this.counts.bytes }
  }

  /** The answer to a request that came before, by its text. */
  byRequest(text: string): Finished | undefined {
    const key = this.#requests.get(text)
    return key === undefined ? undefined : this.#answers.get(key)
  }

  /** The answer to what was asked before, in this request or another. */
  byKey(key: string, text: string): Finished | undefined {
    const finished = this.#answers.get(key)
    if (finished) this.#requests.set(text, key)
    return finished
  }

  /** Keeps an answer for as long as there is room. */
  keep(key: string, text: string, body: Buffer): Finished {
    const finished: Finished = new Finished(body, () => this.#answers.measure(key, finished))
    this.#answers.set(key, finished)
    if (this.#answers.get(key)) this.#requests.set(text, key)
    return finished
  }

  /** Has an answer worked out once, however many ask for it at the same time. */
  once(key: string, work: () => Promise<O>): Promise<O> {
    const known = this.#underWay.get(key)
    if (known) return known
    const working = work().finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, working)
    return working
  }
}
