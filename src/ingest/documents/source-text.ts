/** What was read from a document: its words, and what is known of the file. */
export interface SourceText {
  /**
   * The words, in NFC, lines ended by \n, without blanks at the end of a line. The columns of a line stand apart by
   * two or more spaces, paragraphs by blank lines. Headers and footers that repeat are left out and named in `issues`.
   */
  readonly text: string
  /** The media type of the file, by its content. */
  readonly mediaType: string
  /** The checksum of the file's bytes, in hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly origin: DocumentOrigin
  /** Offsets in `text`, in code points, at which pages begin; [0] where there are no pages. */
  readonly pages: readonly number[]
  /** The file's own title (of HTML the `<title>`, of PDF and DOCX the metadata), if it has one. */
  readonly title: string | null
  readonly issues: readonly SourceIssue[]
  /** The documents that a page links to and that may hold an agreement. */
  readonly links: readonly DocumentLink[]
}

/** A document that a page links to, and the words of the link. */
export interface DocumentLink {
  readonly url: string
  readonly words: string
}

/** A copy in a web archive: its address, and when the archive took it. */
interface ArchivedCopy {
  readonly url: string
  readonly takenAt: string
}

/**
 * Where a file came from: its path or name, or its address and the time when it was fetched; and the copy that was
 * fetched, where the address itself has it no more.
 */
export type DocumentOrigin =
  | { readonly path: string }
  | { readonly url: string; readonly retrievedAt: string; readonly copy?: ArchivedCopy }

/** Something in a file that was left out or could not be read; `page` counts from 1. */
export interface SourceIssue {
  readonly kind: string
  readonly text: string
  readonly page: number | null
}
