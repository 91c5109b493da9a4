import { extname } from 'node:path'
import type { Manifest } from '../manifest.ts'
import type { ObjectHeaders } from './s3-bucket.ts'

/** The object that names the newest release, for who reads the bucket without our server. */
export const POINTER = 'latest.json'

/** What the pointer is told as: for some minutes, a copy will do. */
export const pointerHeaders: ObjectHeaders = {
  ContentType: 'application/json',
  CacheControl: 'public, max-age=300',
}

/** The pointer to a release. */
export function pointerText(release: string): string {
  return `${JSON.stringify({ release, index: `${release}/index.json` })}\n`
}

/** The release that a pointer names, or null where it names none. */
export function pointedTo(text: string | null): string | null {
  const pointer: unknown = text === null ? null : JSON.parse(text)
  const named = typeof pointer === 'object' && pointer !== null && 'release' in pointer && pointer.release
  return typeof named === 'string' ? named : null
}

/** What the files are that describe a release, and that its manifest doesn't list. */
const UNLISTED: { readonly [ending: string]: string } = {
  '.json': 'application/json',
  '.sig': 'application/octet-stream',
  '.pem': 'application/x-pem-file',
}

/** What a file of a release is told as: the same as our server says. */
export function releasedHeaders(manifest: Manifest, file: string, sha256: string): ObjectHeaders {
  const listed = manifest.files.find(({ path }) => path === file)
  const ending = extname(file)
  return {
    ContentType: listed?.media_type ?? UNLISTED[ending] ?? 'text/plain; charset=utf-8',
    CacheControl: 'public, max-age=31536000, immutable',
    ContentDisposition: `inline; filename="${file.slice(0, file.length - ending.length)}-${manifest.release}${ending}"`,
    Metadata: { sha256 },
  }
}
