import { Unreadable } from '../../unreadable.ts'
import { beginning } from '../words.ts'
import { withAccents } from './accents.ts'
import { drawingOf, type Glyph } from './drawing.ts'
import type { DocumentPage } from './drawn.ts'
import type { Font } from './fonts.ts'
import { rowsOf } from './fragments.ts'
import { joined } from './joined.ts'
import { isUpright, letterOf, wordsOf } from './letters.ts'
import { type Matrix, matrixOf, SAME } from './matrix.ts'
import type { Page } from './page-edges.ts'
import { drawnBullets, rulesOf, shapeOf } from './shapes.ts'
import { withoutTwins } from './twins.ts'

/** How many letters a page may have; a close-set page has 6,000. */
export const PAGE_LETTERS_MAX = 100_000

/** Something on a page that was left out or could not be read. */
export interface PageIssue {
  readonly kind: string
  readonly text: string
}

/** The words and rules of a page, where they stand when it is turned upright. */
export async function drawnPage(page: DocumentPage): Promise<{ page: Page; issues: PageIssue[] }> {
  const { glyphs, shapes } = await drawingOf(await page.getOperatorList(), (name) => fontOf(page, name))
  if (glyphs.reduce((letters, { text }) => letters + text.length, 0) > PAGE_LETTERS_MAX)
    throw new Unreadable(
      `A page of the PDF has more than ${PAGE_LETTERS_MAX} letters; save its text into a .txt file.`,
    )
  const { view, width, height } = upright(page, glyphs)
  const placed = glyphs.flatMap((glyph) => {
    const letter = letterOf(view, glyph)
    return letter ? [{ glyph, letter }] : []
  })
  const isOnPage = ({ letter: { left, right, baseline } }: (typeof placed)[number]) =>
    right >= 0 && left <= width && baseline >= 0 && baseline <= height
  const shown = placed.filter(isOnPage)
  const isStanding = ({ glyph }: (typeof placed)[number]) => isUpright(view, glyph)
  const { letters, lost } = withAccents(withoutTwins(shown.filter(isStanding).map(({ letter }) => letter)))
  const fragments = joined(letters)
  const boxes = shapes.flatMap((shape) => shapeOf(view, shape) ?? [])
  const bullets = drawnBullets(boxes, rowsOf(fragments))
  const left = [
    ['turned words', shown.filter((one) => !isStanding(one))],
    ['words beyond the edge of the page', placed.filter((one) => !isOnPage(one))],
  ] as const
  const issues = left.flatMap(([what, those]) => {
    const words = wordsOf(those.map(({ glyph }) => glyph))
    return words === '' ? [] : [{ kind: 'left_out', text: `${what}: ${beginning(words)}` }]
  })
  if (lost > 0) issues.push({ kind: 'unknown_letters', text: `accents that stand above no letter: ${lost}` })
  return { page: { height, fragments: [...fragments, ...bullets], rules: rulesOf(boxes) }, issues }
}

/** The page turned so that most of its letters stand upright: a wide table often lies on its side. */
function upright(
  page: DocumentPage,
  glyphs: readonly Glyph[],
): { view: Matrix; width: number; height: number } {
  const views = [0, 90, 180, 270].map((turn) => {
    const { transform, width, height } = page.getViewport({
      scale: 1,
      rotation: (page.rotate + turn) % 360,
    })
    const view = matrixOf(transform) ?? SAME
    return { view, width, height, letters: glyphs.filter((glyph) => isUpright(view, glyph)).length }
  })
  return views.reduce((best, one) => (one.letters > best.letters ? one : best))
}

function fontOf({ commonObjs }: DocumentPage, name: string): Font {
  const font: unknown = commonObjs.has(name) ? commonObjs.get(name) : null
  return typeof font === 'object' && font !== null ? font : {}
}
