/** A drawing in SVG, as high as it came to be. */
export interface Drawn {
  readonly svg: string
  readonly height: number
}

/** Where and how wide a drawing is to be. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
}
