import { DomHandler, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { Parser } from 'htmlparser2'
import { Unreadable } from '../../unreadable.ts'

/** The deepest nesting of elements. Browsers stop at 512. */
export const NESTING_MAX = 1000

/** Parses HTML or XML of any quality into elements. Throws `Unreadable` if they are nested too deeply. */
export function parseTree(markup: string, language: 'html' | 'xml' = 'html'): ParentNode {
  const handler = new ShallowHandler()
  const parser = new Parser(handler, { xmlMode: language === 'xml' })
  parser.write(markup)
  parser.end()
  return handler.root
}

class ShallowHandler extends DomHandler {
  override onopentag(name: string, attribs: { [key: string]: string }): void {
    super.onopentag(name, attribs)
    if (this.tagStack.length > NESTING_MAX)
      throw new Unreadable(
        `The page has more than ${NESTING_MAX} levels of nested elements; save its text from a browser as a .txt file.`,
      )
  }
}

/**
 * The elements below a node that pass a test, in order; descendants of a match are not examined.
 *
 * @example findElements(page, ({ name }) => name === 'title')
 */
export function findElements(node: ParentNode, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (!isTag(child)) continue
      if (test(child)) found.push(child)
      else visit(child)
    }
  }
  visit(node)
  return found
}

/** The number of characters that is enough to identify a text. */
const BEGINNING = 300

/** The first words below a node, without what `skip` matches; '' if it has none. */
export function firstWords(node: ParentNode, skip: (element: Element) => boolean): string {
  let words = ''
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (words.length >= BEGINNING) return
      if (isText(child)) words += ` ${child.data.trim().slice(0, BEGINNING)}`
      else if (isTag(child) && !skip(child)) visit(child)
    }
  }
  visit(node)
  return words.trim()
}

/** The text below a node as written, up to about this many characters. */
export function textContent(node: ParentNode, most: number): string {
  let text = ''
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (text.length > most) return
      if (isText(child)) text += child.data
      else if (isTag(child)) visit(child)
    }
  }
  visit(node)
  return text
}
