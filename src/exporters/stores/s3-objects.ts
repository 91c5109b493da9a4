import type { Manifest } from '../manifest.ts'
import { dispositionOf, IMMUTABLE, LATEST_CACHE, LISTS } from '../served-as.ts'
import type { ObjectHeaders } from './s3-bucket.ts'

/** The object that names the newest release, for clients that read the bucket directly. */
export const POINTER = 'latest.json'

/** The headers of the pointer. */
export const pointerHeaders: ObjectHeaders = { ContentType: 'application/json', CacheControl: LATEST_CACHE }

/** The pointer to a release. */
export function pointerText(release: string): string {
  return `${JSON.stringify({ release, index: `${release}/index.json` })}\n`
}

/** The release that a pointer names, or null if it names none. */
export function pointedTo(text: string | null): string | null {
  const pointer: unknown = text === null ? null : JSON.parse(text)
  const named = typeof pointer === 'object' && pointer !== null && 'release' in pointer && pointer.release
  return typeof named === 'string' ? named : null
}

/** The headers of a file of a release, the same as those of our server. */
export function releasedHeaders(manifest: Manifest, file: string, sha256: string): ObjectHeaders {
  const listed = manifest.files.find(({ path }) => path === file)
  return {
    ContentType: listed?.media_type ?? LISTS[file] ?? 'application/octet-stream',
    CacheControl: IMMUTABLE,
    ContentDisposition: dispositionOf(manifest, file),
    Metadata: { sha256 },
  }
}
