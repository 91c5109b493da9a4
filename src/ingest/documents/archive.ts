import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { sha256Of } from '../../common/sha256.ts'
import { readIfThere, readYaml, writeWhole } from '../../common/whole-file.ts'
import { extensions, mediaTypes } from './media-type.ts'
import type { DocumentOrigin } from './source-text.ts'

/** The server's validators for a version of a document, used to ask later whether it has changed. */
export interface Version {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A document to archive. */
interface Original extends Version {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly origin: DocumentOrigin
}

/** What the archive knows about an address: the bytes last received, and how to ask for newer ones. */
export interface Remembered extends Version {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly retrievedAt: string
}

const text = z.string().nullable()
const retrievalSchema = z.object({
  url: z.string(),
  retrieved_at: z.string(),
  etag: text,
  last_modified: text,
})
const sourceSchema = z.object({
  sha256: z.string(),
  bytes: z.number(),
  media_type: z.string(),
  origins: z.array(z.union([retrievalSchema, z.object({ path: z.string() })])),
})
const addressSchema = retrievalSchema.extend({ sha256: z.string(), media_type: z.string() })

/**
 * Keeps a document in an archive, under its checksum: `<sha256>/document.pdf` has the bytes, and `<sha256>/source.yaml`
 * lists each place that they came from. `addresses/` records what each address last gave. Returns the checksum.
 */
export async function archiveDocument(archive: string, original: Original): Promise<string> {
  const { bytes, mediaType, origin, etag, lastModified } = original
  const sha256 = sha256Of(bytes)
  const folder = join(archive, sha256)
  const document = documentIn(folder, mediaType)
  if (!(await holdsDocument(document, sha256))) await writeWhole(document, bytes)

  const place =
    'url' in origin
      ? { url: origin.url, retrieved_at: origin.retrievedAt, etag, last_modified: lastModified }
      : origin
  const known = await readYaml(join(folder, 'source.yaml'), sourceSchema)
  const others = known?.origins.filter((one) => originPlace(one) !== originPlace(place)) ?? []
  const source = { sha256, bytes: bytes.length, media_type: mediaType, origins: [...others, place] }
  await writeWhole(join(folder, 'source.yaml'), stringify(source))
  if ('url' in place) {
    const address = { ...place, sha256, media_type: mediaType }
    await writeWhole(addressFile(archive, place.url), stringify(address))
  }
  return sha256
}

/** What an address last gave; null if the archive does not have it or it has been changed. */
export async function remembered(archive: string, url: string): Promise<Remembered | null> {
  const address = await readYaml(addressFile(archive, url), addressSchema)
  if (!address) return null
  const file = documentIn(join(archive, address.sha256), address.media_type)
  if (!(await holdsDocument(file, address.sha256))) return null
  return {
    bytes: await readFile(file),
    mediaType: address.media_type,
    retrievedAt: address.retrieved_at,
    etag: address.etag,
    lastModified: address.last_modified,
  }
}

function originPlace(place: { readonly url: string } | { readonly path: string }): string {
  return 'url' in place ? place.url : place.path
}

function documentIn(folder: string, mediaType: string): string {
  const [type] = Object.values(mediaTypes).filter((one) => one === mediaType)
  return join(folder, `document${type ? extensions[type][0] : ''}`)
}

function addressFile(archive: string, url: string): string {
  return join(archive, 'addresses', `${sha256Of(url)}.yaml`)
}

async function holdsDocument(file: string, sha256: string): Promise<boolean> {
  const bytes = await readIfThere(file)
  return bytes !== null && sha256Of(bytes) === sha256
}
