import { getResolvedPDFJS } from 'unpdf'
import { type FontOf, heightOf, isKnown, unitOf } from './fonts.ts'
import { type Matrix, matrixOf, numbersOf, type Point, placed, SAME, turned, within } from './matrix.ts'

/** What a page draws, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** A letter as it is drawn, in the page's own measure. A font may draw several as one, such as "fi". */
export interface Glyph {
  readonly text: string
  readonly font: string
  /** Where it begins on its baseline. */
  readonly origin: Point
  /** Which way the next one stands, and a unit of that. */
  readonly ahead: Point
  /** How wide it is, in such units. */
  readonly width: number
  /** From there upwards, as long as its size. */
  readonly up: Point
}

/** Two corners of something drawn that is no letter, in the page's own measure. */
export type Box = readonly [Point, Point]

/** The letters and the shapes of a page, in the order in which they are drawn. */
export interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly shapes: readonly Box[]
}

/** Stands for a letter that its font does not tell. */
export const UNKNOWN = '\uFFFD'

/** More shapes than a page's table has; those of a map are left alone. */
const SHAPES_MAX = 20_000
/** Drawing within drawing is followed so deep. */
const NESTING_MAX = 200

/** How a page is drawn at some point of the list. */
interface State {
  readonly matrix: Matrix
  readonly font: string
  readonly size: number
  readonly letterGap: number
  readonly wordGap: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

const START: State = {
  matrix: SAME,
  font: '',
  size: 0,
  letterGap: 0,
  wordGap: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

/** Follows the list of what a page draws; `fontOf` gives the fonts by the names that they have there. */
export async function drawingOf({ fnArray, argsArray }: Operators, fontOf: FontOf): Promise<Drawing> {
  const { OPS } = await getResolvedPDFJS()
  const glyphs: Glyph[] = []
  const shapes: Box[] = []
  const saved: State[] = []
  let depth = 0
  let state = START
  let text = SAME
  let line: Point = [0, 0]
  let pen: Point = [0, 0]

  const save = () => {
    if (depth < NESTING_MAX) saved.push(state)
    depth++
  }
  const restore = () => {
    if (depth > 0) depth--
    if (depth < NESTING_MAX) state = saved.pop() ?? state
  }
  const transform = (list: unknown) => {
    const inner = matrixOf(list)
    if (inner) state = { ...state, matrix: within(state.matrix, inner) }
  }
  const moveTo = (point: Point) => {
    line = point
    pen = point
  }
  const show = (list: unknown) => {
    const onPage = within(state.matrix, text)
    const font = fontOf(state.font)
    const isDown = font.vertical === true
    const unit = unitOf(font) * state.size
    const up = turned(onPage, [0, state.size * heightOf(font)])
    const forward = (by: number): Point => (isDown ? [0, -by] : [by * state.stretch, 0])
    const ahead = turned(onPage, forward(1))
    for (const glyph of Array.isArray(list) ? list : []) {
      let by = typeof glyph === 'number' ? (-glyph * state.size) / 1000 : 0
      if (typeof glyph === 'object' && glyph !== null) {
        const width = Number(glyph.width) * unit
        const { unicode, originalCharCode } = glyph
        if (typeof unicode === 'string' && unicode !== '')
          glyphs.push({
            text: isKnown(font, Number(originalCharCode)) || unicode === ' ' ? unicode : UNKNOWN,
            font: state.font,
            origin: placed(onPage, [pen[0], pen[1] + state.rise]),
            ahead,
            width,
            up,
          })
        by = width + state.letterGap + (glyph.isSpace === true ? state.wordGap : 0)
      }
      const [x, y] = forward(by)
      pen = [pen[0] + x, pen[1] + y]
    }
  }

  for (const [index, operator] of fnArray.entries()) {
    const list = argsArray[index]
    const args: readonly unknown[] = Array.isArray(list) ? list : []
    const number = Number(args[0])
    switch (operator) {
      case OPS.save:
        save()
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        restore()
        break
      case OPS.transform:
        transform(args)
        break
      case OPS.paintFormXObjectBegin:
        save()
        transform(args[0])
        break
      case OPS.beginAnnotation:
        save()
        state = START
        transform(args[2])
        transform(args[3])
        break
      case OPS.setFont:
        state = { ...state, font: String(args[0]), size: Number(args[1]) }
        break
      case OPS.setGState:
        for (const [name, value] of settingsOf(args[0]))
          if (name === 'Font' && Array.isArray(value))
            state = { ...state, font: String(value[0]), size: Number(value[1]) }
        break
      case OPS.setCharSpacing:
        state = { ...state, letterGap: number }
        break
      case OPS.setWordSpacing:
        state = { ...state, wordGap: number }
        break
      case OPS.setHScale:
        state = { ...state, stretch: number / 100 }
        break
      case OPS.setLeading:
        state = { ...state, leading: number }
        break
      case OPS.setTextRise:
        state = { ...state, rise: number }
        break
      case OPS.beginText:
        text = SAME
        moveTo([0, 0])
        break
      case OPS.setTextMatrix:
        text = matrixOf(args[0]) ?? text
        moveTo([0, 0])
        break
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -Number(args[1]) }
        moveTo([line[0] + number, line[1] + Number(args[1])])
        break
      case OPS.moveText:
        moveTo([line[0] + number, line[1] + Number(args[1])])
        break
      case OPS.nextLine:
        moveTo([line[0], line[1] - state.leading])
        break
      case OPS.showText:
        show(args[0])
        break
      case OPS.constructPath:
        if (args[0] !== OPS.endPath && shapes.length <= SHAPES_MAX) {
          const [left, bottom, right, top] = numbersOf(args[2])
          if (left === undefined || bottom === undefined || right === undefined || top === undefined) break
          shapes.push([placed(state.matrix, [left, bottom]), placed(state.matrix, [right, top])])
        }
    }
  }
  return { glyphs, shapes: shapes.length > SHAPES_MAX ? [] : shapes }
}

/** The settings of a graphics state, which pdf.js gives as pairs. */
function settingsOf(list: unknown): [name: unknown, value: unknown][] {
  return Array.isArray(list) ? list.flatMap((pair) => (Array.isArray(pair) ? [[pair[0], pair[1]]] : [])) : []
}
