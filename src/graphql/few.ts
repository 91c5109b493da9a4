/**
 * A few values by their keys: where there are more than may be, the one goes that was not asked for the longest. An LRUCache
 * would take kilobytes for itself, and there is one of these for each list of each query.
 */
export class Few<V> {
  readonly #most: number
  /** In the order in which they were asked for. */
  readonly #values = new Map<string, V>()

  constructor(most: number) {
    this.#most = most
  }

  /** The value of a key, made if it is not known. */
  of(key: string, make: () => V): V {
    const value = this.#values.get(key) ?? make()
    this.#values.delete(key)
    this.#values.set(key, value)
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#most) break
      this.#values.delete(oldest)
    }
    return value
  }

  values(): Iterable<V> {
    return this.#values.values()
  }
}
