import { isUtf8 } from 'node:buffer'
import robotsParser, { type Robot } from 'robots-parser'
import { quoted } from '../../common/quoted.ts'
import { Unreadable } from '../unreadable.ts'
import { HostTurns } from './host-turns.ts'
import { NotFetched, retryAfterMs } from './not-fetched.ts'
import { DOCUMENT_BYTES_MAX } from './read-document.ts'
import { get, type HttpResponse, type RequestLimits } from './request.ts'

/** How the program identifies itself to the sites that it visits. */
export const USER_AGENT = 'medborgarloften/0.1 (open data on citizen promises)'

/** The limits of a document. */
export const DOCUMENT_LIMITS: RequestLimits = { bytesMax: DOCUMENT_BYTES_MAX, timeoutMs: 60_000 }
/** The limits of a robots.txt; RFC 9309 requires at least 500 KiB to be read. */
const ROBOTS_LIMITS: RequestLimits = { bytesMax: 500 * 1024, timeoutMs: 15_000 }
export const REDIRECTS_MAX = 5
/** Addresses longer than this do not lead to documents, and are slow to compare with a long robots.txt. */
const ADDRESS_LENGTH_MAX = 2_000
/** The pause between two requests to one host, unless it asks for a longer one. */
export const PAUSE_MS = 1_000
/** The longest pause between requests that a host is granted. */
const PAUSE_MS_MAX = 30_000

export interface VisitorOptions {
  readonly allowPrivateAddresses?: boolean
  readonly documentLimits?: RequestLimits
  readonly pauseMs?: number
  /** Whose turn it is at each host, if other processes must know that too. */
  readonly turns?: HostTurns
  /** Aborts all requests. */
  readonly stopping?: AbortSignal
}

/** A response, and its final address. */
export interface Visit extends HttpResponse {
  readonly url: string
}

/** Visits sites politely: asks each host's robots.txt once, and sends one request at a time, with pauses. */
export class Visitor {
  readonly #allowPrivateAddresses: boolean
  readonly #limits: RequestLimits
  readonly #pauseMs: number
  readonly #robots = new Map<string, Promise<Robot>>()
  readonly #turns: HostTurns
  readonly #stopping: AbortSignal | undefined

  constructor({
    allowPrivateAddresses = false,
    documentLimits = DOCUMENT_LIMITS,
    pauseMs = PAUSE_MS,
    turns = new HostTurns(),
    stopping,
  }: VisitorOptions = {}) {
    this.#allowPrivateAddresses = allowPrivateAddresses
    this.#limits = documentLimits
    this.#pauseMs = pauseMs
    this.#turns = turns
    this.#stopping = stopping
  }

  /**
   * Fetches a document, following redirects, each of which is checked like the first address.
   *
   * @throws {Unreadable} when the address is not allowed, does not answer with a document, or redirects too many times.
   */
  async visit(address: string, headers: { readonly [name: string]: string }): Promise<Visit> {
    let url = parseAddress(address)
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      const robots = await this.#robotsOf(url)
      if (robots.isAllowed(url.href, USER_AGENT) === false)
        throw new NotFetched(
          `${url.href}: the site's robots.txt asks programs to stay away; save the document from a browser and give the file.`,
          { fault: 'closed', sort: 'robots.txt' },
        )
      const askedMs = (robots.getCrawlDelay(USER_AGENT) ?? 0) * 1000
      const pauseMs = Math.min(Math.max(this.#pauseMs, askedMs), PAUSE_MS_MAX)
      const answer = await this.#getInTurn(url, headers, this.#limits, pauseMs)
      const next = redirectOf(answer)
      if (next === null) return { ...answer, url: url.href }
      url = parseAddress(next, url)
    }
    throw new Unreadable(
      `${address} redirects more than ${REDIRECTS_MAX} times; open it in a browser and give the final address.`,
    )
  }

  async #getInTurn(
    url: URL,
    headers: { readonly [name: string]: string },
    limits: RequestLimits,
    pauseMs: number,
  ): Promise<HttpResponse> {
    const all = { ...headers, 'user-agent': USER_AGENT }
    const means = { allowPrivateAddresses: this.#allowPrivateAddresses, stopping: this.#stopping }
    const endTurn = await this.#turns.take(url.host, pauseMs)
    try {
      const answer = await get(url, all, limits, means)
      const waitMs = answer.status === 200 ? null : retryAfterMs(answer.headers['retry-after'], Date.now())
      if (waitMs !== null) this.#turns.stayAway(url.host, Date.now() + waitMs)
      return answer
    } finally {
      endTurn()
    }
  }

  #robotsOf(url: URL): Promise<Robot> {
    const known = this.#robots.get(url.origin)
    if (known) return known
    const robots = this.#fetchRobots(url)
    this.#robots.set(url.origin, robots)
    // Failed requests are repeated.
    robots.catch(() => this.#robots.delete(url.origin))
    return robots
  }

  /** A site without robots.txt allows everything; one whose robots.txt cannot be fetched allows nothing (RFC 9309). */
  async #fetchRobots(site: URL): Promise<Robot> {
    let url = new URL('/robots.txt', site)
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      const answer = await this.#getInTurn(url, {}, ROBOTS_LIMITS, 0)
      const next = redirectOf(answer)
      if (next !== null) {
        url = parseAddress(next, url)
        continue
      }
      if (answer.status >= 500)
        throw new NotFetched(
          `${url.href} responded with status ${answer.status}, so it is not known what the site allows; try again later.`,
          {
            fault: 'later',
            sort: `robots.txt: status ${answer.status}`,
            retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()),
          },
        )
      const rules = answer.status === 200 ? Buffer.from(answer.body).toString('utf8') : ''
      return parseRobots(new URL('/robots.txt', site).href, rules)
    }
    return parseRobots(url.href, '')
  }
}

function redirectOf({ status, headers }: HttpResponse): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return null
  return decodeLocation(headers.location)
}

/** Node decodes each byte of a header as one letter. Servers send UTF-8; bytes that are not UTF-8 are returned as they are. */
function decodeLocation(header: string): string {
  const bytes = Buffer.from(header, 'latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return header.replace(/[\x80-\xff]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The library is CommonJS, but its types say otherwise. */
const parseRobots = robotsParser as unknown as (url: string, rules: string) => Robot

function parseAddress(address: string, base?: URL): URL {
  const url = address.length <= ADDRESS_LENGTH_MAX ? URL.parse(address, base) : null
  if (!url)
    throw new Unreadable(
      `${quoted(address)} is not a valid address; write an address such as https://www.example.se/lofte.`,
    )
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Unreadable(`${url.href} is not an http or https address; give one, or the path of a file.`)
  if (url.username !== '' || url.password !== '')
    throw new Unreadable(
      `${url.host}: the address contains a user name or password; give an address that anyone can open.`,
    )
  return url
}
