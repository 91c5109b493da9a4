/**
 * The body of a response with a known number of bytes. The file is opened before the headers are sent, so that this throws
 * if it cannot be read. It is read as fast as the client takes it, and closed when the client is gone (`gone`), even while
 * it waits for bytes. If it ends too early, `onError` is called and the response is aborted, so that nobody takes a part
 * for the whole.
 *
 * @example openBody((signal) => store.read(release, 'promises.csv', { signal }), 20_480, request.signal, onError)
 */
export async function openBody(
  open: (signal: AbortSignal) => AsyncIterable<Uint8Array>,
  bytes: number,
  gone: AbortSignal,
  onError: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const cancelled = new AbortController()
  const signal = AbortSignal.any([gone, cancelled.signal])
  const counted = exactly(open(signal), bytes)
  let first: IteratorResult<Uint8Array> | null = await counted.next()
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = first ?? (await counted.next())
          first = null
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          if (!signal.aborted) onError(error)
          throw error
        }
      },
      async cancel() {
        cancelled.abort()
        await counted.return()
      },
    },
    { highWaterMark: 0 }, // nothing is read ahead of the client
  )
}

async function* exactly(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array, void> {
  let read = 0
  for await (const chunk of chunks) {
    read += chunk.length
    if (read > bytes) break
    yield chunk
  }
  if (read !== bytes)
    throw new Error(`Expected a file of ${bytes} bytes, but read ${read > bytes ? 'more' : read}`)
}
