import { accountFor } from './account.ts'
import type { DocumentLink } from './documents/source-text.ts'
import type { Draft } from './draft.ts'
import type { Page } from './layouts/page.ts'
import { pageOfText } from './layouts/page-of-text.ts'
import { readPage } from './layouts/read-page.ts'
import type { Lookups } from './lookups.ts'
import { recordOf } from './record.ts'
import { Source } from './text/source.ts'
import type { Proposals } from './third-reader/proposals.ts'
import { assertReadable } from './unreadable.ts'

/** A document to read: its text, its name and its address. */
interface TextDocument {
  readonly text: string
  readonly title: string | null
  readonly url: string | null
  /** The documents linked from the page that may contain an agreement. */
  readonly links?: readonly DocumentLink[]
}

/**
 * Reads a document: the record as far as its words state it, the rule by which each value was read, and what became of
 * every line. A third reader may have made proposals for what the rules leave open.
 *
 * @throws {Unreadable} when it is not the text of a document.
 */
export function draftAgreement(
  { text, title, url, links }: TextDocument,
  lookups: Lookups,
  proposals: Proposals | null = null,
): Draft {
  assertReadable(text)
  const page: Page = pageOfText(new Source(text), lookups, title, url, proposals, links)
  const read = readPage(page)
  const made = recordOf(page, read)
  return accountFor(page, read, made)
}
