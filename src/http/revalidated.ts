import { LATEST_CACHE } from '../exporters/served-as.ts'
import { respondWithText } from './given.ts'

/** A response about the newest release: it may be cached for minutes, and a client that has it gets a 304. */
export function revalidated(request: Request, text: string, mediaType: string): Promise<Response> {
  const headers = { 'cache-control': LATEST_CACHE, 'x-content-type-options': 'nosniff' }
  return respondWithText(request, text, mediaType, headers)
}
