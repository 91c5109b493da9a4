import { Unreadable } from '../../unreadable.ts'
import { LeftOut } from '../left-out.ts'
import { withAccents } from './accents.ts'
import { type Annotation, annotationsOf, fieldWords } from './annotations.ts'
import { drawingOf } from './drawing.ts'
import type { Font } from './fonts.ts'
import { rowsOf } from './fragments.ts'
import type { Glyph } from './glyph.ts'
import { joinedLetters } from './joined.ts'
import { glyphWords, isUpright } from './letters.ts'
import { boxOf, matrixOf, SAME } from './matrix.ts'
import type { PdfPage } from './opened.ts'
import type { DrawnPage } from './page-edges.ts'
import { seenOf, type UprightPage } from './seen.ts'
import { drawnBullets, drawnShape, rulesOf } from './shapes.ts'
import { EVERYWHERE } from './state.ts'
import { Surface } from './surface.ts'

/** How many letters a page may have; a densely set page has 6,000. */
const PAGE_LETTERS_MAX = 100_000

/** Something on a page that was left out or could not be read. */
interface PageIssue {
  readonly kind: string
  readonly text: string
}

/**
 * The words and rules of a page, with their places on the page turned upright.
 *
 * @throws {Unreadable} when the page has more than `PAGE_LETTERS_MAX` letters.
 */
export async function drawnPage(
  page: PdfPage,
  isOn: (layer: unknown) => boolean,
): Promise<{ page: DrawnPage; issues: PageIssue[] }> {
  const drawing = await drawingOf(await page.getOperatorList(), {
    fontOf: (name) => fontOf(page, name),
    isOn,
  })
  if (drawing.glyphs.reduce((letters, { text }) => letters + text.length, 0) > PAGE_LETTERS_MAX)
    throw new Unreadable(
      `A page of the PDF has more than ${PAGE_LETTERS_MAX} letters; save its text as a .txt file.`,
    )
  const annotations = await annotationsOf(page)
  const sheet = upright(page, drawing.glyphs)
  const surface = new Surface(drawing.painted, boxOf(page.view) ?? EVERYWHERE)
  const shapes = drawing.painted.flatMap(({ kind, box }) =>
    kind === 'line' || kind === 'area' ? (drawnShape(sheet.view, box) ?? []) : [],
  )
  const { read, unread, isRecognised } = seenOf(drawing.glyphs, { surface, annotations, shapes, sheet })
  const { letters, lost } = withAccents(read)
  const fragments = [
    ...joinedLetters(letters),
    ...annotations.flatMap((one) => fieldWords(one, sheet.view) ?? []),
  ]
  const bullets = drawnBullets(shapes, rowsOf(fragments))

  const leftOut = new LeftOut()
  for (const [what, glyphs] of Map.groupBy(unread, ({ what }) => what))
    leftOut.add(what, glyphWords(glyphs.map(({ glyph }) => glyph)))
  const drawn = Map.groupBy(drawing.glyphs, ({ look }) => look.annotation)
  for (const one of annotations) nameUnread(one, drawn.get(one.id) ?? [], leftOut)
  const issues: PageIssue[] = leftOut.issues()
  if (lost > 0) issues.push({ kind: 'unknown_letters', text: `accents without a letter: ${lost}` })
  if (isRecognised)
    issues.push({
      kind: 'recognised_text',
      text: 'invisible words over or under a picture, probably from text recognition (OCR); check them against the picture',
    })
  return {
    page: { height: sheet.height, fragments: [...fragments, ...bullets], rules: rulesOf(shapes) },
    issues,
  }
}

/** Reports the text of a field or comment that is not read. */
function nameUnread(
  { what, words, reading, isHidden }: Annotation,
  glyphs: readonly Glyph[],
  leftOut: LeftOut,
): void {
  if (words === '☐' || (reading === 'instead' && !isHidden)) return
  const drawn = glyphWords(glyphs)
  const isDrawn = withoutSpaces(drawn).includes(withoutSpaces(words))
  if (isHidden) leftOut.add(`hidden ${what}`, words)
  else if (!isDrawn) leftOut.add(what, words)
}

function withoutSpaces(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '')
}

/** The page turned so that most of its letters are upright: wide tables are often rotated. */
function upright(page: PdfPage, glyphs: readonly Glyph[]): UprightPage {
  const sheets = [0, 90, 180, 270].map((turn) => {
    const { transform, width, height } = page.getViewport({
      scale: 1,
      rotation: (page.rotate + turn) % 360,
    })
    const view = matrixOf(transform) ?? SAME
    const letters = glyphs.filter((glyph) => isUpright(view, glyph)).length
    return { view, width, height, letters }
  })
  return sheets.reduce((best, one) => (one.letters > best.letters ? one : best))
}

function fontOf({ commonObjs }: PdfPage, name: string): Font {
  const font: unknown = commonObjs.has(name) ? commonObjs.get(name) : null
  return typeof font === 'object' && font !== null ? font : {}
}
