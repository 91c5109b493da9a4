import type { Annotation } from './annotations.ts'
import type { Painted } from './drawing.ts'
import type { Glyph } from './glyph.ts'
import { type Hidden, hiddenBy, isUnderPicture, middleOf } from './hidden.ts'
import { isUpright, type Letter, letterOf } from './letters.ts'
import type { Box, Matrix } from './matrix.ts'
import type { DrawnShape } from './shapes.ts'
import { struckOut } from './struck.ts'
import { Surface } from './surface.ts'
import { withoutTwins } from './twins.ts'

/** A page turned upright. */
export interface UprightPage {
  /** Transforms the page's own coordinates into points from the left and from the top. */
  readonly view: Matrix
  readonly width: number
  readonly height: number
}

/** A letter that is not read, and its name in an issue. */
interface Unread {
  readonly glyph: Glyph
  readonly letter: Letter
  readonly what: string
}

/** The name of invisible words in an issue. */
const NAMES: { readonly [reason in Hidden]: string } = {
  off: 'words in a hidden layer',
  cut: 'words that are cut off',
  covered: 'words covered by something',
  blended: 'words in the colour of their background',
  invisible: 'invisible words',
  recognised: 'invisible words',
}
const STRUCK = 'struck-out words'

/** A page with more than this part of its letters under a picture counts as the picture. */
const MOST = 0.5

/** What determines which letters of a page are read. */
interface Around {
  readonly surface: Surface
  readonly annotations: readonly Annotation[]
  readonly shapes: readonly DrawnShape[]
  readonly sheet: UprightPage
}

/**
 * The visible letters of a page, each once, and the others. `isRecognised` says that some of them come from text
 * recognition, which adds invisible letters over the picture of a page.
 */
export function seenOf(
  glyphs: readonly Glyph[],
  { surface, annotations, shapes, sheet }: Around,
): { read: Letter[]; unread: Unread[]; isRecognised: boolean } {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const strokes = new Surface(
    annotations.flatMap(({ struck, isHidden }) => (isHidden ? [] : struck.map(strokeOf))),
    surface.page,
  )
  const [seen, unread]: [{ glyph: Glyph; letter: Letter }[], Unread[]] = [[], []]
  const unseen: { glyph: Glyph; letter: Letter; reason: Hidden }[] = []
  for (const glyph of glyphs) {
    const letter = letterOf(sheet.view, glyph)
    const annotation = byId.get(glyph.look.annotation ?? '')
    if (!letter || annotation?.reading === 'instead') continue
    const reason = hiddenBy(glyph, surface)
    const place = unreadPlace(glyph, letter, sheet)
    if (annotation?.reading === 'aside') unread.push({ glyph, letter, what: annotation.what })
    else if (reason) unseen.push({ glyph, letter, reason })
    else if (place) unread.push({ glyph, letter, what: place })
    else if (strokes.at(middleOf(glyph)).length > 0) unread.push({ glyph, letter, what: STRUCK })
    else seen.push({ glyph, letter })
  }
  const inked = seen.filter(({ letter }) => letter.text.trim() !== '')
  const under = inked.filter(({ glyph }) => isUnderPicture(glyph, surface)).length
  // If nothing is visible, recognised text may lie over drawn lines instead of a picture.
  let isRecognised = under > inked.length * MOST
  for (const { glyph, letter, reason } of unseen) {
    const isRead = reason === 'recognised' || (inked.length === 0 && reason === 'invisible')
    const place = unreadPlace(glyph, letter, sheet)
    if (isRead && !place) {
      isRecognised ||= letter.text.trim() !== ''
      seen.push({ glyph, letter })
    } else unread.push({ glyph, letter, what: (isRead && place) || NAMES[reason] })
  }
  const struck = struckOut(
    seen.map(({ letter }) => letter),
    shapes,
  )
  for (const { glyph, letter } of seen) if (struck.has(letter)) unread.push({ glyph, letter, what: STRUCK })
  const readable = seen.flatMap(({ letter }) => (struck.has(letter) ? [] : [letter]))
  // Invisible copies of a visible letter, such as its halo, are not reported.
  const once = new Set(withoutTwins([...readable, ...unread.map(({ letter }) => letter)]))
  return {
    read: readable.filter((letter) => once.has(letter)),
    unread: unread.filter(({ letter }) => once.has(letter)),
    isRecognised,
  }
}

/** The strike-outs of an annotation, as something painted. */
function strokeOf(box: Box): Painted {
  return { box, isSolid: false, kind: 'area', colour: null }
}

/** The name of a letter that is not upright on the page. */
function unreadPlace(
  glyph: Glyph,
  { left, right, baseline }: Letter,
  { view, width, height }: UprightPage,
): string | null {
  if (right < 0 || left > width || baseline < 0 || baseline > height) return 'words outside the page'
  return isUpright(view, glyph) ? null : 'turned words'
}
