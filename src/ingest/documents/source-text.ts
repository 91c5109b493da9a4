/** The result of reading a document: its text, and what is known of the file. */
export interface SourceText {
  /**
   * The text, in NFC, with \n as line end and without trailing spaces. Columns of a line are separated by two or more
   * spaces, paragraphs by blank lines. Repeated headers and footers are left out and reported in `issues`.
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
  /** The documents linked from a page that may contain an agreement. */
  readonly links: readonly DocumentLink[]
}

/** A document that a page links to, and the text of the link. */
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
 * Where a file came from: its path or name, or its address and the time when it was fetched; and the archived copy that
 * was fetched, if the address itself no longer has it.
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
