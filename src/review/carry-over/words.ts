/** Words in the form in which they are compared: in NFC, with one space for any white space. */
export function plainWords(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The words of a text in lower case, with their counts. */
export function countWords(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of words
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
