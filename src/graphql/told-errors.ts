import { MAX_QUOTED, shortened } from '../common/quoted.ts'

/** How many mistakes of one request are looked for: whoever sends thousands is not read to the end. */
export const MAX_ERRORS = 10

/** How long a message may be. */
const MAX_MESSAGE = 500

/** A text in quotation marks, in the messages of GraphQL itself and in ours. Matches whatever follows a mark, so it takes time by the length alone. */
const QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)(?:"|\\?$)/gs

/** A long word without them. */
const LONG_WORD = new RegExp(`[^\\s"…]{${MAX_QUOTED + 1},}`, 'g')

/** What is told of what is wrong: the first errors, each with no more of what was sent than a message shows. */
export function briefly<E extends Error>(errors: readonly E[]): E[] {
  const told = errors.slice(0, MAX_ERRORS)
  for (const error of told) error.message = brief(error.message)
  return told
}

function brief(message: string): string {
  const told = message
    .replace(QUOTED, (_all, sent: string) => `"${shortened(sent)}"`)
    .replace(LONG_WORD, (word) => shortened(word))
  return shortened(told, MAX_MESSAGE)
}
