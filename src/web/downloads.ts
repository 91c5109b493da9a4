/** Counts downloads of release files. */
export class Downloads {
  /** How many files were sent in full, in part, or not at all since the client has them. */
  readonly sent = { whole: 0, part: 0, unchanged: 0 }
  /** How many bytes clients have taken, of complete and aborted downloads. */
  bytes = 0

  count(status: number): void {
    if (status === 200) this.sent.whole++
    if (status === 206) this.sent.part++
    if (status === 304) this.sent.unchanged++
  }

  /** The chunks of a file, counted as they are taken. */
  async *counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      yield chunk
      this.bytes += chunk.length
    }
  }
}
