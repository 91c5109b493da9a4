import { formats } from '../site/formats.ts'
import { escaped, type Html } from '../site/html.ts'
import type { Language } from '../site/language.ts'
import type { MadeChart } from './chart.ts'
import type { Figure } from './figure.ts'
import { drawBars, showBars } from './figures/bars.ts'
import type { Area, Drawn } from './figures/drawn.ts'
import { drawGrid, showGrid } from './figures/grid.ts'
import { drawPanels, showPanels } from './figures/panels.ts'
import { drawTiles, showTiles } from './figures/tiles.ts'
import type { Palette } from './palette.ts'
import { linesAt, round, wrapped } from './text.ts'
import { sheetTexts } from './texts/sheet.ts'

/** The default width of a drawing. */
export const SHEET_WIDTH = 1200
const MARGIN = 60

/** Draws a figure. */
function drawFigure(figure: Figure, area: Area, palette: Palette, language: Language): Drawn {
  switch (figure.kind) {
    case 'tiles':
      return drawTiles(figure, area, palette, language)
    case 'bars':
      return drawBars(figure, area, palette, language)
    case 'grid':
      return drawGrid(figure, area, palette, language)
    case 'panels':
      return drawPanels(figure, area, palette, language)
  }
}

/** A figure for a page. */
export function showFigure(figure: Figure, language: Language): Html {
  switch (figure.kind) {
    case 'tiles':
      return showTiles(figure, language)
    case 'bars':
      return showBars(figure, language)
    case 'grid':
      return showGrid(figure, language)
    case 'panels':
      return showPanels(figure, language)
  }
}

/** The source of the data of a drawing. */
export interface DrawnFrom {
  /** The release of the data, if there is one. */
  readonly release: string | null
  readonly date: string | null
}

/** A complete drawing in SVG: title, explanation, figure, what it does not show, and its source. */
export function sheet(
  made: MadeChart,
  {
    language,
    palette,
    width = SHEET_WIDTH,
    origin,
  }: { language: Language; palette: Palette; width?: number; origin: DrawnFrom },
): string {
  const [title, how, notes] = [made.title[language], made.how[language], made.notes(language)]
  const [x, room] = [MARGIN, width - 2 * MARGIN]
  const heading = linesAt(x, MARGIN + 34, wrapped(title, room, 42, 'heading'), {
    size: 42,
    lead: 50,
    fill: palette.ink,
    face: 'heading',
  })
  let y = MARGIN + heading.height
  const explained = linesAt(x, y + 26, wrapped(how, room, 24), { size: 24, lead: 34, fill: palette.muted })
  y += explained.height + 34
  const figure = drawFigure(made.figure(language), { x, y, width: room }, palette, language)
  y += figure.height + 44
  const said = [...notes, sheetTexts[language].source(origin, formats[language])]
  const small = linesAt(
    x,
    y,
    said.flatMap((note) => wrapped(note, room, 20)),
    {
      size: 20,
      lead: 29,
      fill: palette.muted,
    },
  )
  const height = round(y + small.height + MARGIN - 29)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:lang="${language}"><title>${escaped(title)}</title><desc>${escaped([made.says(language), ...notes].join(' '))}</desc><rect width="100%" height="100%" fill="${palette.paper}"/>
${heading.svg}${explained.svg}
${figure.svg}
${small.svg}</svg>
`
}
