/** How many characters of a text that somebody sent or wrote are shown in a message. */
export const MAX_QUOTED = 40

/** Characters that cannot be seen in a line, and that would break it in a log, a header or XML. */
export const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]/gu

/**
 * A text that somebody sent or wrote, for an error message: as a JSON string, on one line, and shortened.
 *
 * @example quoted('a "word"\n') // '"a \\"word\\"\\n"'
 */
export function quoted(text: string): string {
  return JSON.stringify(shortened(text)).replace(CONTROLS, escapedControl)
}

/** The beginning and the end of a text that may be long: at most so many characters. */
export function shortened(text: string, most: number = MAX_QUOTED): string {
  if (text.length <= most) return text
  const end = Math.floor((most - 1) / 3)
  // Half of a surrogate pair is not a character.
  const first = text.slice(0, most - 1 - end).replace(/[\ud800-\udbff]$/, '')
  return `${first}…${text.slice(-end).replace(/^[\udc00-\udfff]/, '')}`
}

function escapedControl(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
