import { scaleLinear } from 'd3-scale'
import { escaped, Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { borders, tileColumns, tilePlaces, tileRows } from '../../site/parts/tile-grid.ts'
import type { TileFigure } from '../figure.ts'
import { ofPage, type Palette } from '../palette.ts'
import { round } from '../text.ts'
import type { Area, Drawn } from './drawn.ts'
import { drawKeys, keyLists } from './keys.ts'
import { field } from './marks.ts'

/** The side of a square on pages. */
const PAGE_SIDE = 20
/** The share of the map in a drawing; the key has the rest. */
const MAP_SHARE = 0.56

/** The squares, and the borders around groups of them. */
function tileSquares(
  { tiles }: TileFigure,
  side: number,
  palette: Palette,
  around: (tile: TileFigure['tiles'][number], drawn: string) => string,
): string {
  const place = scaleLinear([0, 1], [0, side])
  const drawn = tiles.map((tile) => {
    const at = tilePlaces.get(tile.code)
    if (!at) throw new Error(`The map has no square for the municipality ${tile.code}`)
    const square = field(tile.fill, { x: place(at.x), y: place(at.y), width: side, height: side }, palette)
    return around(tile, `<title>${escaped(tile.words)}</title>${square}`)
  })
  const groupOf = new Map(tiles.map(({ code, group }) => [code, group]))
  const path = borders(side, (code) => groupOf.get(code))
  return `${drawn.join('\n')}<path d="${path}" fill="none" stroke="${palette.ink}" stroke-width="${round(side * 0.055)}" stroke-linejoin="round"/>`
}

/** The map and its key, side by side. */
export function drawTiles(
  figure: TileFigure,
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
): Drawn {
  const side = Math.round((width * MAP_SHARE) / tileColumns)
  const mapWidth = side * tileColumns
  const map = tileSquares(figure, side, palette, (_tile, drawn) => `<g>${drawn}</g>`)
  const gap = width * 0.05
  const keys = drawKeys(
    figure.keys,
    { x: x + mapWidth + gap, y: y + 4, width: width - mapWidth - gap },
    palette,
    language,
  )
  return {
    svg: `<g transform="translate(${round(x)} ${round(y)})">${map}</g>${keys.svg}`,
    height: Math.max(side * tileRows, keys.height),
  }
}

/** The same on a page: each square is a link to its municipality. Everything in it is in the table too. */
export function showTiles(figure: TileFigure, language: Language): Html {
  const [width, height] = [PAGE_SIDE * tileColumns + 4, PAGE_SIDE * tileRows + 4]
  const map = tileSquares(
    figure,
    PAGE_SIDE,
    ofPage,
    ({ href }, drawn) => `<a href="${escaped(href)}" tabindex="-1">${drawn}</a>`,
  )
  return html`<div class="tiles"><svg class="map drawn" viewBox="-2 -2 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${new Html(map)}</svg><div>${keyLists(language, figure.keys)}</div></div>`
}
