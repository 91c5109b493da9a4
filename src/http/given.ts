import { Finished } from '../graphql/answers/finished.ts'
import { acceptedCoding, type Coding } from '../graphql/answers/form.ts'
import type { Reply } from '../graphql/answers/request.ts'
import { isKnownCopy, isUnchangedSince } from '../web/conditional.ts'

/** Formats whose readers know the encoding without being told. */
const TELLS_CHARSET = /^application\/(?:ld\+json|rdf\+xml)$/

/** A response that is the same for all clients. */
export interface Given {
  readonly finished: Finished
  readonly mediaType: string
  /** When it last changed, if that is sent. */
  readonly since?: Date
}

/** The response, or 304 if the client has it. `headersOf` gives its headers for an ETag. */
export function replyWith(
  { finished, mediaType, since }: Given,
  headersOf: (etag: string) => { [name: string]: string },
  header: (name: string) => string | undefined,
): Reply | Promise<Reply> {
  const wanted = acceptedCoding(header('accept-encoding'))
  const coding = isText(mediaType) ? finished.codingFor(wanted) : 'identity' // pictures and fonts are compressed by themselves
  const etag = finished.etag(coding, mediaType)
  const known = header('if-none-match')
  const isKnown = known
    ? isKnownCopy(known, etag)
    : since !== undefined && isUnchangedSince(header('if-modified-since') ?? null, since) === true
  if (isKnown) return { status: 304, headers: headersOf(etag), body: null }
  return finished.reply(coding, () => {
    const form = finished.form(coding)
    const give = (body: Buffer): Reply => ({
      status: 200,
      headers: {
        ...headersOf(etag),
        'content-type':
          isText(mediaType) && !TELLS_CHARSET.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
        'content-length': String(body.length),
        ...encoded(coding),
      },
      body,
    })
    return form instanceof Promise ? form.then(give) : give(form)
  })
}

function encoded(coding: Coding): { [name: string]: string } {
  return coding === 'identity' ? {} : { 'content-encoding': coding }
}

function isText(mediaType: string): boolean {
  return !/^(?:image|font)\//.test(mediaType) || mediaType === 'image/svg+xml'
}

/** The result of `replyTo` for the headers of a request, as a web Response. */
export async function responseTo(
  request: Request,
  replyTo: (header: (name: string) => string | undefined) => Reply | Promise<Reply>,
): Promise<Response> {
  const { status, headers, body } = await replyTo((name) => request.headers.get(name) ?? undefined)
  return new Response(body && new Uint8Array(body), { status, headers })
}

/** The response to a request with what is the same for all clients, compressed as the client prefers, or 304 if it has it. */
export function respondWith(
  request: Request,
  given: Given,
  headers: { readonly [name: string]: string },
): Promise<Response> {
  const headersOf = (etag: string) => ({ ...headers, etag, vary: 'accept-encoding' })
  return responseTo(request, (header) => replyWith(given, headersOf, header))
}

/** The same with a text that is made for each request. */
export function respondWithText(
  request: Request,
  text: string,
  mediaType: string,
  headers: { readonly [name: string]: string },
): Promise<Response> {
  return respondWith(request, { finished: new Finished(Buffer.from(text)), mediaType }, headers)
}
