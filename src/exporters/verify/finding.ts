/** Something that was seen in a copy: a fault, for which it isn't whole, or what is merely to be known. */
export interface CopyFinding {
  readonly kind: 'fault' | 'note'
  /** The file that it is about, or null where it is about the release. */
  readonly file: string | null
  readonly message: string
}

/** A fault of a file, or of the release. */
export function fault(file: string | null, message: string): CopyFinding {
  return { kind: 'fault', file, message }
}

/** What is to be known of the release. */
export function note(message: string): CopyFinding {
  return { kind: 'note', file: null, message }
}
