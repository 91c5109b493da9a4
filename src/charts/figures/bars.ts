import { scaleLinear } from 'd3-scale'
import { formats } from '../../site/formats.ts'
import { Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { markOf, valueOrWhy } from '../../site/unknown.ts'
import type { BarFigure, BarPart, Fill } from '../figure.ts'
import { ofPage, type Palette } from '../palette.ts'
import { round, textAt, textWidth, wrapped } from '../text.ts'
import type { Area, Drawn } from './drawn.ts'
import { drawKeysInRow, keyLists } from './keys.ts'
import { field, fieldAcross, told } from './marks.ts'

const SIZE = 22
const LEAD = 28
const BAR = 26
const GAP = 14
/** The width of the mark of an unknown value. */
const UNKNOWN_WIDTH = 26
const UNKNOWN_PERCENT = 6

type BarRow = BarFigure['rows'][number]

/** The length of a row: the sum of its known values. */
function barLength({ parts }: BarRow): number {
  return parts.reduce((sum, { value }) => sum + ('value' in value ? value.value : 0), 0)
}

/** The scale of all bars of a figure. */
function barScale({ rows }: BarFigure, width: number) {
  return scaleLinear([0, Math.max(1, ...rows.map(barLength))], [0, width])
}

/** The number shown for a row. */
function barNumber({ number, parts }: BarRow, language: Language): string {
  if (number !== undefined) return number
  const [only] = parts
  return only ? valueOrWhy(language, only.value, (value) => formats[language].number(value)) : ''
}

/** The text of a part: its row, its meaning and its number. */
function barWords({ name }: BarRow, { label, value }: BarPart, language: Language): string {
  return `${name}, ${label}: ${valueOrWhy(language, value, (known) => formats[language].number(known))}`
}

/** The parts of a bar, from left to right; an unknown one has its mark. */
function barParts(row: BarRow, widthOf: (value: number) => number, unknownWidth: number) {
  let left = 0
  return row.parts.map((part) => {
    const { value, fill } = part
    const width = 'value' in value ? widthOf(value.value) : unknownWidth
    const mark: Fill = 'value' in value ? fill : markOf(value.unknown)
    const at = { part, mark, left, width }
    left += width
    return at
  })
}

/** Names on the left, then numbers, then bars. Long names are wrapped, never cut. */
export function drawBars(
  figure: BarFigure,
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
): Drawn {
  const { rows, keys } = figure
  const legend = drawKeysInRow(keys, { x, y, width }, palette)
  const nameRoom = Math.min(
    width * 0.42,
    Math.max(0, ...rows.map(({ name, isWithin }) => textWidth(name, SIZE) + (isWithin ? SIZE : 0))) + 1,
  )
  const numberRoom = Math.max(0, ...rows.map((row) => textWidth(barNumber(row, language), SIZE))) + 1
  const barsAt = x + nameRoom + numberRoom + 40
  const scale = barScale(figure, x + width - barsAt - (rows.some(hasUnknown) ? UNKNOWN_WIDTH : 0))
  let top = y + legend.height + (legend.height > 0 ? 12 : 0)
  const drawn = rows.map((row) => {
    const indent = row.isWithin ? SIZE : 0
    const lines = wrapped(row.name, nameRoom - indent, SIZE)
    const names = lines.map((line, index) =>
      textAt(x + indent, top + 20 + index * LEAD, line, { size: SIZE, fill: palette.ink }),
    )
    const number = textAt(x + nameRoom + 20 + numberRoom, top + 20, barNumber(row, language), {
      size: SIZE,
      fill: palette.ink,
      anchor: 'end',
    })
    const height = row.isWithin ? BAR * 0.7 : BAR
    const bars = barParts(row, scale, UNKNOWN_WIDTH).map(({ part, mark, left, width: wide }) =>
      told(
        barWords(row, part, language),
        wide > 0
          ? field(mark, { x: barsAt + left, y: top + (BAR - height) / 2, width: wide, height }, palette)
          : '',
      ),
    )
    top += Math.max(BAR, lines.length * LEAD) + GAP
    return `<g>${names.join('')}${number}${bars.join('')}</g>`
  })
  const axis = `<path d="M${round(barsAt)} ${round(y + legend.height)}V${round(top - GAP + 4)}" stroke="${palette.edge}"/>`
  return { svg: `${legend.svg}${axis}${drawn.join('\n')}`, height: top - y - GAP }
}

function hasUnknown({ parts }: BarRow): boolean {
  return parts.some(({ value }) => 'unknown' in value)
}

/** The same on a page: a table whose numbers are also drawn, so that it works for screen readers and on phones. */
export function showBars(figure: BarFigure, language: Language): Html {
  const { rows, keys, heads } = figure
  const scale = barScale(figure, 100)
  const bar = (row: BarRow) =>
    barParts(row, scale, UNKNOWN_PERCENT).map(({ part, mark, left, width }) =>
      told(barWords(row, part, language), fieldAcross(mark, left, width, ofPage)),
    )
  return html`${keys.length > 0 ? html`<div class="keys">${keyLists(language, keys)}</div>` : ''}<table class="bars drawn"><thead><tr><th scope="col">${heads[0]}</th><th scope="col" class="right">${heads[1]}</th><td></td></tr></thead><tbody>
${rows.map((row) => html`<tr${row.isWithin ? new Html(' class="child"') : ''}><th scope="row">${row.href ? html`<a href="${row.href}">${row.name}</a>` : row.name}</th><td class="right">${barNumber(row, language)}</td><td class="bar"><svg aria-hidden="true" preserveAspectRatio="none">${new Html(bar(row).join(''))}</svg></td></tr>\n`)}</tbody></table>`
}
