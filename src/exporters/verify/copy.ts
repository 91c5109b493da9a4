import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A copy of a release, wherever it is. */
export interface Copy {
  /** Its name in messages. */
  readonly place: string
  /** The name that it stands under. */
  readonly name: string
  /** The names of all files in it, or null where nobody tells. */
  names(): Promise<readonly string[] | null>
  /**
   * The bytes of a file, or null where there is none. Whoever reads them takes so many at most. Throws where they can't
   * be read, at once or on the way.
   */
  open(file: string, mostBytes: number): Promise<AsyncIterable<Uint8Array> | null>
  /** The copy that stands beside it under another name, if there is one. */
  beside(name: string): Copy
  /** The copy that stands in it, if this is no release but holds some. */
  within(name: string): Copy
}

/** A copy in a folder of this machine. */
export function copyInFolder(folder: string): Copy {
  return {
    place: folder,
    name: basename(folder),
    names: () => readdir(folder),
    async open(file) {
      const path = join(folder, file)
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
        throw error
      })
      if (found && !found.isFile()) throw new Error('is no file') // to open a pipe would wait for ever
      return found && createReadStream(path)
    },
    beside: (name) => copyInFolder(join(dirname(folder), name)),
    within: (name) => copyInFolder(join(folder, name)),
  }
}

/** Reads a file that lists or signs others. Null where there is none. */
export async function readListed({ open }: Copy, file: string): Promise<Buffer | null> {
  const chunks = await open(file, LIST_BYTES)
  if (!chunks) return null
  const read: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > LIST_BYTES) throw new Error(`has more than ${LIST_BYTES} bytes`)
    read.push(chunk)
  }
  return Buffer.concat(read)
}

/** The most that is read into memory of a file. */
const LIST_BYTES = 16 * 1024 * 1024
