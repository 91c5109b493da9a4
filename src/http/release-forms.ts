import Negotiator from 'negotiator'
import { measured } from '../common/sha256.ts'
import { compressions } from '../exporters/compressions.ts'
import type { Manifest } from '../exporters/manifest.ts'
import { LISTS, OF_SIGNED } from '../exporters/served-as.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'
import { isFileName } from '../exporters/verify/manifest.ts'

/** A form in which a file is sent: uncompressed, or the compressed copy in the release. */
export interface StoredForm {
  readonly coding: 'identity' | (typeof compressions)[number]['coding']
  /** The file that contains the form. */
  readonly path: string
  /** The decoded file. */
  readonly mediaType: string
  readonly bytes: number
  /** Strong: the checksum of exactly the bytes that are sent. */
  readonly etag: string
}

/** The forms that a release has of a file, the smallest first, uncompressed last; none if it has no such file. */
export async function storedForms(
  store: ReleaseStore,
  manifest: Manifest,
  file: string,
): Promise<StoredForm[]> {
  if (!isFileName(file)) return [] // whatever the manifest says, nothing leads out of the folder
  const listed = (path: string) => manifest.files.find((each) => each.path === path)
  const own = listed(file) ?? (await measuredList(store, manifest, file))
  if (!own) return []
  const form = (coding: StoredForm['coding'], { path, bytes, sha256 }: typeof own) => ({
    coding,
    path,
    mediaType: own.media_type,
    bytes,
    etag: `"${sha256}"`,
  })
  const copies = compressions.flatMap(({ extension, coding }) => {
    const copy = listed(`${file}.${extension}`)
    return copy ? [form(coding, copy)] : []
  })
  return [...copies, form('identity', own)]
}

/** The forms that a client accepts by Accept-Encoding, the one to send first. */
export function acceptedForms(forms: readonly StoredForm[], acceptEncoding: string | null): StoredForm[] {
  // Without Accept-Encoding any coding would be acceptable (RFC 9110, 12.5.3), but most such clients cannot decompress.
  const codings: string[] = forms.map(({ coding }) => coding)
  // The order in the header means nothing between codings with the same q-value: our smallest one is sent.
  const rank = (each: string) => codings.indexOf(each.split(';')[0]?.trim().toLowerCase() ?? '')
  const inOurOrder = (acceptEncoding ?? 'identity').split(',').sort((one, other) => rank(one) - rank(other))
  const negotiator = new Negotiator({ headers: { 'accept-encoding': inOurOrder.join(',') } })
  const accepted = negotiator
    .encodings(codings)
    .flatMap((coding) => forms.filter((form) => form.coding === coding))
  // A client that refuses even "identity" gets it nevertheless: there is nothing else.
  return accepted.length > 0 ? accepted : forms.slice(-1)
}

/** A list, described as the manifest would: it is small. */
async function measuredList(store: ReleaseStore, { release }: Manifest, path: string) {
  const mediaType = Object.hasOwn(LISTS, path) ? LISTS[path] : undefined
  if (mediaType === undefined) return null
  if (OF_SIGNED.includes(path) && (await store.size(release, path)) === null) return null
  return { path, media_type: mediaType, ...(await measured(store.read(release, path))) }
}
