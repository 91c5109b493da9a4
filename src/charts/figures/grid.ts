import { scaleThreshold } from 'd3-scale'
import { formats } from '../../site/formats.ts'
import { Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { type MaybeKnown, markOf, valueOrWhy } from '../../site/unknown.ts'
import type { ClassFill, Fill, GridFigure, Key } from '../figure.ts'
import { ofPage, type Palette } from '../palette.ts'
import { round, textAt, textWidth, wrapped } from '../text.ts'
import type { Area, Drawn } from './drawn.ts'
import { drawKeysInRow, keyLists } from './keys.ts'
import { field, told } from './marks.ts'

const SIZE = 20
const LEAD = 25
const ROW = 34

/** The classes of values above zero. */
const CLASSES = ['c1', 'c2', 'c4'] as const

/** The lower bound of each class above the first: half of the values are in the first class, a sixth in the last. */
function classBounds({ rows }: GridFigure): readonly [number, number] {
  const values = rows
    .flatMap(({ cells }) => cells.flatMap((cell) => ('value' in cell && cell.value > 0 ? [cell.value] : [])))
    .sort((a, b) => a - b)
  const at = (share: number) => values[Math.floor(values.length * share)] ?? 1
  const middle = Math.max(2, at(1 / 2))
  return [middle, Math.max(middle + 1, at(5 / 6))]
}

/** The filling of a value. Zero has no colour, only its number. */
function filling(figure: GridFigure): (value: MaybeKnown) => Fill | null {
  const classOf = scaleThreshold<number, ClassFill>([...classBounds(figure)], [...CLASSES])
  return (value) =>
    'unknown' in value ? markOf(value.unknown) : value.value > 0 ? classOf(value.value) : null
}

/** What the colours mean. */
function gridKeys(figure: GridFigure, language: Language): Key[] {
  const [middle, high] = classBounds(figure)
  const number = (value: number) => formats[language].number(value)
  const range = (from: number, to: number) => (from === to ? number(from) : `${number(from)}–${number(to)}`)
  const marks = new Map(
    figure.rows
      .flatMap(({ cells }) => cells)
      .flatMap((cell) =>
        'unknown' in cell ? [[markOf(cell.unknown), valueOrWhy(language, cell, String)] as const] : [],
      ),
  )
  return [
    { fill: CLASSES[0], label: range(1, middle - 1) },
    { fill: CLASSES[1], label: range(middle, high - 1) },
    { fill: CLASSES[2], label: `${number(high)}–` },
    ...[...marks].map(([fill, label]) => ({ fill, label })),
  ]
}

function cellWords(
  figure: GridFigure,
  row: string,
  column: number,
  value: MaybeKnown,
  language: Language,
): string {
  return `${row}, ${figure.columns[column]}: ${valueOrWhy(language, value, (known) => formats[language].number(known))}`
}

/** The text colour that is readable on a filling. */
function inkOn(fill: Fill | null, palette: Palette): string {
  return fill === null ? palette.muted : fill === 'c4' ? palette.paper : palette.ink
}

/** A grid of fields with their numbers. */
export function drawGrid(
  figure: GridFigure,
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
): Drawn {
  const { rows, columns } = figure
  const legend = drawKeysInRow(gridKeys(figure, language), { x, y, width }, palette)
  const fillOf = filling(figure)
  const nameRoom = Math.min(
    width * 0.34,
    Math.max(0, ...rows.map(({ name, isWithin }) => textWidth(name, SIZE) + (isWithin ? SIZE : 0))) + 1,
  )
  const cell = (width - nameRoom - 16) / columns.length
  const left = (column: number) => x + nameRoom + 16 + column * cell
  let top = y + legend.height + 34
  const headSize = Math.min(SIZE, cell / 2.4)
  const heads = columns.map((name, column) =>
    textAt(left(column) + cell / 2, top - 10, name, {
      size: round(headSize),
      fill: palette.muted,
      anchor: 'middle',
    }),
  )
  const drawn = rows.map((row) => {
    const indent = row.isWithin ? SIZE : 0
    const lines = wrapped(row.name, nameRoom - indent, SIZE)
    const height = Math.max(ROW, lines.length * LEAD + 6)
    const names = lines.map((line, index) =>
      textAt(x + indent, top + 23 + index * LEAD, line, { size: SIZE, fill: palette.ink }),
    )
    const cells = row.cells.map((value, column) => {
      const fill = fillOf(value)
      const area = { x: left(column), y: top, width: cell, height }
      const shown = 'value' in value ? formats[language].number(value.value) : null
      const size = round(Math.min(18, (cell - 6) / (textWidth(shown ?? '', 1) || 1)))
      const number =
        shown === null
          ? ''
          : textAt(left(column) + cell / 2, top + height / 2 + size * 0.35, shown, {
              size,
              fill: inkOn(fill, palette),
              anchor: 'middle',
            })
      return told(
        cellWords(figure, row.name, column, value, language),
        `${fill === null ? '' : field(fill, area, palette)}${number}`,
      )
    })
    top += height
    return `<g>${names.join('')}${cells.join('')}</g>`
  })
  return { svg: `${legend.svg}${heads.join('')}${drawn.join('\n')}`, height: top - y }
}

/** The same on a page, as a table with coloured fields. */
export function showGrid(figure: GridFigure, language: Language): Html {
  const { rows, columns, heads } = figure
  const fillOf = filling(figure)
  const cellOf = (value: MaybeKnown) => {
    const fill = fillOf(value)
    if ('value' in value)
      return html`<td class="f-${fill ?? 'none'}">${formats[language].number(value.value)}</td>`
    const mark = field(fill ?? 'dot', { x: 0.5, y: 0.5, width: 19, height: 19 }, ofPage)
    return html`<td><svg class="mark" viewBox="0 0 20 20" role="img" aria-label="${valueOrWhy(language, value, String)}">${new Html(mark)}</svg></td>`
  }
  return html`<div class="keys">${keyLists(language, gridKeys(figure, language))}</div><div class="scroll" tabindex="0" role="group" aria-label="${heads[1]}"><table class="grid num"><thead><tr><th scope="col">${heads[0]}</th>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr${row.isWithin ? new Html(' class="child"') : ''}><th scope="row">${row.href ? html`<a href="${row.href}">${row.name}</a>` : row.name}</th>${row.cells.map(cellOf)}</tr>\n`)}</tbody></table></div>`
}
