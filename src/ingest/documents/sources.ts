import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { quoted } from '../../common/quoted.ts'
import { Unreadable } from '../unreadable.ts'
import { archiveDocument, remembered } from './archive.ts'
import { fetchDocument } from './fetch-document.ts'
import { extensions } from './media-type.ts'
import { DOCUMENT_BYTES_MAX, readDocument } from './read-document.ts'
import type { SourceText } from './source-text.ts'
import type { Visitor } from './visitor.ts'

/** Where one document is. */
export type DocumentSource = { readonly path: string } | { readonly url: string }

/** The documents that an argument names, and the other files beside them. */
export interface Sources {
  readonly sources: readonly DocumentSource[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}

const READ = Object.values(extensions).flat()

/**
 * The documents that an argument names: an address, a file, or everything in a folder, sorted.
 *
 * @throws {Unreadable} when there is no file or folder of that name, or it is a device or a pipe.
 */
export async function sourcesOf(argument: string): Promise<Sources> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) return { sources: [{ url: argument }], skipped: [] }
  const kind = await stat(argument).catch((cause: unknown) => {
    throw new Unreadable(
      `File or folder not found: ${quoted(argument)}; check the path, or start an address with https://.`,
      { cause },
    )
  })
  const path = normalize(argument)
  if (!kind.isDirectory() && !kind.isFile())
    throw new Unreadable(`${quoted(argument)} is a device or a pipe; save its output as a file.`)
  if (!kind.isDirectory()) return { sources: [{ path }], skipped: [] }
  const found: { sources: DocumentSource[]; skipped: { path: string; reason: string }[] } = {
    sources: [],
    skipped: [],
  }
  await walk(path, found)
  return found
}

async function walk(
  folder: string,
  found: { sources: DocumentSource[]; skipped: { path: string; reason: string }[] },
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const skip = (reason: string) => found.skipped.push({ path, reason })
    if (entry.name.startsWith('.')) skip('hidden')
    else if (entry.isDirectory()) await walk(path, found)
    else if (!entry.isFile()) skip('a link or device')
    else if (READ.includes(extname(entry.name).toLowerCase())) found.sources.push({ path })
    else skip(`not named as a document (${READ.join(', ')})`)
  }
}

/** Where sources are kept, how they are fetched, and the current time. */
export interface ReadingPlace {
  readonly archive: string
  readonly visitor: Visitor
  readonly now: () => Date
}

/**
 * Fetches or opens a document, reads it, and archives it; `unchanged` if the server or the archive says that it is the
 * version read before. A document that cannot be read is not archived.
 *
 * @throws {Unreadable} when the document cannot be fetched or read, or is too large.
 */
export async function readSource(
  source: DocumentSource,
  { archive, visitor, now }: ReadingPlace,
): Promise<{ readonly source: SourceText; readonly unchanged: boolean }> {
  if ('path' in source) {
    const { size } = await stat(source.path)
    if (size > DOCUMENT_BYTES_MAX)
      throw new Unreadable(`${source.path} is too large; give the part with the agreement.`)
    const bytes = await readFile(source.path)
    const read = await readDocument(bytes, { origin: source })
    const { mediaType } = read
    await archiveDocument(archive, { bytes, mediaType, origin: source, etag: null, lastModified: null })
    return { source: read, unchanged: false }
  }
  const before = await remembered(archive, source.url)
  const fetched = await fetchDocument(visitor, source.url, before)
  const origin = { url: source.url, retrievedAt: now().toISOString() }
  const read = await readDocument(fetched.bytes, { origin, mediaType: fetched.mediaType, base: fetched.url })
  await archiveDocument(archive, { ...fetched, mediaType: read.mediaType, origin })
  return { source: read, unchanged: before !== null && Buffer.from(before.bytes).equals(fetched.bytes) }
}
