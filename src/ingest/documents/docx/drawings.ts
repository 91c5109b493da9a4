import { type Element, isTag, type ParentNode } from 'domhandler'
import { makeElement, makeText } from '../html/build.ts'
import { type Docx, firstWithWords } from './context.ts'
import { smartArtParagraphs } from './smart-art.ts'
import { allWords, parsePart } from './xml.ts'

/**
 * The text of a drawing: its text boxes, WordArt and SmartArt. Charts, pictures and embedded objects are reported.
 */
export function readDrawing(
  docx: Docx,
  drawing: Element,
  read: (parent: ParentNode) => Element[],
): Element[] {
  const blocks: Element[] = []
  const visit = (element: Element): void => {
    const { name, attribs } = element
    const { leftOut, parts } = docx
    switch (name) {
      case 'txbxContent':
        blocks.push(...read(element))
        return
      case 'p':
        blocks.push(...read(makeElement('div', [element])))
        return
      case 'textpath':
        blocks.push(...read(wordArt(attribs.string ?? '')))
        return
      case 'relIds': {
        const { bytes, target } = parts.take(attribs.dm)
        if (bytes) blocks.push(...read(makeElement('div', smartArtParagraphs(parsePart(bytes)))))
        else leftOut.add('SmartArt', target)
        return
      }
      case 'chart': {
        const { bytes, target } = parts.take(attribs.id)
        leftOut.add('chart', bytes ? allWords(parsePart(bytes)) : target)
        return
      }
      case 'OLEObject':
      case 'control':
        leftOut.add('embedded document', attribs.ProgID ?? attribs.name ?? name)
        return
      case 'docPr':
        leftOut.add('picture', attribs.descr ?? attribs.title ?? '')
        return
      case 'imagedata':
        leftOut.add('picture', attribs.title ?? '')
        return
      case 'AlternateContent': {
        const chosen = firstWithWords(element)
        if (chosen) visit(chosen)
        return
      }
    }
    for (const child of element.children) if (isTag(child)) visit(child)
  }
  visit(drawing)
  return blocks
}

function wordArt(words: string): Element {
  const run = makeElement('r', [makeElement('t', [makeText(words)])])
  return makeElement('div', [makeElement('p', [run])])
}
