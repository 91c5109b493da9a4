import { readDocument } from '../../../../src/ingest/documents/read-document.ts'
import type { SourceText } from '../../../../src/ingest/documents/source-text.ts'

/** Reads what lies in a file of this name. */
export function read(
  contents: Uint8Array | string,
  path = 'a file',
  mediaType?: string,
): Promise<SourceText> {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents
  return readDocument(bytes, { origin: { path }, mediaType })
}

/** The text of a page of HTML with this body. */
export async function textOf(body: string): Promise<string> {
  return (await read(`<!doctype html><html><body>${body}</body></html>`)).text
}
