import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, createZstdCompress } from 'node:zlib'
import { CHUNK_BYTES } from '../database/chunk-bytes.ts'
import { type Contents, inChunks } from './chunks.ts'
import { COMPRESSED } from './manifest.ts'

/** What a release tells of each of its files. */
export interface Written {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** From this size on, a file is released compressed too, with `.zst` after its name. */
export const LARGE_BYTES = 5 * 1024 * 1024

/** The level at which zstd keeps pace with the database; higher ones make files little smaller. */
const LEVEL = 3

/** It looks back 128 KiB: with the megabytes of the level, its tables fit in no core's cache and take twice the time. */
const WINDOW_LOG = 17

// The types of Node lack `highWaterMark`, which is an option of every stream.
const OPTIONS = {
  params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_windowLog]: WINDOW_LOG },
  chunkSize: CHUNK_BYTES,
  highWaterMark: CHUNK_BYTES,
}

/** Files that are compressed in themselves. */
const COMPRESSED_IN_THEMSELVES = /\.(parquet|xlsx)$/

/** Writes a file in `folder`, and where it turns out large its compressed copy. */
export async function storeFile(folder: string, name: string, contents: Contents): Promise<Written[]> {
  const file = await open(join(folder, name), 'wx')
  try {
    return await follow(folder, name, contents, (chunk) => file.writeFile(chunk))
  } finally {
    await file.close()
  }
}

/** What there is to tell of a file that something else wrote; makes its compressed copy where it is large. */
export async function measureFile(folder: string, name: string): Promise<Written[]> {
  const file = await open(join(folder, name))
  try {
    return await follow(folder, name, file.createReadStream({ autoClose: false }), async () => {})
  } finally {
    await file.close()
  }
}

/**
 * Reads contents once: each chunk is counted, hashed, handed on, and compressed once there are many. While one chunk
 * is being written the next is read and hashed.
 */
async function follow(
  folder: string,
  name: string,
  contents: Contents,
  handOn: (chunk: Uint8Array) => Promise<void>,
): Promise<Written[]> {
  const hash = createHash('sha256')
  let bytes = 0
  /** The beginning of a file of which nobody knows yet whether it is large. */
  let held: Uint8Array[] | null = COMPRESSED_IN_THEMSELVES.test(name) ? null : []
  let copy: CompressedCopy | null = null
  let handedOn = Promise.resolve()
  try {
    for await (const chunk of inChunks(contents)) {
      await handedOn
      handedOn = handOn(chunk)
      handedOn.catch(() => {}) // thrown when it is awaited
      hash.update(chunk)
      bytes += chunk.length
      held?.push(chunk)
      if (held && bytes >= LARGE_BYTES) {
        copy = await CompressedCopy.begin(folder, name)
        for (const part of held) await copy.write(part)
        held = null
      } else if (copy) await copy.write(chunk)
    }
    await handedOn
    const own = { path: name, bytes, sha256: hash.digest('hex') }
    return copy ? [own, await copy.end()] : [own]
  } finally {
    await handedOn.catch(() => {})
    await copy?.close()
  }
}

/** The compressed copy of a file, written while the file itself is. */
class CompressedCopy {
  readonly #name: string
  readonly #file: FileHandle
  readonly #zstd = createZstdCompress(OPTIONS)
  readonly #written: Promise<Written>
  #taking: Promise<void> = Promise.resolve()

  private constructor(name: string, file: FileHandle) {
    this.#name = name
    this.#file = file
    this.#written = this.#save()
    this.#written.catch(() => {}) // told by `write` or `end`
  }

  static async begin(folder: string, name: string): Promise<CompressedCopy> {
    const path = `${name}.${COMPRESSED.extension}`
    return new CompressedCopy(path, await open(join(folder, path), 'wx'))
  }

  /** Hands a chunk on once the one before has been taken. */
  async write(chunk: Uint8Array): Promise<void> {
    await this.#taken()
    this.#taking = new Promise((resolve, reject) => {
      this.#zstd.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
    this.#taking.catch(() => {}) // thrown when it is awaited
  }

  /** Ends the copy. What comes with the end is compressed in another way than what came before it: so nothing does. */
  async end(): Promise<Written> {
    await this.#taken()
    this.#zstd.end()
    return this.#written
  }

  async #taken(): Promise<void> {
    // Where the file can't be written, waiting would be for ever.
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
