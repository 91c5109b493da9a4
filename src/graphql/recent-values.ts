/**
 * The most recently used values, by key: a least-recently-used cache with a maximum number of entries. An `LRUCache` would
 * need kilobytes for itself, and there is one of these for each list of each query.
 *
 * @example
 * const plans = new RecentValues<Plan>(4)
 * const plan = plans.of(key, () => compile(query)) // compiled only if it is not among the last four
 */
export class RecentValues<V> {
  readonly #most: number
  /** In the order of their last use. */
  readonly #values = new Map<string, V>()

  constructor(most: number) {
    this.#most = most
  }

  /** The value of a key, which is made if it is not cached. */
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
