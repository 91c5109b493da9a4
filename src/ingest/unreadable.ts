/** A document that cannot be read. The message says what was wrong, and what to do instead. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** The longest text that is read, in UTF-16 units: some three hundred pages. An agreement has three. */
export const MOST_TEXT = 1_000_000

/**
 * The longest sentence or line that is analysed. Rules look at one of them at a time, so the time that a
 * document takes grows linearly with its length, however its lines are broken.
 */
export const MOST_SENTENCE = 2_000

/**
 * Checks that a text can be the text of a document.
 *
 * @throws {Unreadable} when it is too long, is not well-formed, contains NUL, or has no letters.
 */
export function assertReadable(text: string): void {
  if (text.length > MOST_TEXT) {
    throw new Unreadable(
      `The text has ${text.length} characters, but at most ${MOST_TEXT} can be read; give the part with the agreement.`,
    )
  }
  if (!text.isWellFormed())
    throw new Unreadable('The text contains incomplete characters; save it again as UTF-8.')
  if (text.includes('\0'))
    throw new Unreadable(
      'The text contains NUL characters, so it is not the text of a document; give another file.',
    )
  if (!/\p{L}/u.test(text))
    throw new Unreadable('The text contains no letters; run text recognition (OCR) on scanned pages first.')
}
