import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, crc32, deflateRaw, gzip } from 'node:zlib'
import type { Standing } from '../budget.ts'
import { RESPONSE_TYPE } from '../media-types.ts'
import type { Coding } from './form.ts'
import type { Reply } from './request.ts'

/** What is smaller than this many bytes is not worth compressing. */
export const LEAST_COMPRESSED_BYTES = 1024

/** Fast enough to compress while a client waits, and still smaller than gzip. */
const BROTLI_QUALITY = 5

/** What an answer that anybody may keep ends with: it tells nothing of one client's budget. */
const IMPERSONAL = '"remaining":null,"reset":null}}}'

/** The body of an answer to one client, as one that anybody may keep. */
export function impersonal(body: Buffer): Buffer {
  const text = body.toString()
  return Buffer.from(text.replace(/"remaining":(?:\d+|null),"reset":(?:\d+|null)}}}$/, IMPERSONAL))
}

/** An answer that stays the same for as long as the data do, with its compressed forms. */
export class Finished {
  readonly body: Buffer
  /** What it is given as, headers and all, by form. */
  readonly replies = new Map<string, Reply>()
  #hash: string | undefined
  readonly #forms = new Map<string, Buffer>()
  readonly #underWay = new Map<string, Promise<Buffer>>()
  readonly #onGrowth: () => void

  /** `onGrowth` is told when a compressed form has been made. */
  constructor(body: Buffer, onGrowth: () => void = () => {}) {
    this.body = body
    this.#onGrowth = onGrowth
  }

  /** How much memory it takes. */
  get bytes(): number {
    let bytes = this.body.length
    for (const form of this.#forms.values()) bytes += form.length
    return bytes
  }

  /** The coding in which it is given to a client that wants it in this one: small ones are not compressed. */
  codingFor(wanted: Coding): Coding {
    return this.body.length < LEAST_COMPRESSED_BYTES ? 'identity' : wanted
  }

  /** The strong validator of one form (RFC 9110, 8.8.1): other bytes, or bytes of another type, another tag. */
  etag(coding: Coding, mediaType: string): string {
    this.#hash ??= createHash('sha256').update(this.body).digest('base64url').slice(0, 27)
    const type = mediaType === RESPONSE_TYPE ? '-response' : ''
    return coding === 'identity' ? `"${this.#hash}${type}"` : `"${this.#hash}${type}-${coding}"`
  }

  /** The bytes of a form; a promise if they have to be made first. */
  form(coding: Coding): Buffer | Promise<Buffer> {
    if (coding === 'identity') return this.body
    return this.#made(coding, () => (coding === 'br' ? toBrotli(this.body) : toGzip(this.body)))
  }

  /** The bytes for one client, who is told what is left of its budget. */
  personal(coding: Coding, standing: Pick<Standing, 'remaining' | 'reset'> | null): Buffer | Promise<Buffer> {
    const end = this.body.length - IMPERSONAL.length
    if (standing === null || !this.body.includes(IMPERSONAL, end)) return this.form(coding)
    const tail = Buffer.from(`"remaining":${standing.remaining},"reset":${standing.reset}}}}`)
    const head = this.body.subarray(0, end)
    if (coding === 'identity') return Buffer.concat([head, tail])
    const whole = (begun: Buffer) => endGzip(begun, head, tail)
    const begun = this.#made('begun', () => beginGzip(head))
    return begun instanceof Promise ? begun.then(whole) : whole(begun)
  }

  #made(name: string, make: () => Promise<Buffer>): Buffer | Promise<Buffer> {
    const form = this.#forms.get(name) ?? this.#underWay.get(name)
    if (form) return form
    const making = make().then((made) => {
      this.#forms.set(name, made)
      this.#underWay.delete(name)
      this.#onGrowth()
      return made
    })
    this.#underWay.set(name, making)
    return making
  }
}

const toBrotli = (body: Buffer) =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
const toGzip = promisify(gzip)

/** A gzip member (RFC 1952) whose end is still open: deflated up to a whole byte. */
async function beginGzip(head: Buffer): Promise<Buffer> {
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  const deflated = await promisify(deflateRaw)(head, { finishFlush: constants.Z_SYNC_FLUSH })
  return Buffer.concat([header, deflated])
}

/** Ends a gzip member by some bytes as they are, in a last stored block (RFC 1951, 3.2.4). */
function endGzip(begun: Buffer, head: Buffer, tail: Buffer): Buffer {
  const block = Buffer.alloc(5)
  block.writeUInt8(1, 0)
  block.writeUInt16LE(tail.length, 1)
  block.writeUInt16LE(tail.length ^ 0xffff, 3)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(tail, crc32(head)), 0)
  trailer.writeUInt32LE((head.length + tail.length) % 2 ** 32, 4)
  return Buffer.concat([begun, block, tail, trailer])
}
