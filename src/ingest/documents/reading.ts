import type { SourceIssue } from './source-text.ts'

/** What a reader of one format found. */
export interface DocumentReading {
  /** The text, cut where pages begin. */
  readonly parts: readonly string[]
  readonly title: string | null
  readonly issues: readonly SourceIssue[]
  /** The documents that a page links to and that may hold an agreement, by the addresses that it has for them. */
  readonly links?: readonly { readonly href: string; readonly words: string }[]
}
