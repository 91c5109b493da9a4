import type { IncomingMessage, ServerResponse } from 'node:http'
import { reasonOf, traceOf } from './common/reason.ts'
import type { Schedule } from './common/schedule.ts'
import type { OpenDatabase } from './database/client.ts'
import { latestRevision } from './database/revisions.ts'
import { SearchIndex } from './database/search/search-index.ts'
import { findTombstone } from './database/tombstones.ts'
import { isAway } from './database/unavailable.ts'
import { releaseName } from './exporters/manifest.ts'
import type { Publisher } from './exporters/metadata/place.ts'
import { ExportsUnavailable, type ReleaseStore } from './exporters/stores/store.ts'
import { Budget } from './graphql/answers/budget.ts'
import { Endpoint } from './graphql/answers/endpoint.ts'
import { Finished } from './graphql/answers/finished.ts'
import { type Memory, memoryOf } from './graphql/answers/memory.ts'
import { takeRequest } from './graphql/answers/node.ts'
import { plainly } from './graphql/answers/plain.ts'
import { answerFetched } from './graphql/answers/web.ts'
import { printedSchema } from './graphql/schema.ts'
import { catalogueRoutes } from './http/catalogue.ts'
import { feedRoutes } from './http/feed.ts'
import { respondWith } from './http/given.ts'
import { openApiRoute } from './http/openapi.ts'
import { operatorRoutes } from './http/operators.ts'
import { FRESH } from './http/pages.ts'
import { latestFirst, releaseRoutes } from './http/releases.ts'
import { type Route, type Sender, serve } from './http/route.ts'
import { assetRoutes } from './http/site/asset-routes.ts'
import { idRoutes } from './http/site/id-routes.ts'
import { oembedRoute } from './http/site/oembed.ts'
import { pageKinds } from './http/site/page-kinds.ts'
import { Pages } from './http/site/pages.ts'
import { pageRoutes } from './http/site/routes.ts'
import { sitemapRoutes } from './http/site/sitemap.ts'
import { takePage } from './http/site/take.ts'
import type { WatchStanding } from './jobs/address-watch.ts'
import { readJobState } from './jobs/state.ts'
import type { Log } from './log/log.ts'
import { type Tracing, untraced } from './tracing/tracing.ts'
import { Downloads } from './web/downloads.ts'
import type { Gate } from './web/gate.ts'
import { type OnAnswer, Traffic } from './web/traffic.ts'

/** What the routes need. */
export interface Services {
  readonly database: Pick<OpenDatabase, 'reader' | 'statements' | 'loads'> &
    Partial<Pick<OpenDatabase, 'servers'>>
  /** The releases. */
  readonly store: ReleaseStore
  /** The address at which readers reach the server, without a slash at the end. */
  readonly publicUrl: string
  /** Who publishes the data. Without it, the catalogue says that it is a local one. */
  readonly publisher?: Publisher | null
  /** When a release is checked for. Without it, no check is ever late. */
  readonly schedule?: Schedule | null
  /** The state of the watch of the known addresses. Without it, or if it is null, they are not watched. */
  readonly watch?: () => WatchStanding | null
  readonly log: Pick<Log, 'error'> & Partial<Pick<Log, 'least' | 'debug'>>
  /** Traces what is done. Without it, nothing is traced. */
  readonly tracing?: Pick<Tracing, 'inSpan' | 'route'> | undefined
  /** The GraphQL quota of an address per minute, in units of cost. Without it, there is no limit. */
  readonly rateLimit?: number
  /** How much memory the caches may use. Without it, as much as by default. */
  readonly cacheBytes?: number
  /** What is turned off in order to compare: the cache, or plans. */
  readonly without?: { readonly answers?: true; readonly plans?: true }
  /** The clock, which determines what is in force today. Without it, that of the machine. */
  readonly now?: () => Date
}

/** The server, without a port: a request in, a response out. */
export interface App {
  readonly routes: readonly Route[]
  /** They limit how many queries and pages are read at the same time. */
  readonly gates: { readonly cheap: Gate; readonly dear: Gate; readonly pages: Gate }
  fetch(request: Request, sender?: Sender): Promise<Response>
  /** Handles a request of Node, if it is for GraphQL or a cached page; false if `fetch` must handle it. */
  take(request: IncomingMessage, response: ServerResponse, addressOf: () => string): boolean
  /** Clears all caches, since the data may have changed. */
  drop(): void
  /** Reads the current revision of the database, and clears the caches of another one. */
  look(): Promise<number>
}

/** The default of `CACHE_MB`. */
const SOME_BYTES = 64 * 1024 * 1024

/** Combines the routes. */
export function createApp(services: Services): App {
  const { database, log, rateLimit, cacheBytes = SOME_BYTES, without = {}, tracing } = services
  const memory = { ...memoryOf(cacheBytes), ...(without.answers && { answers: 0 }) }
  const onError = (error: unknown) => log.error(traceOf(error))
  const search = new SearchIndex(database.statements, memory.search)
  const graphql = new Endpoint({
    db: database.reader,
    statements: database.statements,
    budget: rateLimit ? new Budget(rateLimit, memory.addresses) : null,
    memory,
    search,
    plain: plainly(database.reader, search, log),
    hasPlans: !without.plans,
    inSpan: tracing?.inSpan ?? untraced,
  })
  const traffic = new Traffic(toldOf(services))
  const { store, publicUrl, publisher = null, now = () => new Date() } = services
  const newest = newestRelease(services)
  const pages = new Pages({
    ask: (query, variables) => graphql.ask(query, variables),
    data: () => graphql.data,
    watch: () => graphql.watch(),
    url: publicUrl,
    publisher,
    releases: () => latestFirst({ store, newest }),
    isStoreAway: (error) => error instanceof ExportsUnavailable,
    now,
    bytes: memory.pages,
  })
  const gates = { ...graphql.admission.gates, pages: pages.gate }
  /** The data that were prepared for. */
  let prepared: object | null = null
  const routes = createRoutes(services, { graphql, pages, newest, memory, gates }, traffic, onError)
  const lines = {
    GET: traffic.line(GRAPHQL, 'GET'),
    HEAD: traffic.line(GRAPHQL, 'HEAD'),
    POST: traffic.line(GRAPHQL, 'POST'),
  }
  return {
    routes,
    gates,
    fetch: serve(routes, onError, traffic),
    take: (request, response, addressOf) =>
      takeRequest(graphql, request, response, { addressOf, onError, lines }) ||
      takePage(pages, traffic, onError, request, response),
    drop: () => graphql.drop(),
    look: async () => {
      const revision = await graphql.look()
      // What is read before its revision is known may be of the one before.
      if (graphql.revision !== null && prepared !== graphql.data) {
        prepared = graphql.data
        graphql.prepare()
      }
      return revision
    },
  }
}

/** Called with each response, if given. */
function toldOf({ log, tracing }: Services): OnAnswer | undefined {
  const debug = log.least === 'debug' ? log.debug : undefined
  if (!debug && !tracing) return undefined
  return (answer) => {
    debug?.('answered', answer)
    tracing?.route(answer.route)
  }
}

const GRAPHQL = '/graphql'
const GET = ['GET', 'HEAD'] as const
const FOUND = { sv: 'Svaret.', en: 'The response.' }
/** Responses that most routes can return. */
const ANSWERS = {
  found: FOUND,
  unchanged: {
    sv: 'Inget har ändrats sedan du hämtade din kopia.',
    en: 'Not modified: your copy is up to date.',
  },
  away: {
    sv: 'Databasen går inte att nå just nu, eller servern har fler begäranden än den kan besvara.',
    en: 'The database cannot be reached at the moment, or the server has more requests than it can answer.',
  },
  noRelease: { sv: 'Det finns ingen utgåva ännu.', en: 'There is no release yet.' },
}

/** The newest release, if there is one: that of the current data, or else the newest of all. */
function newestRelease({ database: { reader }, store }: Services): () => Promise<string | null> {
  return async () => {
    // Releases do not depend on the database, and are served even while it is away.
    const revision = await latestRevision(reader).catch(() => null)
    const name = revision && releaseName(revision)
    if (name !== null && (await store.manifest(name))) return name
    return (await store.manifests())[0]?.release ?? null
  }
}

interface Parts {
  readonly graphql: Endpoint
  readonly pages: Pages
  readonly newest: () => Promise<string | null>
  readonly memory: Memory
  readonly gates: App['gates']
}

function createRoutes(
  { database, store, publicUrl, publisher = null, schedule = null, watch = () => null, log }: Services,
  { graphql, pages, newest, memory, gates }: Parts,
  traffic: Traffic,
  onError: (error: unknown) => void,
): Route[] {
  const sdl = { finished: new Finished(Buffer.from(printedSchema())), mediaType: 'text/plain' }
  const { reader } = database
  const servers = () => (database.servers && database.servers.replicas > 0 ? database.servers : null)
  const standing = () =>
    readJobState(reader, schedule, new Date()).catch((error: unknown) => {
      if (!isAway(error)) log.error(`the database does not respond: ${reasonOf(error)}`)
      return null
    })
  const place = { url: publicUrl, publisher }
  const downloads = new Downloads()
  const releases = { store, newest, downloads, onError }
  // Cached release data do not tell whether their storage responds.
  const stored = async () => ((await store.manifests()).length > 0 ? newest() : null)

  const routes: Route[] = [
    {
      path: GRAPHQL,
      methods: ['GET', 'HEAD', 'POST'],
      summary: {
        sv: 'GraphQL: GET med ?query=, eller POST med JSON som har query, variables och operationName. En webbläsare får GraphiQL.',
        en: 'GraphQL: GET with ?query=, or POST with a JSON body of query, variables and operationName. A browser gets GraphiQL.',
      },
      answers: {
        200: FOUND,
        400: {
          sv: 'Frågan går inte att tolka eller är för stor.',
          en: 'The query cannot be parsed or is too large.',
        },
        404: { sv: 'Servern känner inte till den sparade frågan.', en: 'The persisted query was not found.' },
        406: {
          sv: 'Ingen av medietyperna i Accept finns.',
          en: 'None of the media types in Accept is available.',
        },
        408: {
          sv: 'Innehållet i begäran kom fram för långsamt.',
          en: 'The request body arrived too slowly.',
        },
        413: { sv: 'Innehållet i begäran är för stort.', en: 'The request body is too large.' },
        415: {
          sv: 'Innehållet i begäran har inte sänts som JSON.',
          en: 'The request body was not sent as JSON.',
        },
        422: {
          sv: 'Frågan följer inte schemat eller tar för lång tid.',
          en: 'The query is not valid against the schema or takes too long.',
        },
        429: {
          sv: 'Adressens kvot för den här minuten är förbrukad.',
          en: 'The quota of the client address for this minute is used up.',
        },
        503: ANSWERS.away,
      },
      mediaType: 'application/graphql-response+json',
      errorType: 'application/graphql-response+json',
      handle: (request, _parameters, { address = '' }) => answerFetched(graphql, request, address),
    },
    {
      path: '/schema.graphql',
      methods: GET,
      summary: { sv: 'GraphQL-schemat.', en: 'The GraphQL schema.' },
      answers: { 200: FOUND, 304: ANSWERS.unchanged },
      mediaType: 'text/plain',
      handle: (request) => respondWith(request, sdl, FRESH),
    },
    ...releaseRoutes(releases, place, ANSWERS),
    ...catalogueRoutes(store, place, newest, ANSWERS),
    ...feedRoutes(store, place, () => latestFirst(releases), ANSWERS),
    openApiRoute(() => routes, publicUrl, FRESH, { 200: FOUND, 304: ANSWERS.unchanged }),
    ...operatorRoutes(
      {
        traffic,
        answers: graphql,
        pages,
        downloads,
        gates,
        memory,
        standing,
        watch,
        servedRevision: () => graphql.revision,
        loads: database.loads,
        servers,
      },
      stored,
      FOUND,
    ),
    ...assetRoutes(),
    ...idRoutes({
      ask: (query, variables) => graphql.ask(query, variables),
      tombstone: (dataset, id) => findTombstone(reader, dataset, id),
      url: publicUrl,
    }),
    ...sitemapRoutes(pageKinds, pages, publicUrl),
    oembedRoute(pages, publicUrl),
    ...pageRoutes(pageKinds, pages),
  ]
  return routes
}
