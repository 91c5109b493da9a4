import { CHUNK_BYTES } from '../common/chunk-bytes.ts'

/** What a file is written from: text or bytes, in pieces of any size. */
export type Contents = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** Contents in chunks of exactly `CHUNK_BYTES`, except the last one, for consumers whose output depends on the chunks. */
export async function* inChunks(contents: Contents): AsyncGenerator<Uint8Array> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let filled = 0
  for await (const part of inPieces(contents)) {
    if (filled === 0 && part.length === CHUNK_BYTES) {
      yield part
      continue
    }
    for (let taken = 0; taken < part.length; ) {
      const piece = part.subarray(taken, taken + CHUNK_BYTES - filled)
      chunk.set(piece, filled)
      filled += piece.length
      taken += piece.length
      if (filled < CHUNK_BYTES) continue
      yield chunk
      chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      filled = 0
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** Contents as bytes; many short texts are turned into bytes together. */
async function* inPieces(contents: Contents): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const part of contents) {
    if (typeof part === 'string') {
      text += part
      if (text.length < CHUNK_BYTES) continue
      yield Buffer.from(text)
      text = ''
    } else {
      if (text !== '') yield Buffer.from(text)
      text = ''
      yield part
    }
  }
  if (text !== '') yield Buffer.from(text)
}
