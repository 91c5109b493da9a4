import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { isReleaseName, type Manifest } from '../exporters/manifest.ts'
import { PUBLIC_KEY, SIGNATURE } from '../exporters/signature.ts'
import { LATEST, type ReleaseStore } from '../exporters/stores/store.ts'
import { isKnownCopy } from '../web/conditional.ts'
import { problem } from './problems.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
/** How long a copy of `latest` may be used: a release a night is news for some minutes. */
export const LATEST_CACHE = 'public, max-age=300'

/** The files that describe a release, and are not listed in its manifest because they list or sign the others. */
const LISTS: { readonly [file: string]: string } = {
  'index.json': 'application/json',
  SHA256SUMS: 'text/plain; charset=utf-8',
  [SIGNATURE]: 'application/octet-stream',
  [PUBLIC_KEY]: 'application/x-pem-file',
}
/** Those of them that a release has only if it is signed. */
const OF_SIGNED = [SIGNATURE, PUBLIC_KEY]

/**
 * Answers with a file of a release, or of the newest where `release` is `latest`. Only what a release lists
 * is served, so no path leads anywhere else.
 */
export async function releaseFile(
  request: Request,
  store: ReleaseStore,
  { release, file }: { release: string; file: string },
  newest: () => Promise<string | null>,
): Promise<Response> {
  const name = release === LATEST ? await newest() : release
  const manifest = name !== null && isReleaseName(name) ? await store.manifest(name) : null
  if (!manifest) return problem(request, 404, `There is no release ${release}; see /exports/index.json`)
  const found = await describe(store, manifest, file)
  if (!found) {
    const at = `/exports/${release}/index.json`
    return problem(request, 404, `Release ${manifest.release} has no file ${file}; see ${at}`)
  }

  const headers = {
    'access-control-expose-headers': 'etag, content-location',
    'cache-control': release === LATEST ? LATEST_CACHE : IMMUTABLE,
    'content-location': `/exports/${manifest.release}/${file}`,
    etag: `"${found.sha256}"`,
    'x-content-type-options': 'nosniff',
  }
  if (isKnownCopy(request.headers.get('if-none-match'), headers.etag))
    return new Response(null, { status: 304, headers })
  const typed = { ...headers, 'content-type': found.mediaType, 'content-length': String(found.bytes) }
  if (request.method === 'HEAD') return new Response(null, { headers: typed })
  // Looked for before anything is promised: a file that is gone is a fault of ours, told as one.
  if ((await store.size(manifest.release, file)) === null)
    throw new Error(`${store.place}/${manifest.release}/${file} is gone`)
  // Node's web streams and the browser's differ in type alone.
  return new Response(
    Readable.toWeb(Readable.from(store.read(manifest.release, file))) as ReadableStream<Uint8Array>,
    {
      headers: typed,
    },
  )
}

/** What is served of a file, or null where the release has no such file. */
async function describe(store: ReleaseStore, manifest: Manifest, file: string) {
  const listed = manifest.files.find(({ path }) => path === file)
  if (listed) return { mediaType: listed.media_type, bytes: listed.bytes, sha256: listed.sha256 }
  const mediaType = Object.hasOwn(LISTS, file) ? LISTS[file] : undefined
  if (mediaType === undefined) return null
  if (OF_SIGNED.includes(file) && (await store.size(manifest.release, file)) === null) return null
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of store.read(manifest.release, file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { mediaType, bytes, sha256: hash.digest('hex') }
}
