/** A drawing in SVG with its height. */
export interface Drawn {
  readonly svg: string
  readonly height: number
}

/** The position and the width of a drawing. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
}
