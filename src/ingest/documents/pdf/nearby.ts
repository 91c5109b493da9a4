/** A place on the page, in points. */
interface GridSpot {
  readonly x: number
  readonly y: number
}

/** The width and height of the cells into which a page is divided, in points: about a line. */
export const CELL = 12
/** How many things of one cell are examined. */
const NEAR_MAX = 30
/** How many cells in each direction are searched: what is farther away is not near, however large the letters. */
const CELLS_MAX = 5

/** The contents of a page, indexed by place. */
export class Nearby<Thing> {
  readonly #cells = new Map<number, Thing[]>()

  add(thing: Thing, { x, y }: GridSpot): void {
    const key = gridKey(Math.round(x / CELL), Math.round(y / CELL))
    const cell = this.#cells.get(key)
    if (!cell) this.#cells.set(key, [thing])
    else if (cell.length < NEAR_MAX) cell.push(thing)
  }

  /** The contents within `reach` points of a place, and some beyond. */
  near({ x, y }: GridSpot, reach: number): Thing[] {
    const found: Thing[] = []
    const [column, row] = [Math.round(x / CELL), Math.round(y / CELL)]
    const cells = Math.min(Math.max(Math.ceil(reach / CELL), 1), CELLS_MAX)
    for (let beside = column - cells; beside <= column + cells; beside++)
      for (let above = row - cells; above <= row + cells; above++)
        found.push(...(this.#cells.get(gridKey(beside, above)) ?? []))
    return found
  }
}

/** One number per cell of any page: places beyond it share numbers, which only costs comparisons. */
function gridKey(column: number, row: number): number {
  return column * 100_003 + row
}
