import { LRUCache } from 'lru-cache'
import { Finished } from './finished.ts'

/** What takes more than this part of the room for answers is not kept. */
const LARGEST_PART = 1 / 8
/** How much memory the texts of requests may take by which answers are found again. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024
/** How much memory the numbers of rows of lists may take. Each stands under the filter that was sent. */
const MAX_COUNT_BYTES = 16 * 1024 * 1024
/** What an answer takes besides its bytes and its key, its hash and headers among it. */
const ANSWER_BYTES = 1_500

/** All that holds for one revision of the data alone, and is dropped with it. */
export class Kept {
  /** The number of the revision; null until somebody needs to know. */
  revision: number | null
  readonly #answers: LRUCache<string, Finished> | null
  // A request leads to the key of an answer, not to the answer: what was put out must not live on here.
  readonly #requests = new LRUCache<string, string>({
    maxSize: MAX_REQUEST_BYTES,
    sizeCalculation: (key, text) => 2 * (key.length + text.length) + 100,
  })
  readonly #underWay = new Map<string, Promise<Finished>>()

  /** How many rows lists have. */
  readonly counts = new LRUCache<string, number>({
    maxSize: MAX_COUNT_BYTES,
    sizeCalculation: (_rows, key) => 2 * key.length + 100,
  })

  /** `maxBytes` is how much memory answers may take, with their compressed forms; with 0 none are kept. */
  constructor(revision: number | null, maxBytes: number) {
    this.revision = revision
    this.#answers =
      maxBytes === 0
        ? null
        : new LRUCache({
            maxSize: maxBytes,
            maxEntrySize: Math.ceil(maxBytes * LARGEST_PART),
            sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length + ANSWER_BYTES,
          })
  }

  /** How much memory the answers take. */
  get bytes(): number {
    return this.#answers?.calculatedSize ?? 0
  }

  /** The answer to a request that came before, by its text. */
  byRequest(text: string): Finished | undefined {
    const key = this.#requests.get(text)
    return key === undefined ? undefined : this.#answers?.get(key)
  }

  /** The answer to what was asked before, in this request or another. */
  byKey(key: string, text: string): Finished | undefined {
    const finished = this.#answers?.get(key)
    if (finished) this.#requests.set(text, key)
    return finished
  }

  /** Keeps an answer for as long as there is room. */
  keep(key: string, text: string, body: Buffer): Finished {
    const finished: Finished = new Finished(body, () => {
      // Its size is another now. Unless it was put out meanwhile.
      if (this.#answers?.peek(key) === finished) this.#answers.set(key, finished)
    })
    this.#answers?.set(key, finished)
    if (this.#answers?.has(key)) this.#requests.set(text, key)
    return finished
  }

  /** Has an answer worked out once, however many ask for it at the same time. */
  once(key: string, work: () => Promise<Finished>): Promise<Finished> {
    const known = this.#underWay.get(key)
    if (known) return known
    const working = work().finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, working)
    return working
  }
}
