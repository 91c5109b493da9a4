import { type Element, isTag, isText, type ParentNode } from 'domhandler'
import { findElements, parseTree } from '../html/tree.ts'

/** The elements of a part, by local name: each writer chooses its own namespace prefixes. */
export function parsePart(bytes: Uint8Array): ParentNode {
  const root = parseTree(xmlText(bytes), 'xml')
  withoutPrefixes(root)
  return root
}

/** The text of a part, in UTF-8 or UTF-16. */
export function xmlText(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

function withoutPrefixes(parent: ParentNode): void {
  for (const child of parent.children) {
    if (!isTag(child)) continue
    child.name = localName(child.name)
    child.attribs = Object.fromEntries(
      Object.entries(child.attribs).map(([name, value]) => [localName(name), value]),
    )
    withoutPrefixes(child)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The first element with a name directly below a node. */
export function childOf(parent: ParentNode | undefined, name: string): Element | undefined {
  return parent?.children.find((child): child is Element => isTag(child) && child.name === name)
}

export function childrenOf(parent: ParentNode | undefined): Element[] {
  return parent?.children.filter(isTag) ?? []
}

/** The value of the property with a name directly below a node. */
export function propertyOf(parent: ParentNode | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attribs.val
}

/** Whether a property is on or off; undefined if it is missing. */
export function switchOf(parent: ParentNode | undefined, name: string): boolean | undefined {
  const property = childOf(parent, name)
  return property && !/^(?:0|false|off)$/.test(property.attribs.val ?? '')
}

const WORDS = new Set(['t', 'delText', 'textpath', 'v'])

/** All text below a node, including deleted text. */
export function allWords(node: ParentNode): string {
  const named =
    'name' in node && WORDS.has((node as Element).name)
      ? [node as Element]
      : findElements(node, ({ name }) => WORDS.has(name))
  return named.map((one) => one.attribs.string ?? ownText(one)).join(' ')
}

/** The text directly in an element. */
export function ownText(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : '')).join('')
}
