import { LRUCache } from 'lru-cache'

/** A value that takes more than this share of a room is not cached: it would displace too many others. */
const LARGEST_PART = 1 / 8
/** The memory of an entry besides its key and its value. */
const ENTRY_BYTES = 150

/** A cache of values by key, with a limit in bytes. The least recently used values are removed first. */
export class Room<V extends object | string | number> {
  readonly #values: LRUCache<string, V> | null

  /** `sizeOf` gives the memory of a value. A room of 0 bytes caches nothing. */
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

  /** The memory of all of it. */
  get bytes(): number {
    return this.#values?.calculatedSize ?? 0
  }

  get(key: string): V | undefined {
    return this.#values?.get(key)
  }

  set(key: string, value: V): void {
    this.#values?.set(key, value)
  }

  /** Measures a value again that has grown, unless it has been replaced. */
  measure(key: string, value: V): void {
    if (this.#values?.peek(key) !== value) return
    this.#values.delete(key) // set alone would not change its size
    this.#values.set(key, value)
  }
}
