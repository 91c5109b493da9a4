import type { Element, ParentNode } from 'domhandler'
import type { SourceIssue } from '../source-text.ts'
import { beginning } from '../words.ts'
import { findAll, firstWords } from './tree.ts'

/** Elements whose contents are no words of the page. */
const WORDLESS = new Set(
  'audio button canvas datalist embed frameset head iframe input link map math meta noframes noscript object picture script select style svg template textarea title video'.split(
    ' ',
  ),
)

/** Whether an element never holds words that a reader of the page reads. */
export function isWordless(element: Element): boolean {
  return WORDLESS.has(element.name)
}

const ABOUT_THE_SITE = new Set('nav aside menu'.split(' '))
const ROLES_ABOUT_THE_SITE = new Set('navigation banner contentinfo complementary search'.split(' '))
const OF_A_TEXT = new Set('main article section'.split(' '))
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** What is to be read of a page, and which parts of it are not. */
export interface Regions {
  readonly roots: readonly ParentNode[]
  /** Why an element is left out, or null where it is read. */
  readonly reason: (element: Element) => string | null
  readonly issues: readonly SourceIssue[]
}

/**
 * What is the text of a page, by its structure: its main part if it says which that is, without navigation, asides and
 * what is hidden; a header or footer is left out unless it belongs to an article. Nothing goes unnamed.
 */
export function regionsOf(page: ParentNode): Regions {
  const mains = findAll(page, isMain).filter((main) => firstWords(main, isWordless) !== '')
  const roots = mains.length > 0 ? mains : [page]
  const isRead = (element: Element) => isWordless(element) || reason(element) !== null
  // A page that is a header from end to end is read as it is.
  if (roots.every((root) => firstWords(root, isRead) === ''))
    return { roots: [page], reason: () => null, issues: [] }
  const outside = mains.length > 0 ? firstWords(page, (one) => isWordless(one) || mains.includes(one)) : ''
  return { roots, reason, issues: outside === '' ? [] : [leftOut('outside the main part', outside)] }
}

/** Says that a part was left out, by its first words. */
export function leftOut(what: string, words: string): SourceIssue {
  return { kind: 'left_out', text: `${what}: ${beginning(words)}`, page: null }
}

function isMain({ name, attribs }: Element): boolean {
  return (name === 'main' || attribs.role === 'main') && !isHidden(attribs)
}

function reason(element: Element): string | null {
  const { name, attribs } = element
  if (isHidden(attribs) || (name === 'dialog' && attribs.open === undefined)) return 'hidden'
  if (ABOUT_THE_SITE.has(name)) return name
  const role = attribs.role
  if (role !== undefined && ROLES_ABOUT_THE_SITE.has(role)) return role
  return (name === 'header' || name === 'footer') && !isWithinText(element) ? name : null
}

function isHidden(attribs: { readonly [name: string]: string }): boolean {
  const { hidden, style } = attribs
  // What a search on the page may find is folded, not hidden.
  if (hidden !== undefined && hidden !== 'until-found') return true
  return attribs['aria-hidden'] === 'true' || (style !== undefined && HIDDEN.test(style))
}

function isWithinText(element: Element): boolean {
  for (let parent = element.parent; parent; parent = parent.parent)
    if ('name' in parent && (OF_A_TEXT.has(parent.name) || parent.attribs.role === 'main')) return true
  return false
}
