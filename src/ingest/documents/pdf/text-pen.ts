import { type FontOf, heightOf, isKnown, unitOf } from './fonts.ts'
import type { Glyph, GlyphLook } from './glyph.ts'
import { type Matrix, type Point, placed, SAME, turned, within } from './matrix.ts'
import type { State } from './state.ts'

/** Stands for a letter that its font does not identify. */
const UNKNOWN = '\uFFFD'

/** The place of the next letter, as the text operators move it. */
export class TextPen {
  #text: Matrix = SAME
  #line: Point = [0, 0]
  #at: Point = [0, 0]
  readonly #fontOf: FontOf

  constructor(fontOf: FontOf) {
    this.#fontOf = fontOf
  }

  /** Begins a text object, with its own coordinates. */
  begin(matrix: Matrix): void {
    this.#text = matrix
    this.#moveTo([0, 0])
  }

  /** Moves to the start of another line, relative to the start of the last one. */
  move(right: number, up: number): void {
    this.#moveTo([this.#line[0] + right, this.#line[1] + up])
  }

  #moveTo(point: Point): void {
    this.#line = point
    this.#at = point
  }

  /** Draws letters, which pdf.js lists with the gaps between them. */
  show(list: unknown, state: State, look: GlyphLook): Glyph[] {
    const glyphs: Glyph[] = []
    const onPage = within(state.matrix, this.#text)
    const font = this.#fontOf(state.font)
    const unit = unitOf(font) * state.size
    const forward = (by: number): Point => (font.vertical === true ? [0, -by] : [by * state.stretch, 0])
    const ahead = turned(onPage, forward(1))
    const up = turned(onPage, [0, state.size * heightOf(font)])
    for (const glyph of Array.isArray(list) ? list : []) {
      let by = typeof glyph === 'number' ? (-glyph * state.size) / 1000 : 0
      if (typeof glyph === 'object' && glyph !== null) {
        const { unicode, originalCharCode, isSpace } = glyph
        const width = Number(glyph.width) * unit
        const origin = placed(onPage, [this.#at[0], this.#at[1] + state.rise])
        if (typeof unicode === 'string' && unicode !== '') {
          const text = unicode === ' ' || isKnown(font, Number(originalCharCode)) ? unicode : UNKNOWN
          glyphs.push({ text, font: state.font, origin, ahead, width, up, look })
        }
        by = width + state.letterGap + (isSpace === true ? state.wordGap : 0)
      }
      const [x, y] = forward(by)
      this.#at = [this.#at[0] + x, this.#at[1] + y]
    }
    return glyphs
  }
}
