/** A set of record numbers below a limit, with one bit for each possible number. */
export class NumberSet {
  readonly #bits: Uint8Array

  constructor(numbers: Iterable<number>, size: number) {
    this.#bits = new Uint8Array(Math.ceil(size / 8))
    for (const number of numbers) {
      const byte = number >>> 3
      this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (number & 7))
    }
  }

  /** Its memory in bytes. */
  get bytes(): number {
    return this.#bits.byteLength
  }

  has(number: number): boolean {
    return ((this.#bits[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0
  }
}
