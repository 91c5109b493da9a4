/** A finding about a copy: a fault, or information. */
export interface CopyFinding {
  readonly kind: 'fault' | 'note'
  /** The file, or null if it is about the release. */
  readonly file: string | null
  readonly message: string
}

/** A fault of a file, or of the release. */
export function fault(file: string | null, message: string): CopyFinding {
  return { kind: 'fault', file, message }
}

/** Information about the release. */
export function note(message: string): CopyFinding {
  return { kind: 'note', file: null, message }
}
