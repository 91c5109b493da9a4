import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Compression } from '../compressions.ts'
import { DeltaRefused } from './shape.ts'

/** A row of JSON Lines: values by the names of the columns. */
export type FileRow = { readonly [column: string]: unknown }

/** The lines of a text, one at a time, with at most one chunk in memory. */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #lines: string[] = []
  #at = 0
  /** The text after the last line break so far. */
  #begun = ''
  #isOver = false
  #row: FileRow | null = null

  private constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Starts at the first line. */
  static async of(chunks: AsyncIterable<Uint8Array>): Promise<LineReader> {
    const lines = new LineReader(chunks)
    await lines.#fill()
    return lines
  }

  /** The current line, or null after the last. */
  get line(): string | null {
    return this.#lines[this.#at] ?? null
  }

  /** The line as a row. */
  get row(): FileRow | null {
    if (this.line === null) return null
    this.#row ??= JSON.parse(this.line) as FileRow // our own files have one object per line
    return this.#row
  }

  /** Moves to the next line. Only now and then is there something to wait for. */
  next(): Promise<void> | undefined {
    this.#row = null
    this.#at += 1
    return this.#at < this.#lines.length ? undefined : this.#fill()
  }

  /** Stops reading. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #fill(): Promise<void> {
    this.#at = 0
    this.#lines = []
    while (this.#lines.length === 0 && !this.#isOver) {
      const { done, value } = await this.#chunks.next()
      this.#isOver = done === true
      const text = this.#begun + this.#decoded(value)
      this.#lines = text.split('\n')
      this.#begun = done ? '' : (this.#lines.pop() ?? '')
      if (done && this.#lines.at(-1) === '') this.#lines.pop()
    }
  }

  #decoded(chunk: Uint8Array | undefined): string {
    try {
      return this.#decoder.decode(chunk, { stream: chunk !== undefined })
    } catch (error) {
      throw new DeltaRefused('A file is not valid UTF-8', { cause: error })
    }
  }
}

/**
 * The bytes of a compressed file.
 *
 * @throws {DeltaRefused} when the file cannot be unpacked.
 */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  { unpacker }: Compression,
): AsyncGenerator<Uint8Array> {
  try {
    yield* Readable.from(bytes).compose(unpacker())
  } catch (error) {
    const isOfZlib = error instanceof Error && 'code' in error && /^(ZSTD|Z)_/.test(String(error.code))
    if (!isOfZlib) throw error
    throw new DeltaRefused(`A compressed file cannot be unpacked: ${error.message}`, { cause: error })
  }
}

/**
 * The same bytes.
 *
 * @throws {DeltaRefused} when they do not have the checksum, after the last of them.
 */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  sha256: string,
  fault: () => Error,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw fault()
}
