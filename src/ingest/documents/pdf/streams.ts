import { inflateSync } from 'node:zlib'
import { Unreadable } from '../../unreadable.ts'

/** What one stream of a PDF may come to, unpacked: more than any page's words or picture needs. */
export const STREAM_BYTES_MAX = 100 * 1024 * 1024

/** What deflate packs best becomes 1/1032. A stream below this can't pass the limit. */
const HARMLESS_BYTES = Math.floor(STREAM_BYTES_MAX / 1032)

/** Throws for a PDF in which a stream, unpacked, would fill the memory. */
export function refuseLargeStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const end = file.indexOf('endstream', at + 6)
    if (end < 0) return
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1)
    if (end - start > HARMLESS_BYTES) refuseLarge(file.subarray(start, end))
    at = file.indexOf('stream', end + 9)
  }
}

function refuseLarge(stream: Uint8Array): void {
  try {
    inflateSync(stream, { maxOutputLength: STREAM_BYTES_MAX })
  } catch (cause) {
    // Other errors: it is packed in another way, or not at all.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable(
        `The PDF has a part of more than ${STREAM_BYTES_MAX / 1024 / 1024} MB when unpacked; print it into a new PDF.`,
        { cause },
      )
  }
}
