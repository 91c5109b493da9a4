import type { Point } from './matrix.ts'
import type { State } from './state.ts'

/** The appearance of letters that are drawn together. */
export interface GlyphLook {
  /** The graphics state in which they are drawn. */
  readonly state: State
  /** Whether their layer is off. */
  readonly isOff: boolean
  /** The id of the field or comment that they are drawn for; null for the page itself. */
  readonly annotation: string | null
  /** How many things were painted before them. */
  readonly order: number
}

/** A letter as drawn, in the page's own coordinates. A font may draw several as one, such as "fi". */
export interface Glyph {
  readonly text: string
  readonly font: string
  /** The start of its baseline. */
  readonly origin: Point
  /** The direction to the next letter, one unit long. */
  readonly ahead: Point
  /** Its width, in such units. */
  readonly width: number
  /** From its start upwards, as long as the font size. */
  readonly up: Point
  readonly look: GlyphLook
}
