import type { Element, ParentNode } from 'domhandler'
import { tidy } from '../words.ts'
import { unseen } from './regions.ts'
import { findElements, textContent } from './tree.ts'

/** A page that links to more documents is an archive page, which is read address by address. */
export const LINKS_MAX = 10
const WORDS_MAX = 200

/** A link of a page: its address as written in the page, and its text. */
export interface PageLink {
  readonly href: string
  readonly words: string
}

const IS_FILE = /\.(?:pdf|docx)(?:[?#]|$)/i
const NAMES_FILE = /(?:^|[(, ])(?:pdf|docx)(?:[), ]|$)/i
/** "Medborgarlöfte 2025", "medborgarlofte-2025.pdf" */
const SPEAKS_OF_PROMISES = /l(?:ö|o)fte/i

/** The documents linked from a page that may contain an agreement, each once. */
export function documentLinks(page: ParentNode): PageLink[] {
  const found = new Map<string, PageLink>()
  // What is below a hidden part is not examined.
  const parts = findElements(page, (element) => isLink(element) || unseen(element) !== null)
  for (const link of parts.filter(isLink)) {
    const href = link.attribs.href ?? ''
    const words = tidy(textContent(link, WORDS_MAX).replace(/\s+/g, ' ')).slice(0, WORDS_MAX)
    const isFile = IS_FILE.test(href) || NAMES_FILE.test(words)
    if (!isFile || !SPEAKS_OF_PROMISES.test(`${words} ${decoded(href)}`)) continue
    if (found.size < LINKS_MAX && !found.has(href)) found.set(href, { href, words })
  }
  return [...found.values()]
}

function isLink(element: Element): boolean {
  return element.name === 'a' && (element.attribs.href ?? '') !== '' && unseen(element) === null
}

/** Addresses have letters outside ASCII as `%C3%B6`, or as o with a combining mark. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href).normalize('NFC')
  } catch {
    return href
  }
}
