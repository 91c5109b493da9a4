import type { Element } from 'domhandler'
import { Unreadable } from '../../unreadable.ts'
import { makeElement } from '../html/build.ts'
import { unseen } from '../html/regions.ts'
import { textOf } from '../html/renderer.ts'
import { findAll, firstWords } from '../html/tree.ts'
import { LeftOut } from '../left-out.ts'
import type { Reading } from '../reading.ts'
import type { SourceIssue } from '../source-text.ts'
import { beginning, tidy } from '../words.ts'
import { unpack } from './archive.ts'
import { readBody, readNotes } from './body.ts'
import { type Docx, Notes } from './context.ts'
import { Numbering } from './numbering.ts'
import { Parts } from './parts.ts'
import { Styles } from './styles.ts'
import { allWords, childOf, parsePart, textOf as textOfPart } from './xml.ts'

/** Reads a DOCX: paragraphs, lists and tables as in HTML, blanks and tabs kept, headers and footers left out. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const parts = new Parts(unpack(bytes))
  const leftOut = new LeftOut()
  const styles = new Styles(parts.ofType('styles')[0] ?? null)
  const numbering = new Numbering(parts.ofType('numbering')[0] ?? null, styles)
  const docx: Docx = { parts, styles, numbering, leftOut, notes: new Notes(), changing: [] }
  const blocks = readBody(docx, bodyOf(parts))
  const notes = readNotes(docx)
  const page = makeElement('body', notes ? [...blocks, notes] : blocks)
  for (const kind of ['header', 'footer'])
    for (const part of parts.ofType(kind)) leftOut.add(kind, allWords(part))
  for (const part of parts.ofType('comments'))
    for (const comment of findAll(part, ({ name }) => name === 'comment'))
      leftOut.add('comment', allWords(comment))
  const text = textOf([page], unseen, leftOut, 'kept')
  return { parts: [text], title: titleOf(parts), issues: [...leftOut.issues(), ...changingIn(docx)] }
}

function bodyOf(parts: Parts): Element {
  const xml = parts.main
  // What breaks off half-way would be read half.
  if (xml && /<\/(?:[\w.-]+:)?document>\s*$/.test(textOfPart(xml).slice(-200))) {
    const document = childOf(parsePart(xml), 'document')
    const body = childOf(document, 'body')
    if (body) return body
  }
  throw new Unreadable('The DOCX is damaged; open it in a word processor and save it again.')
}

function titleOf(parts: Parts): string | null {
  const core = parts.named('docProps/core.xml')
  const [title] = core ? findAll(core, ({ name }) => name === 'title') : []
  const words = title ? tidy(firstWords(title, () => false)) : ''
  return words === '' ? null : words
}

/** A date that Word sets anew each time the document is opened is not the one that was meant. */
function changingIn({ changing }: Docx): SourceIssue[] {
  if (changing.length === 0) return []
  const text = `updated each time the document is opened: ${beginning(changing.join(', '))}`
  return [{ kind: 'changing_date', text, page: null }]
}
