import type { Mark, MaybeKnown } from '../site/unknown.ts'

/** The colours of classes, from the weakest to the strongest, and the strongest with a dot in it. */
export type ClassFill = 'c1' | 'c2' | 'c3' | 'c4' | 'c4-dotted'

/** How a part of a chart is filled: by the colour of a class, or the mark of something that is not known. */
export type Fill = ClassFill | Mark

/** Whether a filling tells that something is not known. */
export function isMark(fill: Fill): fill is Mark {
  return fill === 'dot' || fill === 'dash' || fill === 'hatch'
}

/** A way of filling, with what it means. */
export interface Key {
  readonly fill: Fill
  readonly label: string
  /** How many there are of it, where it is a class. */
  readonly count?: number
}

/** A square for each municipality. */
export interface TileFigure {
  readonly kind: 'tiles'
  readonly tiles: readonly {
    readonly code: string
    readonly name: string
    /** Those of a group have a border around them. */
    readonly group: string
    readonly fill: Fill
    /** What the square tells. */
    readonly words: string
    readonly href: string
  }[]
  readonly keys: readonly Key[]
}

/** A part of a bar. */
export interface BarPart {
  readonly fill: Fill
  readonly label: string
  readonly value: MaybeKnown
}

/** A bar for each row, of one part or several. */
export interface BarFigure {
  readonly kind: 'bars'
  /** What the rows are, and what is counted. */
  readonly heads: readonly [rows: string, counted: string]
  readonly rows: readonly {
    readonly name: string
    readonly href?: string
    /** Whether it is part of the row above it. */
    readonly isWithin?: boolean
    readonly parts: readonly BarPart[]
    /** What stands as its number, where that is not its only part. */
    readonly number?: string
  }[]
  /** What the parts mean, where there are several. */
  readonly keys: readonly Key[]
}

/** A field for each row and column, the stronger the larger its value. */
export interface GridFigure {
  readonly kind: 'grid'
  readonly heads: readonly [rows: string, counted: string]
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly href?: string
    readonly isWithin?: boolean
    readonly cells: readonly MaybeKnown[]
  }[]
}

/** Panels of columns, all on one scale. */
export interface PanelFigure {
  readonly kind: 'panels'
  readonly heads: readonly [columns: string, counted: string]
  readonly panels: readonly {
    readonly name: string | null
    readonly href?: string
    readonly columns: readonly { readonly name: string; readonly fill: Fill; readonly value: MaybeKnown }[]
  }[]
  readonly keys: readonly Key[]
}

/** What a chart shows, apart from size, colours and the form that it is given in. */
export type Figure = TileFigure | BarFigure | GridFigure | PanelFigure
