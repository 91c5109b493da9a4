import type { IncomingMessage, ServerResponse } from 'node:http'
import { traceOf } from './common/reason.ts'
import type { Schedule } from './common/schedule.ts'
import type { OpenDatabase } from './database/client.ts'
import { readCounts } from './database/counts.ts'
import { latestRevision } from './database/revisions.ts'
import { SearchIndex } from './database/search/search-index.ts'
import { isAway } from './database/unavailable.ts'
import { releaseName } from './exporters/manifest.ts'
import type { Publisher } from './exporters/metadata/place.ts'
import type { ReleaseStore } from './exporters/stores/store.ts'
import { Budget } from './graphql/answers/budget.ts'
import { Endpoint } from './graphql/answers/endpoint.ts'
import { memoryOf } from './graphql/answers/memory.ts'
import { takeRequest } from './graphql/answers/node.ts'
import { plainly } from './graphql/answers/plain.ts'
import { answerFetched } from './graphql/answers/web.ts'
import { printedSchema } from './graphql/schema.ts'
import { catalogueRoutes } from './http/catalogue.ts'
import { feedRoutes } from './http/feed.ts'
import { openApi } from './http/openapi.ts'
import { operatorRoutes } from './http/operators.ts'
import { FRESH, htmlPage } from './http/pages.ts'
import { latestFirst, releaseRoutes } from './http/releases.ts'
import { type Route, type Sender, serve } from './http/route.ts'
import { readJobState } from './jobs/state.ts'
import { startPage } from './site/start-page.ts'
import type { Language } from './site/texts.ts'
import { Traffic } from './web/traffic.ts'

/** What the routes need. */
export interface Services {
  readonly database: Pick<OpenDatabase, 'reader' | 'statements'>
  /** The releases. */
  readonly store: ReleaseStore
  /** The address that readers reach the server at, without a slash at its end. */
  readonly publicUrl: string
  /** Who publishes the data. Without it the catalogue says that it is a local one. */
  readonly publisher?: Publisher | null
  /** When a release is looked for. Without it none is ever late. */
  readonly schedule?: Schedule | null
  readonly log: { error(message: string): void }
  /** What an address may ask of GraphQL in a minute, in units of cost. Without it there is no bound. */
  readonly rateLimit?: number
  /** How much memory may be used to remember questions and answers of GraphQL. Without it there is room for some. */
  readonly cacheBytes?: number
  /** What is left out to compare the ways of answering: answers that are kept, or plans. */
  readonly without?: { readonly answers?: true; readonly plans?: true }
}

/** The server, without a port: a request in, a response out. */
export interface App {
  readonly routes: readonly Route[]
  fetch(request: Request, sender?: Sender): Promise<Response>
  /** Answers a request as Node gives it, if it is for GraphQL; false if `fetch` is to. */
  take(request: IncomingMessage, response: ServerResponse, addressOf: () => string): boolean
  /** Forgets all answers that were kept: the data may be others now. */
  drop(): void
  /** Looks which revision the database holds, and forgets the answers of another. */
  look(): Promise<number>
}

/** Room for some questions and answers. */
const SOME_BYTES = 8 * 1024 * 1024

/** Puts the routes together. */
export function createApp(services: Services): App {
  const { database, log, rateLimit, cacheBytes = SOME_BYTES, without = {} } = services
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
  })
  const traffic = new Traffic()
  const routes = createRoutes(services, graphql, traffic, onError)
  const lines = {
    GET: traffic.line(GRAPHQL, 'GET'),
    HEAD: traffic.line(GRAPHQL, 'HEAD'),
    POST: traffic.line(GRAPHQL, 'POST'),
  }
  return {
    routes,
    fetch: serve(routes, onError, traffic),
    take: (request, response, addressOf) =>
      takeRequest(graphql, request, response, { addressOf, onError, lines }),
    drop: () => graphql.drop(),
    look: () => graphql.look(),
  }
}

const GRAPHQL = '/graphql'
const GET = ['GET', 'HEAD'] as const
const FOUND = { sv: 'Svaret.', en: 'The response.' }
/** What most routes may answer. */
const ANSWERS = {
  found: FOUND,
  unchanged: {
    sv: 'Inget har ändrats sedan du hämtade din kopia.',
    en: 'Not modified: your copy is up to date.',
  },
  away: { sv: 'Databasen går inte att nå just nu.', en: 'The database cannot be reached at the moment.' },
  noRelease: { sv: 'Det finns ingen utgåva ännu.', en: 'There is no release yet.' },
}

function createRoutes(
  { database: { reader }, store, publicUrl, publisher = null, schedule = null, log }: Services,
  graphql: Endpoint,
  traffic: Traffic,
  onError: (error: unknown) => void,
): Route[] {
  const sdl = printedSchema()
  const newestRelease = async (): Promise<string | null> => {
    // Releases stand by themselves: they are there for readers even while the database is not.
    const revision = await latestRevision(reader).catch(() => null)
    const name = revision && releaseName(revision)
    if (name !== null && (await store.manifest(name))) return name
    return (await store.manifests())[0]?.release ?? null
  }
  const standing = () =>
    readJobState(reader, schedule, new Date()).catch((error: unknown) => {
      if (!isAway(error)) log.error(`the database does not respond: ${error}`)
      return null
    })
  const start = (language: Language) => async () => {
    const [revision, counts, release] = await Promise.all([
      latestRevision(reader),
      readCounts(reader),
      newestRelease(),
    ])
    if (!revision) throw new Error('The database is empty: no records have been loaded')
    return htmlPage(startPage(language, { revision, counts, release }, publicUrl))
  }
  const place = { url: publicUrl, publisher }
  const releases = { store, newest: newestRelease, onError }

  const routes: Route[] = [
    {
      path: '/',
      methods: GET,
      summary: { sv: 'Startsidan på svenska.', en: 'The start page in Swedish.' },
      answers: { 200: FOUND, 503: ANSWERS.away },
      mediaType: 'text/html',
      handle: start('sv'),
    },
    {
      path: '/en/',
      methods: GET,
      summary: { sv: 'Startsidan på engelska.', en: 'The start page in English.' },
      answers: { 200: FOUND, 503: ANSWERS.away },
      mediaType: 'text/html',
      handle: start('en'),
    },
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
      answers: { 200: FOUND },
      mediaType: 'text/plain',
      handle: () => new Response(sdl, { headers: { ...FRESH, 'content-type': 'text/plain; charset=utf-8' } }),
    },
    ...releaseRoutes(releases, place, ANSWERS),
    ...catalogueRoutes(store, place, newestRelease, ANSWERS),
    ...feedRoutes(store, place, () => latestFirst(releases), ANSWERS),
    {
      path: '/openapi.json',
      methods: GET,
      summary: { sv: 'Den här beskrivningen.', en: 'This description.' },
      answers: { 200: FOUND },
      mediaType: 'application/json',
      handle: () => Response.json(openApi(routes, publicUrl), { headers: FRESH }),
    },
    ...operatorRoutes({ traffic, answers: graphql, standing }, newestRelease, FOUND),
  ]
  return routes
}
