/** The first few items in an order, and the total number, so that little memory is needed. */
export class Shortlist<T extends { readonly order: string }> {
  readonly #most: number
  readonly kept: T[] = []
  count = 0

  constructor(most: number) {
    this.#most = most
  }

  add(item: T): void {
    this.count += 1
    const at = this.kept.findLastIndex(({ order }) => order <= item.order) + 1
    if (at >= this.#most) return
    this.kept.splice(at, 0, item)
    if (this.kept.length > this.#most) this.kept.pop()
  }
}
