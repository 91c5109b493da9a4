import { type ChildNode, Element, Text } from 'domhandler'

/** A list item that contains its own marker. */
export class LabelledItem extends Element {
  readonly label: string

  constructor(label: string, children: readonly ChildNode[]) {
    super('li', {})
    this.label = label
    append(this, children)
  }
}

/** An element with these children. */
export function makeElement(
  name: string,
  children: readonly ChildNode[] = [],
  attribs: { [name: string]: string } = {},
): Element {
  const element = new Element(name, attribs)
  append(element, children)
  return element
}

export function makeText(words: string): Text {
  return new Text(words)
}

/** Appends nodes to the children of an element. */
export function append(parent: Element, children: readonly ChildNode[]): void {
  for (const child of children) {
    const last = parent.children.at(-1) ?? null
    child.parent = parent
    child.prev = last
    if (last) last.next = child
    parent.children.push(child)
  }
}
