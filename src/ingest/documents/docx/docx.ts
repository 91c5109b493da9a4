import type { Element } from 'domhandler'
import { Unreadable } from '../../unreadable.ts'
import { makeElement } from '../html/build.ts'
import { unseen } from '../html/regions.ts'
import { renderedText } from '../html/renderer.ts'
import { findElements, firstWords } from '../html/tree.ts'
import { LeftOut } from '../left-out.ts'
import type { DocumentReading } from '../reading.ts'
import type { SourceIssue } from '../source-text.ts'
import { beginning, tidy } from '../words.ts'
import { unpackDocx } from './archive.ts'
import { readDocxBody, readNotes } from './body.ts'
import { type Docx, Notes } from './context.ts'
import { Numbering } from './numbering.ts'
import { DocxParts } from './parts.ts'
import { Styles } from './styles.ts'
import { allWords, childOf, parsePart, xmlText as textOfPart } from './xml.ts'

/** Reads a DOCX: paragraphs, lists and tables as in HTML, with spaces and tabs kept, without headers and footers. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentReading> {
  const parts = new DocxParts(unpackDocx(bytes))
  const leftOut = new LeftOut()
  const styles = new Styles(parts.ofType('styles')[0] ?? null)
  const numbering = new Numbering(parts.ofType('numbering')[0] ?? null, styles)
  const docx: Docx = { parts, styles, numbering, leftOut, notes: new Notes(), changing: [] }
  const blocks = readDocxBody(docx, bodyOf(parts))
  const notes = readNotes(docx)
  const page = makeElement('body', notes ? [...blocks, notes] : blocks)
  for (const kind of ['header', 'footer'])
    for (const part of parts.ofType(kind)) leftOut.add(kind, allWords(part))
  for (const part of parts.ofType('comments'))
    for (const comment of findElements(part, ({ name }) => name === 'comment'))
      leftOut.add('comment', allWords(comment))
  const text = renderedText([page], unseen, leftOut, 'kept')
  return { parts: [text], title: docxTitle(parts), issues: [...leftOut.issues(), ...changingIn(docx)] }
}

function bodyOf(parts: DocxParts): Element {
  const xml = parts.main
  // A document that is cut off would be read only in part.
  if (xml && /<\/(?:[\w.-]+:)?document>\s*$/.test(textOfPart(xml).slice(-200))) {
    const document = childOf(parsePart(xml), 'document')
    const body = childOf(document, 'body')
    if (body) return body
  }
  throw new Unreadable('The DOCX is damaged; open it in a word processor and save it again.')
}

function docxTitle(parts: DocxParts): string | null {
  const core = parts.named('docProps/core.xml')
  const [title] = core ? findElements(core, ({ name }) => name === 'title') : []
  const words = title ? tidy(firstWords(title, () => false)) : ''
  return words === '' ? null : words
}

/** A date that Word updates each time the document is opened is not the date that was meant. */
function changingIn({ changing }: Docx): SourceIssue[] {
  if (changing.length === 0) return []
  const text = `updated each time the document is opened: ${beginning(changing.join(', '))}`
  return [{ kind: 'changing_date', text, page: null }]
}
