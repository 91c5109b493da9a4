import { createHash, type Hash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Compression } from '../compressions.ts'
import { counterOf } from './rows.ts'

/** What was measured of some bytes. */
export interface Seen {
  readonly bytes: number
  readonly sha256: string
}

/** What was measured of a file. */
interface SeenFile extends Seen {
  /** Its number of rows, if they are counted. */
  readonly rows: number | null
}

/** Thrown when there are more bytes than expected; the rest was not read. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Reads a file once, up to a number of bytes, and passes them to `follow`. Throws `TooLong`. */
export async function examine(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  mostBytes: number,
  follow: ((chunk: Uint8Array) => void) | null = null,
): Promise<SeenFile> {
  const rows = counterOf(file)
  const sight = new Sight(mostBytes)
  for await (const chunk of chunks) {
    sight.take(chunk)
    rows?.take(chunk)
    follow?.(chunk)
  }
  return { ...sight.seen(), rows: rows?.count() ?? null }
}

/**
 * Reads a compressed file and its unpacked contents once, each up to a number of bytes. If it cannot be unpacked completely,
 * `unpacked` is the reason, and `own` is null unless the file itself was read to its end.
 */
export async function examineCompressed(
  chunks: AsyncIterable<Uint8Array>,
  { unpacker }: Compression,
  most: { readonly bytes: number; readonly unpacked: number },
): Promise<{ own: Seen | null; unpacked: Seen | Error }> {
  const [own, unpacked] = [new Sight(most.bytes), new Sight(most.unpacked)]
  let failure: unknown
  let isRead = false
  async function* packed() {
    try {
      for await (const chunk of chunks) {
        own.take(chunk)
        yield chunk
      }
      isRead = true
    } catch (error) {
      failure = error
      throw error
    }
  }
  try {
    await pipeline(packed, unpacker(), async (plain: AsyncIterable<Uint8Array>) => {
      for await (const chunk of plain) unpacked.take(chunk)
    })
    return { own: own.seen(), unpacked: unpacked.seen() }
  } catch (error) {
    if (failure !== undefined) throw failure
    return {
      own: isRead ? own.seen() : null,
      unpacked: error instanceof Error ? error : new Error(String(error)),
    }
  }
}

/** Measures bytes as they pass. */
class Sight {
  readonly #most: number
  readonly #hash: Hash = createHash('sha256')
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  take(chunk: Uint8Array): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#most) throw new TooLong(`has more than ${this.#most} bytes`)
    this.#hash.update(chunk)
  }

  seen(): Seen {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}
