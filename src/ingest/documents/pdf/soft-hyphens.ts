/** The glyphs that a page draws, in order, without blanks; a soft hyphen among them. */
export type Glyphs = string

const SOFT_HYPHEN = '\u00AD'
/** What the words of a page leave out: blanks, and what nobody sees. */
const SKIPPED = /[\s\p{Cf}]/u

/**
 * The words of a page with the soft hyphens that stand at their ends: pdf.js drops all of them, and with them what says
 * that a word goes on. Words and glyphs come in the same order; where they part ways, the words stay as they are.
 */
export function withSoftHyphens(words: readonly string[], glyphs: Glyphs): string[] {
  if (!glyphs.includes(SOFT_HYPHEN)) return [...words]
  const drawn = [...glyphs]
  let at = 0
  const restored: string[] = []
  for (const text of words) {
    for (const letter of text) {
      if (SKIPPED.test(letter)) continue
      while (at < drawn.length && SKIPPED.test(drawn[at] ?? '')) at++
      if (drawn[at] !== letter) return [...restored, ...words.slice(restored.length)]
      at++
    }
    const isSplit = drawn[at] === SOFT_HYPHEN && text.trim() !== ''
    restored.push(isSplit ? text.trimEnd() + SOFT_HYPHEN : text)
  }
  return restored
}
