import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { reasonOf } from '../../common/reason.ts'
import { Unreadable } from '../unreadable.ts'
import { lookUpPublic, refusePrivateHost } from './addresses.ts'
import { ACCEPTED_CODINGS, unpackBody } from './content-encoding.ts'
import { NotFetched } from './not-fetched.ts'

/** The limits of one request. */
export interface RequestLimits {
  readonly bytesMax: number
  readonly timeoutMs: number
}

/** Where requests may go, and what aborts them. */
interface RequestMeans {
  readonly allowPrivateAddresses: boolean
  readonly stopping?: AbortSignal | undefined
}

export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Uint8Array
}

/**
 * Sends one GET request, and returns the complete response. Redirects are not followed. Throws `Unreadable` for responses
 * that are too slow or too large, and for addresses that are not public unless they are allowed.
 */
export async function get(
  url: URL,
  headers: { readonly [name: string]: string },
  { bytesMax, timeoutMs }: RequestLimits,
  { allowPrivateAddresses, stopping }: RequestMeans,
): Promise<HttpResponse> {
  if (!allowPrivateAddresses) refusePrivateHost(url.hostname)
  const lookup = allowPrivateAddresses ? undefined : lookUpPublic
  const late = AbortSignal.timeout(timeoutMs)
  const signal = stopping ? AbortSignal.any([late, stopping]) : late
  try {
    const response = await sendRequest(
      url,
      { ...headers, 'accept-encoding': ACCEPTED_CODINGS },
      lookup,
      signal,
    )
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await readResponseBody(url, response, bytesMax),
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    stopping?.throwIfAborted()
    if (late.aborted)
      throw new NotFetched(
        `${url.href} took more than ${timeoutMs / 1000} seconds; try again later.`,
        { fault: 'later', sort: 'took too long' },
        { cause },
      )
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'connection failed'
    throw new NotFetched(
      `${url.href} cannot be fetched: ${reasonOf(cause)}; check the address, or try again later.`,
      { fault: 'later', sort: code },
      { cause },
    )
  }
}

function sendRequest(
  url: URL,
  headers: { readonly [name: string]: string },
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { headers, signal, agent: false as const, ...(lookup && { lookup }) }
    const sent: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      options,
      resolve,
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** The decoded body. Its size is counted after decompression. */
async function readResponseBody(url: URL, response: IncomingMessage, bytesMax: number): Promise<Uint8Array> {
  const tooLarge = () => {
    response.destroy()
    return new Unreadable(
      `${url.href} has more than ${(bytesMax / 1024 / 1024).toFixed(1)} MB; save the part with the agreement as a file.`,
    )
  }
  if (Number(response.headers['content-length']) > bytesMax) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    if (bytes > bytesMax) throw tooLarge()
    chunks.push(chunk)
  }
  const unpacked = await unpackBody(
    Buffer.concat(chunks),
    response.headers['content-encoding'] ?? '',
    bytesMax,
  )
  if (unpacked === null) throw tooLarge()
  return unpacked
}
