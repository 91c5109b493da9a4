import type { Glyph, GlyphLook } from './glyph.ts'
import { boxHolds, type Point } from './matrix.ts'
import type { Surface } from './surface.ts'

/** Why nobody sees a letter. What lies over a picture and is drawn in no colour is what text recognition read in it. */
export type Hidden = 'off' | 'cut' | 'covered' | 'blended' | 'invisible' | 'recognised'

/** Letters whose colour differs by less from what they lie on, of 255, are not seen. */
const ALIKE = 16
const PAPER = '#ffffff'

/** Why nobody sees a letter of a page; null for one that is seen. */
export function hiddenBy(glyph: Glyph, surface: Surface): Hidden | null {
  const { look } = glyph
  if (look.isOff) return 'off'
  const middle = middleOf(glyph)
  if (!boxHolds(look.state.clip.box, middle)) return 'cut'
  const layers = surface.at(middle)
  const inks = inksOf(look)
  if (inks.length === 0) return layers.some(({ kind }) => kind === 'picture') ? 'recognised' : 'invisible'
  if (layers.some(({ order, isSolid, kind }) => order >= look.order && isSolid && kind === 'area'))
    return 'covered'
  for (const { order, isSolid, colour } of layers) {
    if (order >= look.order) continue
    if (!inks.every((ink) => areAlikeColours(ink, colour))) return null
    if (isSolid) return 'blended'
  }
  return inks.every((ink) => areAlikeColours(ink, PAPER)) ? 'blended' : null
}

/** Whether a picture is drawn over a letter. */
export function isUnderPicture(glyph: Glyph, surface: Surface): boolean {
  return surface
    .at(middleOf(glyph))
    .some(({ kind, order }) => kind === 'picture' && order >= glyph.look.order)
}

/** The colours that a letter is drawn in, null for one that is not single. */
function inksOf({ state: { mode, fill, stroke, fillOpacity, strokeOpacity } }: GlyphLook): (string | null)[] {
  // 0 fills, 1 strokes, 2 does both, 3 neither; from 4 on the same, and what is painted next is seen within the letters.
  if (mode === 7) return [null]
  const [isFilled, isStroked] = [mode % 4 === 0 || mode % 4 === 2, mode % 4 === 1 || mode % 4 === 2]
  return [...(isFilled && fillOpacity > 0 ? [fill] : []), ...(isStroked && strokeOpacity > 0 ? [stroke] : [])]
}

function areAlikeColours(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  return [1, 3, 5].every((at) => Math.abs(channel(one, at) - channel(other, at)) < ALIKE)
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16)
}

/** A point in the middle of a letter. */
export function middleOf({ origin, ahead, width, up }: Glyph): Point {
  return [origin[0] + (ahead[0] * width) / 2 + up[0] / 4, origin[1] + (ahead[1] * width) / 2 + up[1] / 4]
}
