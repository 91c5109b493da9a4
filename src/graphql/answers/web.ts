import { Readable } from 'node:stream'
import { readBody } from './body.ts'
import type { Endpoint } from './endpoint.ts'
import type { GraphqlRequest, Reply } from './request.ts'

/** Responds to a web Request for GraphQL, which has one of the allowed methods. */
export async function answerFetched(
  endpoint: Endpoint,
  request: Request,
  address: string,
): Promise<Response> {
  return responseFrom(await answered(endpoint, request, address))
}

async function answered(endpoint: Endpoint, request: Request, address: string): Promise<Reply> {
  const { pathname, search } = new URL(request.url)
  const asked = {
    method: request.method as GraphqlRequest['method'], // as the route requires
    target: pathname + search,
    addressOf: () => address,
    header: (name: string) => request.headers.get(name) ?? undefined,
  }
  if (asked.method !== 'POST') return endpoint.answer({ ...asked, body: null })
  try {
    const stream = Readable.from(chunksOf(request.body))
    return await endpoint.answer({
      ...asked,
      body: await readBody(stream, request.headers.get('content-length')),
    })
  } catch (error) {
    return endpoint.refuse(asked, error)
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Buffer> {
  const reader = body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    yield Buffer.from(part.value)
}

function responseFrom({ status, headers, body }: Reply): Response {
  return new Response(body && new Uint8Array(body), { status, headers })
}
