/** The database can't be used as it was asked to be; the message says what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

/** The first line of an error, of its cause where drizzle wraps one, of all where several addresses failed. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ')
  // The embedded database's file system throws what is not an Error, but has a number.
  if (!(error instanceof Error)) return `its file system refused (${JSON.stringify(error)})`
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return error.message.split('\n')[0]?.replace(/\.$/, '') ?? error.name
}

/** The SQLSTATE that PostgreSQL failed with, or the code of the driver or the system; null where an error has neither. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}
