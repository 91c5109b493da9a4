import { inflateSync } from 'node:zlib'
import { Unreadable } from '../../unreadable.ts'

/** The largest size of one decompressed stream of a PDF: more than the text or a picture of any page needs. */
export const STREAM_BYTES_MAX = 100 * 1024 * 1024
/** The largest size of all together: embedded files are decompressed together. */
export const STREAMS_BYTES_MAX = 1024 * 1024 * 1024

/** The best compression ratio of deflate. */
const LONGER = 1032

/**
 * Refuses a PDF whose decompressed streams would fill the memory.
 *
 * @throws {Unreadable} when one stream, or all of them together, are too large unpacked.
 */
export function refuseLargeStreams(bytes: Uint8Array): void {
  const streams = streamsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const most = streams.reduce((sum, { length }) => sum + length * LONGER, 0)
  let all = 0
  for (const stream of streams) {
    if (most <= STREAMS_BYTES_MAX && stream.length * LONGER <= STREAM_BYTES_MAX) continue
    const length = unpackedLength(stream)
    all += length
    if (length > STREAM_BYTES_MAX) throw tooLargePdf('a part', STREAM_BYTES_MAX)
    if (all > STREAMS_BYTES_MAX) throw tooLargePdf('parts', STREAMS_BYTES_MAX)
  }
}

function streamsOf(file: Buffer): Buffer[] {
  const streams: Buffer[] = []
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const end = file.indexOf('endstream', at + 6)
    if (end < 0) break
    streams.push(file.subarray(at + 6 + (file[at + 6] === 0x0d ? 2 : 1), end))
    at = file.indexOf('stream', end + 9)
  }
  return streams
}

/** The decompressed length of a stream, or more than the limit; 0 if it is not compressed, or in another way. */
function unpackedLength(stream: Uint8Array): number {
  try {
    return inflateSync(stream, { maxOutputLength: STREAM_BYTES_MAX }).length
  } catch (cause) {
    const isLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    return isLarge ? STREAM_BYTES_MAX + 1 : 0
  }
}

function tooLargePdf(what: string, most: number): Unreadable {
  const megabytes = most / 1024 / 1024
  return new Unreadable(
    `The PDF has ${what} of more than ${megabytes} MB when unpacked; print it to a new PDF.`,
  )
}
