import { getResolvedPDFJS } from 'unpdf'
import type { FontOf } from './fonts.ts'
import type { Glyph, GlyphLook } from './glyph.ts'
import { type Box, boxed, boxOf, common, grown, isSquare, matrixOf, SAME, turned, within } from './matrix.ts'
import { isBar, isRectangle } from './paths.ts'
import { clipped, EVERYWHERE, inGroup, START, type State, withSettings } from './state.ts'
import { TextPen } from './text-pen.ts'

/** The drawing operations of a page, as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Something painted other than a letter, in the page's own coordinates. */
export interface Painted {
  readonly box: Box
  /** Whether it fills its whole box opaquely. */
  readonly isSolid: boolean
  readonly kind: 'line' | 'bar' | 'area' | 'picture'
  /** The colour of an area, as "#rrggbb"; null for a picture, and for areas without a single colour. */
  readonly colour: string | null
}

/** What a page draws, in drawing order. */
interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly painted: readonly Painted[]
}

/** More shapes than the table of a page has; the shapes of a map are not followed. */
const SHAPES_MAX = 20_000
/** The deepest nesting of form objects that is followed. */
const NESTING_MAX = 200

/** What is known of the document that a page belongs to. */
interface DrawingContext {
  /** Looks up fonts by the names that they have in the list of operators. */
  readonly fontOf: FontOf
  /** Whether a layer, as pdf.js describes it, is on. */
  readonly isOn: (layer: unknown) => boolean
}

/** Executes the list of drawing operations of a page. */
export async function drawingOf(
  { fnArray, argsArray }: Operators,
  { fontOf, isOn }: DrawingContext,
): Promise<Drawing> {
  const { OPS } = await getResolvedPDFJS()
  const areas = new Set([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const pen = new TextPen(fontOf)
  const glyphs: Glyph[] = []
  const painted: Painted[] = []
  const saved: State[] = []
  const layers: boolean[] = []
  let off = 0
  let state = START
  let depth = 0
  let annotation: string | null = null
  let look: GlyphLook | null = null
  let isClip = false
  // Masks determine how much of something else is visible.
  let masks = 0
  // Pictures are not decoded, and pdf.js leaves them out: a unit square without contents is the place of a picture.
  let picture: Box | null = null

  const change = (next: Partial<State>) => {
    state = { ...state, ...next }
    look = null
  }
  const save = () => {
    if (depth < NESTING_MAX) saved.push(state)
    depth++
  }
  const restore = () => {
    if (picture) paint(picture, 'picture', null, false)
    picture = null
    if (depth === 0) return
    depth--
    if (depth < NESTING_MAX) change(saved.pop() ?? state)
  }
  const transform = (list: unknown) => {
    const inner = matrixOf(list)
    if (!inner) return
    change({ matrix: within(state.matrix, inner) })
    picture = boxed(state.matrix, UNIT)
  }
  const paint = (box: Box, kind: Painted['kind'], colour: string | null, isWhole: boolean) => {
    if (masks > 0 || off > 0 || painted.length > SHAPES_MAX) return
    const { clip, fillOpacity, isBlended, isMasked, isMixed } = state
    const isSolid = isWhole && clip.isExact && fillOpacity === 1 && !isBlended && !isMasked && !isMixed
    painted.push({ box: common(box, clip.box), isSolid, kind, colour })
    look = null
  }

  for (const [index, operator] of fnArray.entries()) {
    const list = argsArray[index]
    const args: readonly unknown[] = Array.isArray(list) ? list : []
    const [first, second] = args
    const [x, y] = [Number(first), Number(second)]
    switch (operator) {
      case OPS.save:
        save()
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore()
        break
      case OPS.endAnnotation:
        restore()
        annotation = null
        break
      case OPS.transform:
        transform(args)
        break
      case OPS.beginGroup:
        save()
        if (isMask(first)) masks++
        change(inGroup(state))
        break
      case OPS.endGroup:
        restore()
        if (isMask(first)) masks--
        break
      case OPS.paintFormXObjectBegin: {
        save()
        transform(first)
        picture = null
        const box = boxOf(second)
        if (box) change(clipped(state, boxed(state.matrix, box), isSquare(state.matrix)))
        break
      }
      case OPS.beginAnnotation:
        save()
        annotation = String(first)
        change(START)
        transform(args[2])
        transform(args[3])
        picture = null
        break
      case OPS.beginMarkedContent:
        layers.push(true)
        break
      case OPS.beginMarkedContentProps:
        layers.push(first !== 'OC' || isOn(second))
        if (layers.at(-1) === false) off++
        look = null
        break
      case OPS.endMarkedContent:
        if (layers.pop() === false) off--
        look = null
        break
      case OPS.setGState:
        change(withSettings(state, first))
        break
      case OPS.setFillRGBColor:
        change({ fill: String(first) })
        break
      case OPS.setStrokeRGBColor:
        change({ stroke: String(first) })
        break
      case OPS.setFillColorN:
        change({ fill: null })
        break
      case OPS.setStrokeColorN:
        change({ stroke: null })
        break
      case OPS.setLineWidth:
        change({ lineWidth: x })
        break
      case OPS.setFont:
        change({ font: String(first), size: y })
        break
      case OPS.setCharSpacing:
        change({ letterGap: x })
        break
      case OPS.setWordSpacing:
        change({ wordGap: x })
        break
      case OPS.setHScale:
        change({ stretch: x / 100 })
        break
      case OPS.setLeading:
        change({ leading: x })
        break
      case OPS.setTextRise:
        change({ rise: x })
        break
      case OPS.setTextRenderingMode:
        change({ mode: x })
        break
      case OPS.beginText:
        pen.begin(SAME)
        break
      case OPS.setTextMatrix:
        pen.begin(matrixOf(first) ?? SAME)
        break
      case OPS.setLeadingMoveText:
        change({ leading: -y })
        pen.move(x, y)
        break
      case OPS.moveText:
        pen.move(x, y)
        break
      case OPS.nextLine:
        pen.move(0, -state.leading)
        break
      case OPS.showText: {
        look ??= { state, isOff: off > 0, annotation, order: painted.length }
        picture = null
        const shown = pen.show(first, state, look)
        if (masks === 0) for (const glyph of shown) glyphs.push(glyph)
        // From here on, painting is visible only within the letters.
        if (state.mode >= 4) change({ clip: { ...state.clip, isExact: false } })
        break
      }
      case OPS.clip:
      case OPS.eoClip:
        isClip = true
        break
      case OPS.shadingFill:
        paint(state.clip.box, 'area', null, true)
        picture = null
        break
      case OPS.constructPath: {
        const own = boxOf(args[2])
        const box = own && boxed(state.matrix, own)
        const isWhole = own !== null && isSquare(state.matrix) && isRectangle(second, own)
        if (box && areas.has(x)) paint(box, 'area', state.fill, isWhole)
        else if (box && first !== OPS.endPath) {
          const width = state.lineWidth * Math.hypot(...turned(state.matrix, [1, 0]))
          paint(box, 'line', state.stroke, false)
          if (isBar(box, width)) paint(grown(box, width / 2), 'bar', state.stroke, false)
        }
        if (first !== OPS.endPath) picture = null
        if (box && isClip) change(clipped(state, box, isWhole))
        isClip = false
      }
    }
  }
  if (picture) paint(picture, 'picture', null, false)
  return { glyphs, painted: painted.length > SHAPES_MAX ? UNKNOWN : painted }
}

/** The place of a picture, in its own coordinates. */
const UNIT: Box = [0, 0, 1, 1]

/** Represents further shapes that are not followed: they may be anywhere. */
const UNKNOWN: readonly Painted[] = [{ box: EVERYWHERE, isSolid: false, kind: 'picture', colour: null }]

/** Whether a group is drawn only as a mask for others. */
function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask)
}
