import { shortened } from '../common/quoted.ts'
import { isAway, RETRY_SECONDS } from '../database/unavailable.ts'
import type { Text } from '../datasets/dataset.ts'
import { ExportsUnavailable } from '../exporters/stores/store.ts'
import { Overloaded, SHED_RETRY_SECONDS } from '../web/gate.ts'
import { secondsSince, type Traffic } from '../web/traffic.ts'
import { problem } from './problems.ts'

/** A route of the server, with its description for openapi.json. */
export interface Route {
  /** The path, as URLPattern reads it: `/exports/:release/:file`. */
  readonly path: string
  readonly methods: readonly ('GET' | 'HEAD' | 'POST')[]
  readonly summary: Text
  /** Descriptions of the path parameters. */
  readonly parameters?: { readonly [name: string]: Text }
  /** Its responses, by status. */
  readonly answers: { readonly [status: number]: Text }
  /** Headers of requests, and of responses by status. */
  readonly headers?: {
    readonly request: { readonly [name: string]: Text }
    readonly answer: { readonly [name: string]: { readonly on: readonly number[]; readonly text: Text } }
  }
  /** The media type of a successful response. */
  readonly mediaType: string
  /** The media type of an error response, if it is not problem JSON. */
  readonly errorType?: string
  readonly handle: (
    request: Request,
    parameters: { [name: string]: string },
    sender: Sender,
  ) => Response | Promise<Response>
}

/** The client of a request, as far as the server knows. */
export interface Sender {
  readonly address?: string | undefined
}

/**
 * Handles requests by the first route that matches their path, and lets pages of any origin read the responses.
 * Errors are passed to `onError` and not to the client. Each response is counted.
 */
export function serve(routes: readonly Route[], onError: (error: unknown) => void, traffic: Traffic) {
  let loggedMs = Number.NEGATIVE_INFINITY // when it was last logged that releases could not be read
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: route.path }),
    // To compare this is much faster than to run the pattern, and there are many.
    begin: route.path.replace(/[:({*].*$/, ''),
  }))

  function routeFor(pathname: string) {
    for (const { route, pattern, begin } of patterns) {
      if (!pathname.startsWith(begin)) continue
      const match = pattern.exec({ pathname })
      if (match) return { route, groups: match.pathname.groups }
    }
    return null
  }

  async function answer(
    request: Request,
    sender: Sender,
    pathname: string | undefined,
    found: ReturnType<typeof routeFor>,
  ): Promise<Response> {
    if (pathname === undefined) {
      return problem(request, 400, {
        sv: 'Host och sökvägen bildar ingen giltig adress; använd den här serverns adress',
        en: 'The Host header and the request target do not form a valid URL; use the address of this server',
      })
    }
    const shown = shortened(pathname)
    if (found) {
      const { route, groups } = found
      if (request.method === 'OPTIONS') return preflight(route)
      if (!route.methods.some((method) => method === request.method)) {
        const allow = allowed(route)
        const detail = {
          sv: `${request.method} är inte tillåten för ${shown}; använd ${allow}`,
          en: `${request.method} is not allowed for ${shown}; use ${allow}`,
        }
        return problem(request, 405, detail, { allow })
      }
      const response = await route.handle(request, decodedGroups(groups), sender)
      return request.method === 'HEAD' ? new Response(null, response) : response
    }
    if (patterns.some(({ pattern }) => pattern.test({ pathname: `${pathname}/` }))) {
      const { search } = new URL(request.url)
      return new Response(null, { status: 308, headers: { location: `${pathname}/${search}` } })
    }
    return problem(request, 404, {
      sv: `${shown} finns inte; /openapi.json listar de adresser som finns`,
      en: `${shown} not found; /openapi.json lists the available routes`,
    })
  }

  return async (request: Request, sender: Sender = {}): Promise<Response> => {
    const began = performance.now()
    const pathname = URL.parse(request.url)?.pathname
    const found = pathname === undefined ? null : routeFor(pathname)
    const response = await answer(request, sender, pathname, found).catch((error: unknown) => {
      if (request.signal.aborted) return new Response(null, { status: CLIENT_GONE })
      // That the database is away is logged once, when it goes.
      if (isAway(error)) return problem(request, 503, AWAY, { 'retry-after': String(RETRY_SECONDS) })
      if (error instanceof ExportsUnavailable) {
        if (performance.now() - loggedMs > STORE_RETRY_SECONDS * 1000) {
          loggedMs = performance.now()
          onError(error.message) // one line, independent of the number of requests
        }
        const headers = { 'retry-after': String(STORE_RETRY_SECONDS) }
        const detail = {
          sv: 'Utgåvorna går inte att nå just nu. Försök igen om en minut',
          en: 'The releases cannot be reached at the moment. Try again in a minute',
        }
        return problem(request, 503, detail, headers)
      }
      if (error instanceof Overloaded)
        return problem(request, 503, OVERLOADED, { 'retry-after': String(SHED_RETRY_SECONDS) })
      onError(error)
      return problem(request, 500, {
        sv: 'Ett internt fel har inträffat. Felet har loggats',
        en: 'An internal error occurred. It has been logged',
      })
    })
    // There are no logins, so that it is safe to let any page read responses.
    response.headers.set('access-control-allow-origin', '*')
    response.headers.set('access-control-expose-headers', EXPOSED)
    traffic.line(found?.route.path ?? 'none', request.method).count(response.status, secondsSince(began))
    return response
  }
}

const AWAY = {
  sv: 'Databasen går inte att nå just nu. Försök igen om några sekunder',
  en: 'The database cannot be reached at the moment. Try again in a few seconds',
}

const OVERLOADED = {
  sv: 'Servern har fler begäranden än den kan besvara. Försök igen om några sekunder',
  en: 'The server has more requests than it can answer. Try again in a few seconds',
}

/** The status that is counted if the client has gone, as nginx does. */
const CLIENT_GONE = 499

/** When to try again if releases could not be reached. */
const STORE_RETRY_SECONDS = 60

function allowed({ methods }: Route): string {
  return [...methods, 'OPTIONS'].join(', ')
}

/** Response headers that a page of another origin may read, besides those that it always may. */
const EXPOSED = [
  'accept-ranges',
  'content-disposition',
  'content-encoding',
  'content-location',
  'content-range',
  'etag',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-request-id',
].join(', ')

/** Request headers that a page of another origin may send: whatever its library adds, since no response depends on who asks. */
const SENT = '*'

/** How long a browser may cache the response to a preflight request. */
const PREFLIGHT_SECONDS = 86_400

/** The response to a preflight request. */
function preflight(route: Route): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: allowed(route),
      'access-control-allow-methods': allowed(route),
      'access-control-allow-headers': SENT,
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    },
  })
}

/** The parts of a path, as text. */
function decodedGroups(groups: { [name: string]: string | undefined }): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value = '']) => {
      try {
        return [name, decodeURIComponent(value)]
      } catch {
        return [name, value] // no valid escape: then it is nothing's name
      }
    }),
  )
}
