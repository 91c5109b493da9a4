/** Rows are passed on in chunks of this size: one row at a time, hashing or compressing would take thirty times as long. */
export const CHUNK_BYTES = 256 * 1024
