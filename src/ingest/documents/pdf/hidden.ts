import type { Glyph, GlyphLook } from './glyph.ts'
import { boxHolds, type Point } from './matrix.ts'
import type { Surface } from './surface.ts'

/** Why a letter is not visible. Invisible text over a picture is the result of text recognition. */
export type Hidden = 'off' | 'cut' | 'covered' | 'blended' | 'invisible' | 'recognised'

/** Letters whose colour differs from their background by less than this, of 255, are not visible. */
const ALIKE = 16
const PAPER = '#ffffff'

/** Why a letter of a page is not visible; null if it is. */
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

/** The colours in which a letter is drawn, null for one that is not a single colour. */
function inksOf({ state: { mode, fill, stroke, fillOpacity, strokeOpacity } }: GlyphLook): (string | null)[] {
  // 0 fills, 1 strokes, 2 does both, 3 neither; 4 to 7 do the same and clip what is painted next to the letters.
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

/** The point in the middle of a letter. */
export function middleOf({ origin, ahead, width, up }: Glyph): Point {
  return [origin[0] + (ahead[0] * width) / 2 + up[0] / 4, origin[1] + (ahead[1] * width) / 2 + up[1] / 4]
}
