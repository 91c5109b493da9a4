import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type Contents, inChunks } from './chunks.ts'
import { DEFLATE_LEVEL } from './compressed-copies.ts'

/** One file of an archive. */
export interface ZipPart {
  readonly name: string
  readonly contents: Contents
  /** Whether its format is compressed, so that it is stored as it is. */
  readonly isPacked?: boolean
}

/** The archive has a time for each part in local time: always this one, the earliest possible. */
const NO_TIME = new Date(1980, 0, 1)

/** An archive of parts, each read in its turn. The same parts give the same bytes, whatever their chunks. */
export async function* zipOf(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    written.push(data)
  })
  for (const { name, contents, isPacked = false } of parts) {
    const part = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: DEFLATE_LEVEL })
    part.mtime = NO_TIME
    zip.add(part)
    // Chunks of one size, since the compression depends on the chunks.
    for await (const chunk of inChunks(contents)) {
      part.push(chunk)
      yield* written.splice(0)
    }
    part.push(new Uint8Array(), true)
    yield* written.splice(0)
  }
  zip.end()
  yield* written
}
