import { MAX_QUOTED, shortened } from '../common/quoted.ts'

/** The maximum number of errors reported for one request, so that a query with thousands of errors is not validated to its end. */
export const MAX_ERRORS = 10

/** The maximum length of a message. */
const MAX_MESSAGE = 500

/** A text in quotation marks, in messages of the GraphQL library and in ours. It matches even if the closing mark is missing, so that it runs in linear time. */
const QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)(?:"|\\?$)/gs

/** A long word without quotation marks. */
const LONG_WORD = new RegExp(`[^\\s"…]{${MAX_QUOTED + 1},}`, 'g')

/** The first errors, each with its message shortened so that it repeats only a part of what was sent. */
export function shortenErrors<E extends Error>(errors: readonly E[]): E[] {
  const shown = errors.slice(0, MAX_ERRORS)
  for (const error of shown) error.message = shortenMessage(error.message)
  return shown
}

function shortenMessage(message: string): string {
  const quotesShortened = message
    .replace(QUOTED, (_all, sent: string) => `"${shortened(sent)}"`)
    .replace(LONG_WORD, (word) => shortened(word))
  return shortened(quotesShortened, MAX_MESSAGE)
}
