/** Words as they are compared: in NFC, white space of any kind and length as one blank. */
export function plainWords(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The single words of a text in lower case, and how often each is there. */
export function countWords(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of words
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
