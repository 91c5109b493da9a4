import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { LATEST } from '../exporters/folder.ts'
import { isReleaseName, type Manifest, readManifest } from '../exporters/manifest.ts'
import { isKnownCopy } from '../web/conditional.ts'
import { problem } from './problems.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
/** How long a copy of `latest` may be used: a release a night is news for some minutes. */
export const LATEST_CACHE = 'public, max-age=300'

/** The files that describe a release, and are not listed in its manifest because they list the others. */
const LISTS: { readonly [file: string]: string } = {
  'index.json': 'application/json',
  SHA256SUMS: 'text/plain; charset=utf-8',
}

/**
 * Answers with a file of a release, or of the newest where `release` is `latest`. Only what a release lists
 * is served, so no path leads anywhere else.
 */
export async function releaseFile(
  request: Request,
  exportsDir: string,
  { release, file }: { release: string; file: string },
  newest: () => Promise<string | null>,
): Promise<Response> {
  const name = release === LATEST ? await newest() : release
  const manifest = name !== null && isReleaseName(name) ? readManifest(exportsDir, name) : null
  if (!manifest) return problem(request, 404, `There is no release ${release}; see /exports/index.json`)
  const found = await describe(exportsDir, manifest, file)
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
  const path = join(exportsDir, manifest.release, file)
  // Looked for before anything is promised: a file that is gone is a fault of ours, told as one.
  await stat(path)
  // Node's web streams and the browser's differ in type alone.
  return new Response(Readable.toWeb(Readable.from(bytesOf(path))) as ReadableStream<Uint8Array>, {
    headers: typed,
  })
}

/** The bytes of a file. It is opened when they are first asked for, and closed when nobody wants more. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    yield* file.createReadStream({ autoClose: false })
  } finally {
    await file.close()
  }
}

async function describe(exportsDir: string, manifest: Manifest, file: string) {
  const listed = manifest.files.find(({ path }) => path === file)
  if (listed) return { mediaType: listed.media_type, bytes: listed.bytes, sha256: listed.sha256 }
  const mediaType = Object.hasOwn(LISTS, file) ? LISTS[file] : undefined
  if (mediaType === undefined) return null
  const path = join(exportsDir, manifest.release, file)
  const [{ size }, content] = await Promise.all([stat(path), readFile(path)])
  return { mediaType, bytes: size, sha256: createHash('sha256').update(content).digest('hex') }
}
