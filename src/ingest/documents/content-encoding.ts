import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { quoted } from '../../common/quoted.ts'

/** The codings that we accept, most preferred first. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br'

/** One coding is usual; two occur when a proxy compresses what was already compressed. */
export const CODINGS_MAX = 4

type Unpack = (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>

const unpackGzip: Unpack = promisify(gunzip)
const unpackDeflate: Unpack = promisify(inflate)
const unpackBareDeflate: Unpack = promisify(inflateRaw)
const unpackBrotli: Unpack = promisify(brotliDecompress)
const unpackZstd: Unpack = promisify(zstdDecompress)

/** Codings that are not decoded here (from IANA's list, and others that servers have sent). */
const OTHER_CODINGS = new Set(
  'compress x-compress bzip2 x-bzip2 lzma xz aes128gcm dcb dcz exi pack200-gzip sdch'.split(' '),
)

/**
 * Decodes a body, undoing the last coding first; null if the result exceeds `bytesMax`.
 *
 * Servers also send values that are not codings: a charset, "none", or an empty value. Like browsers, we ignore them. A
 * body declared as gzip that does not begin as gzip was never compressed, or was decompressed on its way.
 */
export async function unpackBody(
  body: Uint8Array,
  encoding: string,
  bytesMax: number,
): Promise<Uint8Array | null> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
  if (codings.length > CODINGS_MAX)
    throw new Error(`it is compressed ${codings.length} times; at most ${CODINGS_MAX} are supported`)
  let unpacked = body
  for (const coding of codings.reverse()) {
    const unpackOne = unpacker(coding, unpacked)
    if (!unpackOne) continue
    try {
      unpacked = await unpackOne(unpacked, { maxOutputLength: bytesMax })
    } catch (cause) {
      if (cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') return null
      throw cause
    }
  }
  return unpacked
}

function unpacker(coding: string, body: Uint8Array): Unpack | null {
  if (body.length === 0) return null // a 304 names the coding of a body that it does not send
  const [first = 0, second = 0] = body
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return first === 0x1f && second === 0x8b ? unpackGzip : null
    case 'deflate':
      // Some servers leave out the zlib wrapper that identifies the format.
      return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0 ? unpackDeflate : unpackBareDeflate
    case 'br':
      return unpackBrotli
    case 'zstd':
      return unpackZstd
  }
  if (OTHER_CODINGS.has(coding)) throw new Error(`its compression ${quoted(coding)} is not supported`)
  return null
}
