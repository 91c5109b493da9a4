import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Contents, inChunks } from './chunks.ts'
import { beginCopies, type CompressedCopy } from './compressed-copies.ts'
import type { Written } from './manifest.ts'

/** From this size on, a file is also released compressed, with the ending of the compression after its name. */
export const LARGE_BYTES = 5 * 1024 * 1024

/** Whether the format of a file is compressed, by its name. */
export function isPacked(name: string): boolean {
  return /\.(parquet|png|xlsx|zip)$/.test(name)
}

/** Writes a file in `folder`, and its compressed copies if it turns out to be large. */
export async function storeFile(folder: string, name: string, contents: Contents): Promise<Written[]> {
  const file = await open(join(folder, name), 'wx')
  try {
    return await follow(folder, name, contents, (chunk) => file.writeFile(chunk))
  } finally {
    await file.close()
  }
}

/** Describes a file that something else wrote, and makes its compressed copies if it is large. */
export async function measureFile(folder: string, name: string): Promise<Written[]> {
  const file = await open(join(folder, name))
  try {
    return await follow(folder, name, file.createReadStream({ autoClose: false }), async () => {})
  } finally {
    await file.close()
  }
}

/**
 * Reads contents once: each chunk is counted, hashed and passed on, and compressed if there are many. While one chunk is
 * being written, the next is read and hashed.
 */
async function follow(
  folder: string,
  name: string,
  contents: Contents,
  handOn: (chunk: Uint8Array) => Promise<void>,
): Promise<Written[]> {
  const hash = createHash('sha256')
  let bytes = 0
  /** The beginning of a file until it is known whether it is large. */
  let held: Uint8Array[] | null = isPacked(name) ? null : []
  let copies: CompressedCopy[] = []
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
        copies = await beginCopies(folder, name)
        for (const part of held) for (const copy of copies) await copy.write(part)
        held = null
      } else for (const copy of copies) await copy.write(chunk)
    }
    await handedOn
    const own = { path: name, bytes, sha256: hash.digest('hex') }
    const written = [own]
    for (const copy of copies) written.push(await copy.end())
    return written
  } finally {
    await handedOn.catch(() => {})
    for (const copy of copies) await copy.close()
  }
}
