import { readFileSync } from 'node:fs'

// The square of each municipality on the tile map: as near as possible to those of its neighbours, with each county in one
// piece. It was made for this site from the list of neighbouring municipalities.

/** The position of a square, from the left and from the top. */
interface TilePlace {
  readonly x: number
  readonly y: number
}

const [, ...lines] = readFileSync(new URL('../assets/tiles.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** The squares by municipality code. */
export const tilePlaces: ReadonlyMap<string, TilePlace> = new Map(
  lines.map((line): [string, TilePlace] => {
    const [code = '', x, y] = line.split(',')
    return [code, { x: Number(x), y: Number(y) }]
  }),
)

const codeAt = new Map([...tilePlaces].map(([code, { x, y }]) => [`${x},${y}`, code]))

/** The width and height of the map, in squares. */
export const tileColumns = Math.max(...[...tilePlaces.values()].map(({ x }) => x)) + 1
export const tileRows = Math.max(...[...tilePlaces.values()].map(({ y }) => y)) + 1

/** The path of the borders between groups of squares, and around the map. `groupOf` returns the group of a municipality. */
export function borders(size: number, groupOf: (code: string) => string | undefined): string {
  const path: string[] = []
  for (const [code, { x, y }] of tilePlaces) {
    const differs = (dx: number, dy: number) => {
      const other = codeAt.get(`${x + dx},${y + dy}`)
      return other === undefined || groupOf(other) !== groupOf(code)
    }
    const isEmpty = (dx: number, dy: number) => !codeAt.has(`${x + dx},${y + dy}`)
    if (differs(1, 0)) path.push(`M${(x + 1) * size} ${y * size}v${size}`)
    if (differs(0, 1)) path.push(`M${x * size} ${(y + 1) * size}h${size}`)
    if (isEmpty(-1, 0)) path.push(`M${x * size} ${y * size}v${size}`)
    if (isEmpty(0, -1)) path.push(`M${x * size} ${y * size}h${size}`)
  }
  return path.join('')
}

/** The path of some squares. */
export function squares(size: number, codes: Iterable<string>): string {
  return [...codes]
    .flatMap((code) => tilePlaces.get(code) ?? [])
    .map(({ x, y }) => `M${x * size} ${y * size}h${size}v${size}h-${size}z`)
    .join('')
}
