/**
 * Why something failed, for a message: the message of the error, or of each error if several attempts failed.
 *
 * @example reasonOf(new Error('no such file')) // 'no such file'
 */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ')
  if (!(error instanceof Error)) return String(error)
  return isOfStatement(error) ? reasonOf(error.cause) : error.message
}

/** An error for the log, with where it was thrown and why. What somebody asked for is left out. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = '', cause } = error
  const first = isOfStatement(error) ? 'A statement failed' : `${error.name}: ${withoutValues(error)}`
  const stackAt = stack.indexOf('\n    at ')
  const trace = stackAt < 0 ? first : first + stack.slice(stackAt)
  return cause === undefined ? trace : `${trace}\ncaused by ${traceOf(cause)}`
}

/** Whether an error is that of drizzle for a statement, whose message is the statement with its parameters. */
function isOfStatement(error: Error): boolean {
  return 'query' in error && 'params' in error && error.cause !== undefined
}

/** The message of an error. If PostgreSQL refused a value (SQLSTATE 22…), the message quotes it. */
function withoutValues(error: Error): string {
  const isOfValue = 'code' in error && typeof error.code === 'string' && /^22[\dA-Z]{3}$/.test(error.code)
  return isOfValue ? error.message.replace(/".*"/gs, '"…"') : error.message
}
