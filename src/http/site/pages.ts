import { setImmediate as endOfTurn } from 'node:timers/promises'
import { stockholmDay } from '../../common/stockholm.ts'
import type { EndpointAnswer } from '../../graphql/answers/endpoint.ts'
import { Finished } from '../../graphql/answers/finished.ts'
import { Room } from '../../graphql/answers/room.ts'
import { type AnyPageKind, type Made, Moved, type Setting } from '../../site/page-kind.ts'
import { frameQuery } from '../../site/queries/frame.graphql.ts'
import type { Ask, AskedQuery } from '../../site/query.ts'
import { Gate } from '../../web/gate.ts'
import type { Given } from '../given.ts'
import { wholeAnswer } from './ask.ts'

/** What is needed to make pages. */
interface PageMeans {
  /** Queries our own GraphQL, in the same process. */
  readonly ask: (query: string, variables: object) => Promise<EndpointAnswer>
  /** Identifies the data that answers are cached for: a different object as soon as the data may have changed. */
  readonly data: () => object
  /** Begins to watch whether the data stay the same: asked later, it tells whether all answers since come from one revision. */
  readonly watch: () => () => Promise<boolean>
  readonly url: string
  readonly publisher: Setting['publisher']
  /** The releases, the newest first. */
  readonly releases: () => Promise<Setting['releases']>
  /** Whether releases cannot be read. Pages are shown nevertheless. */
  readonly isStoreAway: (error: unknown) => boolean
  readonly now: () => Date
  /** The memory limit of cached pages. */
  readonly bytes: number
}

/** A requested page, in one of its forms. */
export interface PageRequest {
  readonly kind: AnyPageKind
  readonly language: Setting['language']
  readonly path: string
  readonly parameters: { readonly [name: string]: string }
  readonly search: URLSearchParams
  /** The page itself, or a file beside it such as index.json. */
  readonly form: PageForm
}

/** A form of a page, and how it is written. */
export interface PageForm {
  readonly name: string
  readonly mediaType: string
  write(
    made: Made,
    request: PageRequest,
    setting: Setting,
    asked: readonly AskedQuery[],
  ): string | Buffer | Promise<Buffer>
}

/** A page as it is cached and sent. */
export interface GivenPage extends Given {
  readonly since: Date
  /** The route under which it is counted. */
  readonly route: string
  /** Whether other sites may put it in a frame. */
  readonly isEmbed: boolean
}

/** How long a list of releases is used before it is read again. */
const RELEASES_MS = 10_000
/** How often a page is read if the data change meanwhile. */
const MOST_TRIES = 5
/** The memory of a page besides its bytes. */
const PAGE_BYTES = 300

/** How many pages are made at once, and how many wait. */
const AT_ONCE = { running: 8, waiting: 128 }

/** What all pages depend on: they are made again when it changes. */
interface Epoch {
  readonly day: string
  readonly data: object
  readonly releases: Setting['releases'] | null
  readonly since: Date
  readonly pages: Room<GivenPage>
}

/**
 * Makes pages, and caches them while the data, the day and the newest release stay the same. Cached pages and answers expire at
 * the same moment, so that nobody who has received an answer gets a page of older data.
 */
export class Pages {
  readonly #means: PageMeans
  #epoch: Epoch | null = null
  #releasesSeenAt = Number.NEGATIVE_INFINITY
  readonly #underWay = new Map<string, Promise<GivenPage | Moved | null>>()
  readonly tally = { kept: 0, made: 0 }
  /** A page takes several queries, all of which have been admitted once it is begun. */
  readonly gate = new Gate(AT_ONCE)

  constructor(means: PageMeans) {
    this.#means = means
  }

  /** Their memory in bytes. */
  get bytes(): number {
    return this.#epoch?.pages.bytes ?? 0
  }

  /** The cached page of an address; undefined if it has to be requested by `get`. */
  kept(address: string): GivenPage | undefined {
    const epoch = this.#epoch
    if (epoch === null || !this.#isFresh(epoch)) return undefined
    const page = epoch.pages.get(address)
    if (page) this.tally.kept++
    return page
  }

  /** The page of an address. Null if there is none. */
  async get(request: PageRequest, route: string): Promise<GivenPage | Moved | null> {
    const address = requestedAddress(request)
    await this.#renew()
    const kept = this.kept(address)
    if (kept) return kept
    const known = this.#underWay.get(address)
    if (known) return known
    const making = this.gate
      .pass(() => this.#make(request, address, route))
      .finally(() => this.#underWay.delete(address))
    this.#underWay.set(address, making)
    return making
  }

  async #make(request: PageRequest, address: string, route: string): Promise<GivenPage | Moved | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      let revision: number | null = null
      const data = this.#means.data()
      const isOneRevision = this.#means.watch()
      const asked: AskedQuery[] = []
      const ask: Ask = async (query, variables) => {
        const answer = await wholeAnswer(this.#means.ask, query, variables)
        revision = answer.revision
        asked.push({ query, variables, data: answer.data })
        return answer.data
      }
      const releases = await this.#releases()
      const { dataset } = await ask(frameQuery, {})
      const setting: Setting = {
        language: request.language,
        url: this.#means.url,
        day: stockholmDay(this.#means.now()),
        revision: dataset && { number: dataset.revision, date: dataset.date, loadedAt: dataset.loadedAt },
        releases: releases ?? [],
        areReleasesAway: releases === null,
        publisher: this.#means.publisher,
      }
      const own = asked.splice(0) // what the frame asked is of every page
      const made = await request.kind.make({ ...setting, ...request, ask })
      const isNone = made === null || made instanceof Moved
      const sources = asked.length > 0 ? asked : own
      const written = isNone ? '' : await request.form.write(made, request, setting, sources)
      // Last, so that nothing of an older revision is kept once caches have been cleared.
      if (!(await isOneRevision())) {
        await endOfTurn()
        continue
      }
      if (isNone) return made
      this.tally.made++
      const epoch = this.#epochOf(setting.day, releases, data)
      const page: GivenPage = {
        finished: new Finished(Buffer.isBuffer(written) ? written : Buffer.from(written), () =>
          epoch.pages.measure(address, page),
        ),
        mediaType: request.form.mediaType,
        since: epoch.since,
        route,
        isEmbed: request.kind.isEmbed ?? false,
      }
      if (revision !== null) epoch.pages.set(address, page)
      return page
    }
    throw new Error('The data changed while a page was made, again and again')
  }

  /** The epoch of a setting: the current one, or a new one. */
  #epochOf(day: string, releases: Epoch['releases'], data: object): Epoch {
    const epoch = this.#epoch
    const isSame =
      epoch !== null &&
      epoch.day === day &&
      epoch.data === data &&
      namesOf(epoch.releases) === namesOf(releases)
    if (isSame) return epoch
    const pages = new Room<GivenPage>(this.#means.bytes, ({ finished }) => finished.bytes + PAGE_BYTES)
    this.#epoch = { day, data, releases, since: this.#means.now(), pages }
    return this.#epoch
  }

  /** Checks whether the data, the day and the releases are the same, and forgets the pages of others. */
  async #renew(): Promise<void> {
    const epoch = this.#epoch
    if (epoch === null || this.#isFresh(epoch)) return
    const releases = await this.#releases()
    const isSame =
      epoch.data === this.#means.data() &&
      namesOf(releases) === namesOf(epoch.releases) &&
      stockholmDay(this.#means.now()) === epoch.day
    if (!isSame && this.#epoch === epoch) this.#epoch = null
  }

  #isFresh({ day, data }: Epoch): boolean {
    if (data !== this.#means.data()) return false
    const now = this.#means.now()
    return now.getTime() - this.#releasesSeenAt < RELEASES_MS && stockholmDay(now) === day
  }

  /** The releases, newest first; null if they cannot be read. */
  async #releases(): Promise<Setting['releases'] | null> {
    const now = this.#means.now().getTime()
    const epoch = this.#epoch
    if (epoch !== null && now - this.#releasesSeenAt < RELEASES_MS) return epoch.releases
    const releases = await this.#means.releases().catch((error: unknown) => {
      if (this.#means.isStoreAway(error)) return null
      throw error
    })
    this.#releasesSeenAt = now
    return releases
  }
}

function namesOf(releases: Epoch['releases']): string | undefined {
  return releases?.map(({ release }) => release).join(' ')
}

/** The path of a form of a page: .svg in place of the last slash, index.json after it. */
export function pathOfForm(path: string, { name }: Pick<PageForm, 'name'>): string {
  return name.startsWith('.') ? `${path.slice(0, -1)}${name}` : `${path}${name}`
}

/** The address by which a page is cached: with the query parameters that the page knows, in their order. */
export function requestedAddress({ kind, path, search, form }: PageRequest): string {
  const known = new URLSearchParams()
  for (const name of kind.search ?? []) for (const value of search.getAll(name)) known.append(name, value)
  const query = known.toString()
  return `${pathOfForm(path, form)}${query && `?${query}`}`
}
