/** Words with their first letter capitalised. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A label as it stands within a sentence: with a small first letter, unless it begins with an abbreviation such as ANDTS. */
export function withinSentence(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}
