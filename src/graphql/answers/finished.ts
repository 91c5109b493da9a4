import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from './form.ts'
import { RESPONSE_TYPE } from './media-types.ts'
import type { Reply } from './request.ts'

/** Responses with fewer bytes are not worth compressing. */
const LEAST_COMPRESSED_BYTES = 1024

/** Fast enough to compress while a client waits, and still smaller than gzip. */
const BROTLI_QUALITY = 5

/** The memory of a response besides its bytes: its hash, maps, and buffers, which are outside of the heap. */
const ANSWER_BYTES = 1_150
/** The memory of the headers of one form. */
const REPLY_BYTES = 500

/** A response that stays the same as long as the data do, with its compressed forms. */
export class Finished {
  readonly body: Buffer
  #hash: string | undefined
  readonly #replies = new Map<string, Reply>()
  readonly #forms = new Map<Coding, Buffer>()
  readonly #underWay = new Map<Coding, Promise<Buffer>>()
  readonly #onGrowth: () => void

  /** `onGrowth` is called when its memory has grown. */
  constructor(body: Buffer, onGrowth: () => void = () => {}) {
    this.body = alone(body)
    this.#onGrowth = onGrowth
  }

  /** Its memory in bytes. */
  get bytes(): number {
    let bytes = this.body.length + ANSWER_BYTES + REPLY_BYTES * this.#replies.size
    for (const form of this.#forms.values()) bytes += form.length
    return bytes
  }

  /** The coding in which it is sent to a client that prefers this one: small responses are not compressed. */
  codingFor(wanted: Coding): Coding {
    return this.body.length < LEAST_COMPRESSED_BYTES ? 'identity' : wanted
  }

  /** The strong ETag of one form (RFC 9110, 8.8.1): other bytes or another media type have another tag. */
  etag(coding: Coding, mediaType: string): string {
    this.#hash ??= createHash('sha256').update(this.body).digest('base64url').slice(0, 27)
    const type = mediaType === RESPONSE_TYPE ? '-response' : ''
    return coding === 'identity' ? `"${this.#hash}${type}"` : `"${this.#hash}${type}-${coding}"`
  }

  /** The bytes of a form; a promise if they have to be compressed first. */
  form(coding: Coding): Buffer | Promise<Buffer> {
    if (coding === 'identity') return this.body
    const form = this.#forms.get(coding) ?? this.#underWay.get(coding)
    if (form) return form
    const making = (coding === 'br' ? toBrotli(this.body) : toGzip(this.body)).then((made) => {
      const form = alone(made)
      this.#forms.set(coding, form)
      this.#underWay.delete(coding)
      this.#onGrowth()
      return form
    })
    this.#underWay.set(coding, making)
    return making
  }

  /** The value for all requests of one kind, such as headers: computed once, by `make`. */
  reply(way: string, make: () => Reply | Promise<Reply>): Reply | Promise<Reply> {
    const known = this.#replies.get(way)
    if (known) return known
    const made = make()
    const keep = (reply: Reply) => {
      this.#replies.set(way, reply)
      this.#onGrowth()
      return reply
    }
    return made instanceof Promise ? made.then(keep) : keep(made)
  }
}

/** Bytes with memory of their own. Node's pool shares memory between buffers, and keeps all of it while one of them is in use. */
function alone(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

const toBrotli = (body: Buffer) =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
const toGzip = promisify(gzip)
