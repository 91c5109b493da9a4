/** How many characters of a text are shown; more would hide the other lines. */
export const TEXT_SHOWN = 120

const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"])/

/**
 * A text of the data on a line of Markdown, escaped so that none of it is markup. An address is complete and unchanged,
 * between angle brackets, so that it can be followed and copied.
 */
export function inMarkdown(text: string, most = TEXT_SHOWN): string {
  const line = text.replace(/\s+/g, ' ').trim()
  let [shown, left] = ['', most]
  // After a split by a group, every second part is a match of the group.
  for (const [at, part] of line.split(ADDRESS).entries()) {
    const characters = Array.from(part)
    const isAddress = at % 2 === 1
    if (left === 0 || (characters.length > left && !isAddress)) {
      if (part === '') continue
      return `${shown}${escapedMarkdown(characters.slice(0, left).join(''))} …`
    }
    shown += isAddress ? `<${part}>` : escapedMarkdown(part)
    left = Math.max(0, left - characters.length)
  }
  return shown
}

function escapedMarkdown(text: string): string {
  // An underscore within a word is never markup.
  return text.replace(/[\\`*[\]<>&#|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}
