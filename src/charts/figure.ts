import type { Mark, MaybeKnown } from '../site/unknown.ts'

/** The colours of classes, from the weakest to the strongest, and the strongest with a dot in it. */
export type ClassFill = 'c1' | 'c2' | 'c3' | 'c4' | 'c4-dotted'

/** How a part of a chart is filled: with the colour of a class, or the mark of an unknown value. */
export type Fill = ClassFill | Mark

/** Whether a filling stands for an unknown value. */
export function isMark(fill: Fill): fill is Mark {
  return fill === 'dot' || fill === 'dash' || fill === 'hatch'
}

/** A filling with its meaning. */
export interface Key {
  readonly fill: Fill
  readonly label: string
  /** The number of items, if it is a class. */
  readonly count?: number
}

/** A square for each municipality. */
export interface TileFigure {
  readonly kind: 'tiles'
  readonly tiles: readonly {
    readonly code: string
    readonly name: string
    /** The squares of a group have a border around them. */
    readonly group: string
    readonly fill: Fill
    /** The text of the square. */
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

/** A bar for each row, with one part or several. */
export interface BarFigure {
  readonly kind: 'bars'
  /** Headings of the rows and of the numbers. */
  readonly heads: readonly [rows: string, counted: string]
  readonly rows: readonly {
    readonly name: string
    readonly href?: string
    /** Whether it is part of the row above it. */
    readonly isWithin?: boolean
    readonly parts: readonly BarPart[]
    /** The number of the row, if it has several parts. */
    readonly number?: string
  }[]
  /** The meaning of the parts, if there are several. */
  readonly keys: readonly Key[]
}

/** A grid of fields: the larger the value, the stronger the colour. */
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

/** Panels with columns, all on one scale. */
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

/** The content of a chart, apart from size, colours and file format. */
export type Figure = TileFigure | BarFigure | GridFigure | PanelFigure
