import { limits, refusal } from './limits.ts'

/** The bytes of a body. Refuses one that is too large, or takes too long to arrive. */
export async function readBody(request: Request): Promise<Uint8Array> {
  // What is left of the body is not waited for.
  const closing = { connection: 'close' }
  if (Number(request.headers.get('content-length') ?? 0) > limits.body.value) {
    throw refusal('body', undefined, closing)
  }
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(refusal('bodyMs', undefined, closing)), limits.bodyMs.value)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.promise])
      if (done) return Buffer.concat(chunks)
      size += value.byteLength
      if (size > limits.body.value) throw refusal('body', undefined, closing)
      chunks.push(value)
    }
  } finally {
    // The body is not cancelled: that would end the connection before the answer is sent.
    clearTimeout(timer)
  }
}
