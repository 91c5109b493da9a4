/** Rows are handed on in chunks of this size: a row at a time, hashing or compressing takes thirty times as long. */
export const CHUNK_BYTES = 256 * 1024
