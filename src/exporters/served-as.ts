import { name } from '../datasets/publication.ts'
import { ARCHIVE } from './archive.ts'
import { bundles } from './formats.ts'
import type { Manifest } from './manifest.ts'
import { PUBLIC_KEY, SIGNATURE } from './signature.ts'

// The headers of a file of a release, the same from our server and from a bucket.

/** Cache-Control for what never changes. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'
/** Cache-Control for what changes with the newest release, which may be a few minutes old. */
export const LATEST_CACHE = 'public, max-age=300'

/** The files that a release does not list in its manifest, because they list or sign the others. */
export const LISTS: { readonly [file: string]: string } = {
  'index.json': 'application/json',
  SHA256SUMS: 'text/plain; charset=utf-8',
  [SIGNATURE]: 'application/octet-stream',
  [PUBLIC_KEY]: 'application/x-pem-file',
}

/** Those of them that a release has only if it is signed. */
export const OF_SIGNED: readonly string[] = [SIGNATURE, PUBLIC_KEY]

/**
 * Content-Disposition of a file of a release: the name under which it is saved, with data set and release
 * (`medborgarloften-activities-r1-60e0c67c.csv`). Data are downloaded; descriptions of them are shown.
 */
export function dispositionOf({ release, files }: Manifest, file: string): string {
  const [, stem = file, endings = ''] = /^([^.]*)(\..*)$/.exec(file.replaceAll('/', '-')) ?? []
  const saved = stem === name ? `${name}-${release}` : `${name}-${stem}-${release}`
  const isData =
    [ARCHIVE, ...bundles.map((bundle) => bundle.file)].some((whole) => file.startsWith(whole)) ||
    files.some(({ path, dataset }) => path === file && dataset !== null)
  return `${isData ? 'attachment' : 'inline'}; filename="${saved}${endings}"`
}
