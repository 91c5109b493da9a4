import type { Element, ParentNode } from 'domhandler'
import type { LeftOut } from '../left-out.ts'
import { findElements, firstWords } from './tree.ts'

/** Elements whose contents are not text of the page. */
const WORDLESS = new Set(
  'annotation annotation-xml audio canvas datalist desc head img input link map meta metadata rp script style title video'.split(
    ' ',
  ),
)

/** Whether an element never contains text that a reader of the page sees. */
export function isWordless(element: Element): boolean {
  return WORDLESS.has(element.name)
}

/** Elements that contain text or name a document, and are not read as text. */
const APART = new Set('button embed frame iframe noscript object select svg template textarea'.split(' '))
/** A button at this place expands what is below it, and is its heading. */
const FOLDED_BY = /^(?:h[1-6]|summary|legend|dt)$/
const STRUCK = new Set('del s strike'.split(' '))
const STRUCK_STYLE = /text-decoration(?:-line)?\s*:[^;]*line-through/i
const ABOUT_THE_SITE = new Set('nav aside menu'.split(' '))
const ROLES_ABOUT_THE_SITE = new Set('navigation banner contentinfo complementary search'.split(' '))
const OF_A_TEXT = new Set('main article section'.split(' '))
const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9])/i
/** The class names with which common style sheets mark text for screen readers alone. */
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|env-assistive-text)(?=\s|$)/i

/** Why an element is left out, or null if it is read. */
export type Reason = (element: Element) => string | null

/** The parts of a page to read, and the parts to leave out. */
export interface Regions {
  readonly roots: readonly ParentNode[]
  readonly reason: Reason
}

/**
 * Finds the text of a page by its structure: its main part if it marks one, without navigation, asides, hidden text
 * and deleted text. A header or footer is left out unless it belongs to an article. Everything left out is reported.
 */
export function regionsOf(page: ParentNode, leftOut: LeftOut): Regions {
  const mains = findElements(page, isMain).filter((main) => firstWords(main, isWordless) !== '')
  const roots = mains.length > 0 ? mains : [page]
  const isEmpty = (why: Reason) =>
    roots.every((root) => firstWords(root, (one) => isWordless(one) || why(one) !== null) === '')
  if (!isEmpty(reason)) {
    if (mains.length > 0)
      leftOut.add(
        'outside the main part',
        firstWords(page, (one) => isWordless(one) || mains.includes(one)),
      )
    return { roots, reason }
  }
  // A page that is all header is read as it is, and so is one that is hidden until a script runs.
  return { roots: [page], reason: isEmpty(unseen) ? () => null : unseen }
}

/** Identifies a part that is left out: its first words, or the address of what it shows. */
export function wordsToName(element: Element): string {
  const { src, data } = element.attribs
  return src ?? data ?? firstWords(element, isWordless)
}

function isMain({ name, attribs }: Element): boolean {
  return (name === 'main' || attribs.role === 'main') && !isHidden(attribs)
}

function reason(element: Element): string | null {
  return unseen(element) ?? aboutTheSite(element)
}

/** Why a part of a text is not read: it is hidden, deleted, or not text. */
export function unseen(element: Element): string | null {
  const { name, attribs } = element
  if (isHidden(attribs) || (name === 'dialog' && attribs.open === undefined)) return 'hidden'
  if (STRUCK.has(name) || STRUCK_STYLE.test(attribs.style ?? '')) return 'struck out'
  if (!APART.has(name)) return null
  return name === 'button' && isInside(element, (parent) => FOLDED_BY.test(parent.name)) ? null : name
}

function aboutTheSite(element: Element): string | null {
  const { name, attribs } = element
  if (ABOUT_THE_SITE.has(name)) return name
  const role = attribs.role
  if (role !== undefined && ROLES_ABOUT_THE_SITE.has(role)) return role
  const isOfText = (parent: Element) => OF_A_TEXT.has(parent.name) || parent.attribs.role === 'main'
  return (name === 'header' || name === 'footer') && !isInside(element, isOfText) ? name : null
}

function isHidden(attribs: { readonly [name: string]: string }): boolean {
  const { hidden, style, class: classes } = attribs
  // Text that a search on the page can find is collapsed, not hidden.
  if (hidden !== undefined && hidden !== 'until-found') return true
  if (style !== undefined && HIDDEN_STYLE.test(style)) return true
  return attribs['aria-hidden'] === 'true' || (classes !== undefined && HIDDEN_CLASS.test(classes))
}

function isInside(element: Element, test: (parent: Element) => boolean): boolean {
  for (let parent = element.parent; parent; parent = parent.parent)
    if ('name' in parent && test(parent)) return true
  return false
}
