/** So many characters of a text are shown; more would hide the other lines. */
export const TEXT_SHOWN = 120

/** A text of the data on a line of Markdown, in which nothing of it is markup. */
export function inMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  const shown = characters.length > TEXT_SHOWN ? `${characters.slice(0, TEXT_SHOWN).join('')} …` : line
  // An underscore within a word, as in an address, is never markup.
  return shown.replace(/[\\`*[\]<>&#|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}
