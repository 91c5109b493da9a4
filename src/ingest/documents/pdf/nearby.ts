/** A place on the page, in points. */
interface GridSpot {
  readonly x: number
  readonly y: number
}

/** How wide and high the cells are that a page is parted into, in points: about a line. */
export const CELL = 12
/** So many things of one cell are looked at. */
const NEAR_MAX = 30
/** So many cells to each side are looked through: what lies beyond is not near, however large the letters. */
const CELLS_MAX = 5

/** What stands on a page, by where it stands. */
export class Nearby<Thing> {
  readonly #cells = new Map<number, Thing[]>()

  add(thing: Thing, { x, y }: GridSpot): void {
    const key = gridKey(Math.round(x / CELL), Math.round(y / CELL))
    const cell = this.#cells.get(key)
    if (!cell) this.#cells.set(key, [thing])
    else if (cell.length < NEAR_MAX) cell.push(thing)
  }

  /** What stands no farther than `reach` points from a place, and a little of what stands beyond. */
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

/** One number for each cell of any page: what lies farther off than that is compared in vain, no more. */
function gridKey(column: number, row: number): number {
  return column * 100_003 + row
}
