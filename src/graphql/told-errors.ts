/** How many mistakes of one request are looked for: whoever sends thousands is not read to the end. */
export const MAX_ERRORS = 10

/** How long a message may be. Some quote a value that was sent, all of it in each. */
const MAX_MESSAGE = 500

/** What is told of what is wrong: the first errors, with no more than the beginning of what was sent. */
export function briefly<E extends Error>(errors: readonly E[]): E[] {
  const told = errors.slice(0, MAX_ERRORS)
  for (const error of told) error.message = shortened(error.message)
  return told
}

/** The beginning of a text that may be very long. */
export function shortened(text: string): string {
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text
}
