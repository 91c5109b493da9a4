import { scaleBand, scaleLinear } from 'd3-scale'
import { formats } from '../../site/formats.ts'
import { Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { markOf, valueOrWhy } from '../../site/unknown.ts'
import type { PanelFigure } from '../figure.ts'
import { ofPage, type Palette } from '../palette.ts'
import { round, textAt, textWidth } from '../text.ts'
import type { Area, Drawn } from './drawn.ts'
import { drawKeysInRow, keyLists } from './keys.ts'
import { field, told } from './marks.ts'

type Panel = PanelFigure['panels'][number]

/** The layout of a panel: its height without its name, and its font size. */
interface PanelSetting {
  readonly height: number
  readonly size: number
}

/** Up to this many panels have the whole width. */
const LARGE_PANELS = 2

/** The height of the mark of an unknown value. */
const MARK = 14

function columnScale({ panels }: PanelFigure, height: number) {
  const values = panels.flatMap(({ columns }) =>
    columns.flatMap(({ value }) => ('value' in value ? [value.value] : [])),
  )
  return scaleLinear([0, Math.max(1, ...values)], [0, height])
}

/** One panel: columns with their numbers above them and their names below. If names do not fit, every other one is shown. */
function drawPanel(
  figure: PanelFigure,
  panel: Panel,
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
  { height, size }: PanelSetting,
): string {
  const { columns } = panel
  const band = scaleBand(columns.keys(), [x, x + width]).paddingInner(0.15)
  const base = y + height - size * 1.6
  const scale = columnScale(figure, base - y - size * 1.5)
  const step = band.step()
  const every = Math.ceil((Math.max(...columns.map(({ name }) => textWidth(name, size))) + size * 0.4) / step)
  const drawn = columns.map(({ name, fill, value }, index) => {
    const left = band(index) ?? x
    const middle = left + band.bandwidth() / 2
    const known = 'value' in value ? value.value : null
    const tall = known === null ? MARK : scale(known)
    const mark = 'value' in value ? fill : markOf(value.unknown)
    const bar =
      tall > 0 ? field(mark, { x: left, y: base - tall, width: band.bandwidth(), height: tall }, palette) : ''
    const shown = known === null ? '' : formats[language].number(known)
    const number = textAt(middle, base - tall - size * 0.35, shown, {
      size: round(Math.min(size, (step * size) / (textWidth(shown, size) || 1))),
      fill: palette.ink,
      anchor: 'middle',
    })
    const label =
      index % every === 0
        ? textAt(middle, base + size * 1.25, name, { size, fill: palette.muted, anchor: 'middle' })
        : ''
    const of = panel.name === null ? name : `${panel.name}, ${name}`
    const words = `${of}: ${valueOrWhy(language, value, (each) => formats[language].number(each))}`
    return `${told(words, `${bar}${shown ? number : ''}`)}${label}`
  })
  return `${drawn.join('\n')}<path d="M${round(x)} ${round(base)}h${round(width)}" stroke="${palette.edge}"/>`
}

/** All panels: three in a row, or one over the whole width. */
export function drawPanels(
  figure: PanelFigure,
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
): Drawn {
  const legend = drawKeysInRow(figure.keys, { x, y, width }, palette)
  const isLarge = figure.panels.length <= LARGE_PANELS
  const inRow = isLarge ? 1 : width > 800 ? 3 : 1
  const gap = 48
  const wide = (width - gap * (inRow - 1)) / inRow
  const setting =
    inRow === 1 && figure.panels.length === 1 ? { height: 360, size: 20 } : { height: 230, size: 15 }
  const named = figure.panels.some(({ name }) => name !== null) ? 34 : 0
  const whole = setting.height + named + 24
  const top = y + legend.height + (legend.height > 0 ? 10 : 0)
  const drawn = figure.panels.map((panel, index) => {
    const left = x + (index % inRow) * (wide + gap)
    const at = top + Math.floor(index / inRow) * whole
    const name =
      panel.name === null
        ? ''
        : textAt(left, at + 20, panel.name, { size: 21, fill: palette.ink, face: 'strong' })
    return `<g>${name}${drawPanel(figure, panel, { x: left, y: at + named, width: wide }, palette, language, setting)}</g>`
  })
  return {
    svg: `${legend.svg}${drawn.join('\n')}`,
    height: top - y + Math.ceil(figure.panels.length / inRow) * whole - 24,
  }
}

/** The drawing for a page, with readable letters. If there is only one panel, it has a narrow version for phones. */
const PAGE_SIZES = {
  one: [
    { width: 720, height: 300, size: 14, name: 'wide' },
    { width: 330, height: 240, size: 12, name: 'narrow' },
  ],
  several: [{ width: 330, height: 190, size: 12, name: 'each' }],
} as const

/** The same on a page. Everything in it is in the table too. */
export function showPanels(figure: PanelFigure, language: Language): Html {
  const { panels, keys } = figure
  const sizes = PAGE_SIZES[panels.length <= LARGE_PANELS ? 'one' : 'several']
  const drawing = (panel: Panel) =>
    sizes.map(
      ({ width, height, size, name }) =>
        html`<svg class="columns ${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${new Html(drawPanel(figure, panel, { x: 0, y: 0, width }, ofPage, language, { height, size }))}</svg>`,
    )
  return html`${keys.length > 0 ? html`<div class="keys">${keyLists(language, keys)}</div>` : ''}<div class="panels${panels.length <= LARGE_PANELS ? ' large' : ''}">${panels.map((panel) => html`<div>${panel.name === null ? '' : html`<h2 class="minor">${panel.href ? html`<a href="${panel.href}">${panel.name}</a>` : panel.name}</h2>`}${drawing(panel)}</div>\n`)}</div>`
}
