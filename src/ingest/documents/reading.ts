import type { SourceIssue } from './source-text.ts'

/** What the reader of one format returns. */
export interface DocumentReading {
  /** The text of each page. */
  readonly parts: readonly string[]
  readonly title: string | null
  readonly issues: readonly SourceIssue[]
  /** The documents linked from a page that may contain an agreement, with the addresses as the page writes them. */
  readonly links?: readonly { readonly href: string; readonly words: string }[]
}
