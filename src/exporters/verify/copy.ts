import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A copy of a release, in a folder or on a server. */
export interface Copy {
  /** Its name in messages. */
  readonly place: string
  /** The name of its folder or address. */
  readonly name: string
  /** The names of all files in it, or null if they cannot be listed. */
  names(): Promise<readonly string[] | null>
  /**
   * The bytes of a file, up to a maximum, or null if it does not exist. Throws if they cannot
   * be read, at once or later.
   */
  open(file: string, mostBytes: number): Promise<AsyncIterable<Uint8Array> | null>
  /** Another copy beside it, by name, if there is one. */
  beside(name: string): Copy
  /** A copy within it, if this is a folder of releases. */
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
      if (found && !found.isFile()) throw new Error('is not a file') // to open a pipe would wait for ever
      return found && createReadStream(path)
    },
    beside: (name) => copyInFolder(join(dirname(folder), name)),
    within: (name) => copyInFolder(join(folder, name)),
  }
}

/** Reads a file that lists or signs others. Null if it does not exist. */
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

/** The maximum size of a file that is read into memory. */
const LIST_BYTES = 16 * 1024 * 1024
