import type { GraphQLError } from 'graphql'
import { RESPONSE_TYPE } from '../media-types.ts'
import { readBody } from '../request-body.ts'
import { personalHeaders } from './headers.ts'
import type { GraphqlRequest, Reply } from './request.ts'

// Between requests and answers of the web platform and ours.

/** Any fetch handler for GraphQL, such as Yoga's. */
interface Handler {
  fetch(request: Request, sender: { readonly address: string }): Response | Promise<Response>
}

/** A request as it came. Refuses a body that is too large or too slow. */
export async function requestFrom(request: Request, address: string): Promise<GraphqlRequest> {
  const { pathname, search } = new URL(request.url)
  const method = request.method === 'POST' || request.method === 'HEAD' ? request.method : 'GET'
  return {
    method,
    target: pathname + search,
    body: method === 'POST' ? Buffer.from(await readBody(request)) : null,
    addressOf: () => address,
    header: (name) => request.headers.get(name) ?? undefined,
  }
}

export function responseFrom({ status, headers, body }: Reply): Response {
  return new Response(body && new Uint8Array(body), { status, headers })
}

/** Answers any request by a fetch handler. */
export function plainBy(handler: Handler) {
  return async ({ method, target, body, addressOf, header }: GraphqlRequest): Promise<Reply> => {
    const headers = Object.fromEntries(
      ['accept', 'content-type', 'content-encoding'].flatMap((name) => {
        const value = header(name)
        return value === undefined ? [] : [[name, value]]
      }),
    )
    const request = new Request(`http://localhost${target}`, {
      headers,
      // HEAD is GET without the body, which others see to.
      method: method === 'POST' ? 'POST' : 'GET',
      ...(body && { body: new Uint8Array(body) }),
    })
    const response = await handler.fetch(request, { address: addressOf() })
    return {
      status: response.status,
      headers: { ...Object.fromEntries(response.headers) },
      body: Buffer.from(await response.arrayBuffer()),
    }
  }
}

/** The answer that refuses a request, where Yoga is not asked. */
export function refused(
  { message, extensions: { http, ...extensions } }: GraphQLError,
  mediaType = RESPONSE_TYPE,
): Reply {
  const { status = 400, headers = {} } = (http ?? {}) as Partial<Reply> // as our refusals have it
  return {
    status,
    headers: {
      ...personalHeaders(),
      'content-type': `${mediaType}; charset=utf-8`,
      ...headers,
    },
    body: Buffer.from(JSON.stringify({ errors: [{ message, extensions }] })),
  }
}
