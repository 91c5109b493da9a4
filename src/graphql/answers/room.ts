import { LRUCache } from 'lru-cache'

/** What takes more than this part of a room is not kept: it would put out too much else. */
const LARGEST_PART = 1 / 8
/** What an entry takes besides its key and its value. */
const ENTRY_BYTES = 150

/** Values by their keys in so much memory. Where there are more, those go that have not been asked for the longest. */
export class Room<V extends object | string | number> {
  readonly #values: LRUCache<string, V> | null

  /** `sizeOf` is how much memory a value takes. In a room of 0 bytes nothing is kept. */
  constructor(bytes: number, sizeOf: (value: V) => number) {
    this.#values =
      bytes === 0
        ? null
        : new LRUCache({
            maxSize: bytes,
            maxEntrySize: Math.ceil(bytes * LARGEST_PART),
            sizeCalculation: (value, key) => ENTRY_BYTES + 2 * key.length + sizeOf(value),
          })
  }

  /** How much memory all of it takes. */
  get bytes(): number {
    return this.#values?.calculatedSize ?? 0
  }

  get(key: string): V | undefined {
    return this.#values?.get(key)
  }

  set(key: string, value: V): void {
    this.#values?.set(key, value)
  }

  /** Measures a value again that has become larger, unless another has its place by now. */
  measure(key: string, value: V): void {
    if (this.#values?.peek(key) !== value) return
    this.#values.delete(key) // set alone would leave its size as it was
    this.#values.set(key, value)
  }
}
