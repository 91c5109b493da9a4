import { shortened } from '../common/quoted.ts'
import { isReleaseName, type Manifest } from '../exporters/manifest.ts'
import { paths } from '../exporters/metadata/files.ts'
import { dispositionOf, IMMUTABLE, LATEST_CACHE, LISTS } from '../exporters/served-as.ts'
import { LATEST, type ReleaseStore } from '../exporters/stores/store.ts'
import { isAsWanted, isKnownCopy, isUnchangedSince } from '../web/conditional.ts'
import type { Downloads } from '../web/downloads.ts'
import { type ByteRange, isResumption, requestedRange } from '../web/ranges.ts'
import { openBody } from './file-body.ts'
import { problem } from './problems.ts'
import { acceptedForms, type StoredForm, storedForms } from './release-forms.ts'
import { EMBED_HEADERS } from './site/security.ts'

/** The files that list or sign others, which must be found beside them. */
const NAMING_OTHERS: readonly string[] = [
  ...Object.keys(LISTS),
  paths.dataPackage,
  paths.csvw,
  paths.schemaOrg,
]

/** Whether a file refers to others beside it, so that it has to be requested where they are. */
export function leadsOn(file: string): boolean {
  return NAMING_OTHERS.includes(file)
}

/** The releases that are served. */
export interface Releases {
  readonly store: ReleaseStore
  /** The name of the newest one. */
  newest(): Promise<string | null>
  readonly downloads: Downloads
  /** Called with errors that occur after a response has begun. */
  onError(error: unknown): void
}

/** What to send of a file. */
type Choice =
  | { readonly status: 200 | 206 | 304 | 307; readonly form: StoredForm; readonly part?: ByteRange }
  | { readonly status: 412 }
  | { readonly status: 416; readonly form: StoredForm }

/**
 * The response with a file of a release, or of the newest if `release` is `latest`. Only files that a release lists
 * are served, so that no path leads anywhere else.
 */
export async function releaseFile(
  request: Request,
  { release, file }: { release: string; file: string },
  releases: Releases,
): Promise<Response> {
  const isLatest = release === LATEST
  const manifest = await findRelease(releases, release)
  if (!manifest) return noSuchRelease(request, release)
  const { store, downloads, onError } = releases
  const forms = await storedForms(store, manifest, file)
  if (forms.length === 0) {
    const at = `/exports/${isLatest ? LATEST : manifest.release}/index.json`
    return problem(request, 404, {
      sv: `Filen ${shortened(file)} finns inte i utgåvan ${manifest.release}; se ${at}`,
      en: `Release ${manifest.release} has no file ${shortened(file)}; see ${at}`,
    })
  }

  const publishedAt = await store.publishedAt(manifest.release)
  const choice = choose(request, forms, publishedAt, { isLatest, leadsOn: isLatest && leadsOn(file) })
  if (choice.status === 412) {
    return problem(request, 412, {
      sv: `${file} har ändrats sedan dess; försök igen utan If-Match och If-Unmodified-Since`,
      en: `${file} has changed since; retry without If-Match and If-Unmodified-Since`,
    })
  }
  const { status, form } = choice
  if (status === 416) {
    const detail = {
      sv: `Range ligger utanför ${file}, som har ${form.bytes} byte`,
      en: `Range is outside ${file}, which has ${form.bytes} bytes`,
    }
    return problem(request, 416, detail, { 'content-range': `bytes */${form.bytes}` })
  }
  const address = `/exports/${manifest.release}/${file}`
  const headers = {
    'cache-control': isLatest ? LATEST_CACHE : IMMUTABLE,
    'content-location': address,
    ...(status === 307
      ? { location: address }
      : {
          'accept-ranges': 'bytes',
          etag: form.etag,
          ...(publishedAt && { 'last-modified': publishedAt.toUTCString() }),
        }),
    ...(forms.length > 1 && { vary: 'accept-encoding' }),
    'x-content-type-options': 'nosniff',
  }
  if (status === 304) return new Response(null, { status, headers })

  const { part } = choice
  const bytes = part ? part.end - part.start + 1 : form.bytes
  const described = {
    ...headers,
    ...(form.mediaType.startsWith('text/html') && EMBED_HEADERS),
    'content-type': form.mediaType,
    'content-length': String(bytes),
    'content-disposition': dispositionOf(manifest, file),
    ...(form.coding !== 'identity' && { 'content-encoding': form.coding }),
    ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${form.bytes}` }),
  }
  const body =
    request.method === 'HEAD'
      ? null
      : await openBody(
          (signal) => downloads.counted(store.read(manifest.release, form.path, { part, signal })),
          bytes,
          request.signal,
          onError,
        )
  return new Response(body, { status, headers: described })
}

/** The manifest of a release, or of the newest if `release` is `latest`; null if there is none. */
export async function findRelease({ store, newest }: Releases, release: string): Promise<Manifest | null> {
  const name = release === LATEST ? await newest() : release
  return name !== null && isReleaseName(name) ? store.manifest(name) : null
}

/** The response if there is no release with that name. */
export function noSuchRelease(request: Request, release: string): Response {
  return problem(request, 404, {
    sv: `Utgåvan ${shortened(release)} finns inte; se /exports/index.json`,
    en: `Release ${shortened(release)} not found; see /exports/index.json`,
  })
}

/** What to send, by the conditions of a request in the order of RFC 9110, 13.2.2. */
function choose(
  request: Request,
  forms: readonly StoredForm[],
  publishedAt: Date | null,
  { isLatest, leadsOn }: { readonly isLatest: boolean; readonly leadsOn: boolean },
): Choice {
  const header = (name: string) => request.headers.get(name)
  const accepted = acceptedForms(forms, header('accept-encoding'))
  const [ifMatch, ifRange] = [header('if-match'), header('if-range')]
  const wanted = ifMatch === null ? accepted : accepted.filter(({ etag }) => isAsWanted(ifMatch, etag))
  const [best] = wanted
  if (!best) return { status: 412 }
  if (ifMatch === null && isUnchangedSince(header('if-unmodified-since'), publishedAt) === false)
    return { status: 412 }
  if (leadsOn) return { status: 307, form: best }
  const ifNoneMatch = header('if-none-match')
  const known = wanted.find(({ etag }) => isKnownCopy(ifNoneMatch, etag))
  if (known) return { status: 304, form: known }
  if (ifNoneMatch === null && isUnchangedSince(header('if-modified-since'), publishedAt))
    return { status: 304, form: best }

  const whole = { status: 200, form: best } as const
  const range = request.method === 'GET' ? header('range') : null
  // A client that resumes `latest` without If-Range could put parts of two releases together.
  const isBlind = isLatest && ifRange === null && ifMatch === null && isResumption(range)
  if (range === null || isBlind) return whole
  // A range is of the uncompressed file, unless the client says that it has a part of the compressed one.
  const form =
    ifRange === null
      ? (wanted.find(({ coding }) => coding === 'identity') ?? best)
      : wanted.find(({ etag }) => etag === ifRange)
  const part = form ? requestedRange(range, form.bytes) : null
  if (!form || part === null) return whole
  return part === 'unsatisfiable' ? { status: 416, form } : { status: 206, form, part }
}
