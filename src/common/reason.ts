/**
 * Why something failed, for a message: the message of the error, or of each error if several attempts failed.
 *
 * @example reasonOf(new Error('no such file')) // 'no such file'
 */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ')
  return error instanceof Error ? error.message : String(error)
}

/** An error for the log, with where it was thrown. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
