import type { Point } from './matrix.ts'
import type { State } from './state.ts'

/** How letters that are drawn together look. */
export interface GlyphLook {
  /** The state in which they are drawn. */
  readonly state: State
  /** Whether they belong to a layer that is off. */
  readonly isOff: boolean
  /** The field or remark that they are drawn for, by its id; null for the page itself. */
  readonly annotation: string | null
  /** How many things were painted before. */
  readonly order: number
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
  /** From its beginning upwards, as long as its size. */
  readonly up: Point
  readonly look: GlyphLook
}
