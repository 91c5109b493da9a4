import { GraphQLError } from 'graphql'
import { limits, refusal } from './limits.ts'

/** Headers of a refusal that does not wait for what is left of the body. */
export const CLOSING = { connection: 'close' }

/** The bytes of a body. Refuses one that is too large, or takes too long to arrive. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.body.value) {
    throw refusal('body', undefined, CLOSING)
  }
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(refusal('bodyMs', undefined, CLOSING)), limits.bodyMs.value)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read().catch(brokenOff), late.promise])
      if (done) return Buffer.concat(chunks)
      size += value.byteLength
      if (size > limits.body.value) throw refusal('body', undefined, CLOSING)
      chunks.push(value)
    }
  } finally {
    // The body is not cancelled: that would end the connection before the answer is sent.
    clearTimeout(timer)
  }
}

/** Whoever sends a body may go away before its end: that is no fault of ours. */
function brokenOff(): never {
  throw new GraphQLError('The body broke off; send it again', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400, headers: CLOSING } },
  })
}
