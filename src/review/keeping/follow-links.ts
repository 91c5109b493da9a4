import { basename, join } from 'node:path'
import { readSource } from '../../ingest/documents/sources.ts'
import type { Visitor } from '../../ingest/documents/visitor.ts'
import type { Lookups } from '../../ingest/lookups.ts'
import { Unreadable } from '../../ingest/unreadable.ts'
import type { AboutDraft } from './about.ts'
import { DraftClash } from './draft-files.ts'
import { draftOfSource, keepSource } from './keep-source.ts'
import { KnownDocuments } from './known-documents.ts'

/** A document that a page links to, and what came of reading it: the name of its draft, or why there is none. */
export type FollowedLink =
  | { readonly url: string; readonly draft: string }
  | { readonly url: string; readonly reason: string }

/** Where drafts and records are, and what is needed to fetch and read documents. */
export interface FollowPlace {
  readonly drafts: string
  readonly data: string
  readonly withdrawn: string
  readonly lookups: Lookups
  readonly visitor: Visitor
  readonly now: () => Date
}

/** Reads the documents that a page links to, as `npm run ingest -- --follow` does; what they link to is not read. */
export async function followLinks(
  { links }: Pick<AboutDraft, 'links'>,
  { drafts, data, withdrawn, lookups, visitor, now }: FollowPlace,
): Promise<FollowedLink[]> {
  const known = await KnownDocuments.in(drafts, data)
  const followed: FollowedLink[] = []
  for (const { url } of links) {
    try {
      const { source } = await readSource({ url }, { archive: join(drafts, 'archive'), visitor, now })
      const { folder } = await keepSource(source, draftOfSource(source, lookups), {
        lookups,
        known,
        withdrawn,
      })
      followed.push({ url, draft: basename(folder) })
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof DraftClash)) throw error
      followed.push({ url, reason: error.message })
    }
  }
  return followed
}
