import { getEncoding } from 'encoding-sniffer'
import { sha256Of } from '../../common/sha256.ts'
import { Unreadable } from '../unreadable.ts'
import { readDocx } from './docx/docx.ts'
import { decodeDeclared } from './encoding.ts'
import { garbledIn } from './garbled.ts'
import { readHtml } from './html/html.ts'
import { isHtml, type MediaType, mediaTypes, packaging, refuseBinary } from './media-type.ts'
import { readPdf } from './pdf/pdf.ts'
import { readPlainText } from './plain-text.ts'
import type { DocumentReading } from './reading.ts'
import type { DocumentLink, DocumentOrigin, SourceText } from './source-text.ts'
import { codePoints } from './words.ts'

/** The largest file that is read. */
export const DOCUMENT_BYTES_MAX = 30 * 1024 * 1024

/** What is known of a file besides its bytes. */
interface Provenance {
  readonly origin: DocumentOrigin
  /** The media type, with parameters, that the sender declared. The content decides; this only helps. */
  readonly mediaType?: string | undefined
  /** The final address, against which its links are resolved, if it differs from its own. */
  readonly base?: string
}

/**
 * Reads a document: plain text, HTML, PDF or DOCX, detected by content. Nothing is fetched or written.
 *
 * @throws {Unreadable} when the document is too large, has no text, or is of another kind.
 */
export async function readDocument(
  bytes: Uint8Array,
  { origin, mediaType, base }: Provenance,
): Promise<SourceText> {
  if (bytes.length > DOCUMENT_BYTES_MAX)
    throw new Unreadable(
      `The file has ${megabytes(bytes.length)} MB, but at most ${megabytes(DOCUMENT_BYTES_MAX)} can be read; give the part with the agreement.`,
    )
  const { type, reading } = await readBytes(bytes, origin, mediaType ?? null)
  const text = reading.parts.join('')
  if (text.trim() === '') throw new Unreadable('The file has no text; check that it is the right file.')
  const pages: number[] = []
  let offset = 0
  for (const part of reading.parts) {
    pages.push(offset)
    offset += codePoints(part)
  }
  const sha256 = sha256Of(bytes)
  const { title } = reading
  const links = absoluteLinks(reading.links ?? [], base ?? ('url' in origin ? origin.url : undefined))
  // A PDF itself says which of its letters cannot be read.
  const issues = type === mediaTypes.pdf ? reading.issues : [...reading.issues, ...garbledIn(text)]
  return { text, mediaType: type, sha256, bytes: bytes.length, origin, pages, title, issues, links }
}

/** The links of a page as absolute web addresses, without fragments. Links to anything else are left out. */
function absoluteLinks(
  links: NonNullable<DocumentReading['links']>,
  base: string | undefined,
): readonly DocumentLink[] {
  const found = new Map<string, DocumentLink>()
  for (const { href, words } of links) {
    const url = URL.parse(href, base)
    if (!url || !/^https?:$/.test(url.protocol)) continue
    url.hash = ''
    if (url.href !== base && !found.has(url.href)) found.set(url.href, { url: url.href, words })
  }
  return [...found.values()]
}

async function readBytes(
  bytes: Uint8Array,
  origin: DocumentOrigin,
  declared: string | null,
): Promise<{ type: MediaType; reading: DocumentReading }> {
  const packed = packaging(bytes)
  if (packed === 'pdf') return { type: mediaTypes.pdf, reading: await readPdf(bytes) }
  if (packed === 'zip') return { type: mediaTypes.docx, reading: await readDocx(bytes) }

  const [declaredType = '', ...parameters] = (declared ?? '').split(';').map((part) => part.trim())
  const charset = parameters
    .find((parameter) => /^charset=/i.test(parameter))
    ?.slice(8)
    .replaceAll('"', '')
  const inFile = getEncoding(bytes, { transportLayerEncodingLabel: charset ?? '', defaultEncoding: 'utf-8' })
  const { text, issues } = decodeDeclared(bytes, inFile)
  refuseBinary(text)
  const name = 'path' in origin ? origin.path : new URL(origin.url).pathname
  const html = isHtml(text, declaredType, name)
  const reading = html ? readHtml(text) : readPlainText(text)
  return {
    type: html ? mediaTypes.html : mediaTypes.text,
    reading: { ...reading, issues: [...issues, ...reading.issues] },
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
