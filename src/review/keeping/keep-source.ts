import { basename } from 'node:path'
import type { SourceText } from '../../ingest/documents/source-text.ts'
import type { Draft } from '../../ingest/draft.ts'
import { draftAgreement } from '../../ingest/draft-agreement.ts'
import type { Lookups } from '../../ingest/lookups.ts'
import type { Proposals } from '../../ingest/third-reader/proposals.ts'
import { type KeptDraft, keepDraft } from './keep-draft.ts'
import type { KnownDocuments } from './known-documents.ts'

/** What is needed to draft a document, and to know whether it has a draft already. */
export interface Drafting {
  readonly lookups: Lookups
  readonly known: KnownDocuments
  /** Ids that were published and withdrawn, in any text. */
  readonly withdrawn: string
}

/** What the program reads from a document. */
export function draftOfSource(
  { text, title, origin, links }: SourceText,
  lookups: Lookups,
  proposals: Proposals | null = null,
): Draft {
  return draftAgreement({ text, title, url: 'url' in origin ? origin.url : null, links }, lookups, proposals)
}

/** Keeps the draft of a document in its folder. */
export async function keepSource(
  source: SourceText,
  found: Draft,
  { lookups, known, withdrawn }: Drafting,
): Promise<KeptDraft & { readonly folder: string }> {
  const home = await known.homeOf(source, found.record.id)
  const read = (text: string) => draftOfSource({ ...source, text }, lookups)
  const kept = await keepDraft({ source, draft: found, home, read, withdrawn })
  await known.note(basename(home.folder))
  return { ...kept, folder: home.folder }
}
