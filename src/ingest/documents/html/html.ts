import { Unreadable } from '../../unreadable.ts'
import { LeftOut } from '../left-out.ts'
import type { DocumentReading } from '../reading.ts'
import { tidy } from '../words.ts'
import { documentLinks } from './document-links.ts'
import { regionsOf } from './regions.ts'
import { renderedText } from './renderer.ts'
import { findElements, firstWords, parseTree } from './tree.ts'

/** The longest page that is read; most pages are less than a tenth of this. */
export const HTML_CHARACTERS_MAX = 5_000_000

/**
 * Reads a page.
 *
 * @throws {Unreadable} when the page has more than `HTML_CHARACTERS_MAX` characters.
 */
export function readHtml(html: string): DocumentReading {
  if (html.length > HTML_CHARACTERS_MAX)
    throw new Unreadable(
      `The page has ${html.length} characters, but at most ${HTML_CHARACTERS_MAX} can be read; save the part with the agreement.`,
    )
  const page = parseTree(html)
  const leftOut = new LeftOut()
  const { roots, reason } = regionsOf(page, leftOut)
  const text = renderedText(roots, reason, leftOut, 'collapsed')
  const [title] = findElements(page, ({ name }) => name === 'title')
  const words = title ? tidy(firstWords(title, () => false).replace(/\s+/g, ' ')) : ''
  return {
    parts: [text],
    title: words === '' ? null : words,
    issues: leftOut.issues(),
    links: documentLinks(page),
  }
}
