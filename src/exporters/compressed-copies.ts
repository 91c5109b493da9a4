import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, createZstdCompress } from 'node:zlib'
import { Gzip } from 'fflate'
import { CHUNK_BYTES } from '../common/chunk-bytes.ts'
import { compressions } from './compressions.ts'
import type { Written } from './manifest.ts'

/** A compressed copy of a file, written while the file itself is. */
export interface CompressedCopy {
  write(chunk: Uint8Array): Promise<void>
  /** Ends the copy, and returns its description. */
  end(): Promise<Written>
  close(): Promise<void>
}

/** Starts the compressed copies of a file in a folder, one of each kind. */
export async function beginCopies(folder: string, name: string): Promise<CompressedCopy[]> {
  const copies: CompressedCopy[] = []
  for (const { extension, coding } of compressions) {
    const path = `${name}.${extension}`
    const file = await open(join(folder, path), 'wx')
    copies.push(coding === 'zstd' ? new ZstdCopy(path, file) : new GzipCopy(path, file))
  }
  return copies
}

/** The level at which zstd keeps pace with the database; higher ones make files little smaller. */
const ZSTD_LEVEL = 3

/**
 * The window is 128 KiB: with the megabytes of the level, its tables would not fit into the cache of a core and take twice
 * the time.
 */
const WINDOW_LOG = 17

// The types of Node lack `highWaterMark`, which is an option of every stream.
const OPTIONS = {
  params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL, [constants.ZSTD_c_windowLog]: WINDOW_LOG },
  chunkSize: CHUNK_BYTES,
  highWaterMark: CHUNK_BYTES,
}

/** The level of deflate, in gzip and zip, above which a file takes half as long again and becomes a few hundredths smaller. */
export const DEFLATE_LEVEL = 3

/** gzip, in JavaScript: Node's own has different code for each kind of processor, with no guarantee of the same bytes. */
class GzipCopy implements CompressedCopy {
  readonly #name: string
  readonly #file: FileHandle
  readonly #gzip = new Gzip({ level: DEFLATE_LEVEL, mtime: 0 })
  readonly #hash = createHash('sha256')
  #packed: Uint8Array[] = []
  #bytes = 0

  constructor(name: string, file: FileHandle) {
    this.#name = name
    this.#file = file
    this.#gzip.ondata = (packed) => this.#packed.push(packed)
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#gzip.push(chunk)
    await this.#save()
  }

  async end(): Promise<Written> {
    this.#gzip.push(new Uint8Array(), true)
    await this.#save()
    return { path: this.#name, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #save(): Promise<void> {
    for (const packed of this.#packed.splice(0)) {
      this.#hash.update(packed)
      this.#bytes += packed.length
      await this.#file.writeFile(packed)
    }
  }
}

/** zstd, in a thread of Node while the next chunk is read. */
class ZstdCopy implements CompressedCopy {
  readonly #name: string
  readonly #file: FileHandle
  readonly #zstd = createZstdCompress(OPTIONS)
  readonly #written: Promise<Written>
  #taking: Promise<void> = Promise.resolve()

  constructor(name: string, file: FileHandle) {
    this.#name = name
    this.#file = file
    this.#written = this.#save()
    this.#written.catch(() => {}) // told by `write` or `end`
  }

  /** Passes a chunk on after the previous one has been accepted. */
  async write(chunk: Uint8Array): Promise<void> {
    await this.#taken()
    this.#taking = new Promise((resolve, reject) => {
      this.#zstd.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
    this.#taking.catch(() => {}) // thrown when it is awaited
  }

  /** Ends the copy, without a last chunk, which would be compressed differently from the others. */
  async end(): Promise<Written> {
    await this.#taken()
    this.#zstd.end()
    return this.#written
  }

  async #taken(): Promise<void> {
    // If the file cannot be written, waiting would never end.
    await Promise.race([this.#taking, this.#written])
  }

  async close(): Promise<void> {
    this.#zstd.destroy()
    await this.#file.close()
  }

  async #save(): Promise<Written> {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of this.#zstd) {
      hash.update(chunk)
      bytes += chunk.length
      await this.#file.writeFile(chunk)
    }
    return { path: this.#name, bytes, sha256: hash.digest('hex') }
  }
}
