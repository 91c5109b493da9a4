/** A document that can't be read. The message says what was wrong, and what to do instead. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
