import { Unreadable } from '../../unreadable.ts'
import { LeftOut } from '../left-out.ts'
import type { Reading } from '../reading.ts'
import { tidy, withBullets } from '../words.ts'
import { LineWriter } from './line-writer.ts'
import { regionsOf } from './regions.ts'
import { Renderer } from './renderer.ts'
import { findAll, firstWords, parseTree } from './tree.ts'

/** The longest page that is read; pages are rarely a tenth of this. */
export const HTML_CHARACTERS_MAX = 5_000_000

/**
 * Reads a page: a line for each paragraph, heading and item of a list, tables as columns. In what a word processor
 * wrote, blanks and tabs are kept: they set columns.
 */
export function readHtml(html: string, blanks: 'collapsed' | 'kept' = 'collapsed'): Reading {
  if (html.length > HTML_CHARACTERS_MAX)
    throw new Unreadable(
      `The page has ${html.length} characters, and ${HTML_CHARACTERS_MAX} are read; save the part that holds the agreement.`,
    )
  const page = parseTree(html)
  const leftOut = new LeftOut()
  const regions = regionsOf(page, leftOut)
  const lines = new LineWriter()
  const render = new Renderer(lines, regions, leftOut, blanks, 0)
  for (const root of regions.roots) {
    render.children(root)
    lines.endParagraph()
  }
  const [title] = findAll(page, ({ name }) => name === 'title')
  const words = title ? tidy(firstWords(title, () => false).replace(/\s+/g, ' ')) : ''
  const text = withBullets(tidy(lines.end().join('\n')))
  return {
    parts: [text === '' ? '' : `${text}\n`],
    title: words === '' ? null : words,
    issues: leftOut.issues(),
  }
}
