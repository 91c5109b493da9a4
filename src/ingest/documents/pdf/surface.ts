import type { Painted } from './drawing.ts'
import { type Box, boxHolds, common, type Point } from './matrix.ts'

/** The number of cells per direction into which a page is divided. */
const CELLS = 48
/** How many things of one cell are examined. */
const CELL_MAX = 200
/** Something thinner than this, in points, neither covers a letter nor is its background. */
const THIN = 3

/** Something painted, and the number of things painted before it. */
interface Layer extends Painted {
  readonly order: number
}

/** What is painted on a page, indexed by place. */
export class Surface {
  readonly #cells = new Map<number, Layer[]>()
  readonly page: Box

  constructor(painted: readonly Painted[], page: Box) {
    this.page = page
    for (const [order, thing] of painted.entries()) {
      if (thing.kind === 'line') continue
      const box = common(thing.box, page)
      if (box[2] - box[0] < THIN || box[3] - box[1] < THIN) continue
      const [[left, bottom], [right, top]] = [this.#cellOf([box[0], box[1]]), this.#cellOf([box[2], box[3]])]
      for (let column = left; column <= right; column++)
        for (let row = bottom; row <= top; row++) this.#add(column * CELLS + row, { ...thing, order })
    }
  }

  #add(key: number, layer: Layer): void {
    const cell = this.#cells.get(key)
    if (!cell) this.#cells.set(key, [layer])
    else if (cell.length < CELL_MAX) cell.push(layer)
  }

  /** What is painted over and beneath a point, last first. */
  at(point: Point): Layer[] {
    const [column, row] = this.#cellOf(point)
    return (this.#cells.get(column * CELLS + row) ?? []).filter(({ box }) => boxHolds(box, point)).reverse()
  }

  #cellOf([x, y]: Point): [column: number, row: number] {
    const [left, bottom, right, top] = this.page
    const part = (at: number, from: number, to: number) =>
      Math.min(Math.max(Math.floor(((at - from) / (to - from)) * CELLS), 0), CELLS - 1)
    return [part(x, left, right), part(y, bottom, top)]
  }
}
