import { formats } from '../../site/formats.ts'
import { Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { mapTexts } from '../../site/texts/map.ts'
import { isMark, type Key } from '../figure.ts'
import { ofPage, type Palette } from '../palette.ts'
import { textAt, textWidth, wrapped } from '../text.ts'
import type { Area, Drawn } from './drawn.ts'
import { field } from './marks.ts'

const SIZE = 22
const LEAD = 40
const SIDE = 24

/** The key of a chart: the fillings below each other, each with its meaning and number. */
export function drawKeys(
  keys: readonly Key[],
  { x, y, width }: Area,
  palette: Palette,
  language: Language,
): Drawn {
  const parts: string[] = []
  let height = 0
  const known = keys.filter(({ fill }) => !isMark(fill))
  const unknown = keys.filter(({ fill }) => isMark(fill))
  const line = (key: Key) => {
    const [first = '', ...more] = wrapped(key.label, width - SIDE - 16 - 60, SIZE)
    const at = y + height
    parts.push(
      `<g>${field(key.fill, { x, y: at, width: SIDE, height: SIDE }, palette)}${[first, ...more]
        .map((text, index) =>
          textAt(x + SIDE + 16, at + 19 + index * 26, text, { size: SIZE, fill: palette.ink }),
        )
        .join(
          '',
        )}${key.count === undefined ? '' : textAt(x + width, at + 19, formats[language].number(key.count), { size: SIZE, fill: palette.ink, anchor: 'end' })}</g>`,
    )
    height += LEAD + more.length * 26
  }
  known.forEach(line)
  if (known.length > 0 && unknown.length > 0) {
    height += 24
    parts.push(textAt(x, y + height, mapTexts[language].notKnown, { size: 20, fill: palette.muted }))
    height += 16
  }
  unknown.forEach(line)
  return { svg: parts.join(''), height }
}

/** The same in a row, which wraps if it is too wide. */
export function drawKeysInRow(keys: readonly Key[], { x, y, width }: Area, palette: Palette): Drawn {
  let [left, top] = [0, 0]
  const parts = keys.map(({ fill, label }) => {
    const wide = SIDE + 12 + textWidth(label, SIZE) + 32
    if (left > 0 && left + wide > width) [left, top] = [0, top + LEAD]
    const drawn = `<g>${field(fill, { x: x + left, y: y + top, width: SIDE, height: SIDE }, palette)}${textAt(x + left + SIDE + 12, y + top + 19, label, { size: SIZE, fill: palette.ink })}</g>`
    left += wide
    return drawn
  })
  return { svg: parts.join(''), height: keys.length > 0 ? top + LEAD : 0 }
}

/** The same as lists of a page: known values, and below them unknown ones. */
export function keyLists(language: Language, keys: readonly Key[]): Html {
  const line = (key: Key) =>
    html`<li><svg viewBox="-1 -1 22 22" aria-hidden="true">${new Html(field(key.fill, { x: 0, y: 0, width: 20, height: 20 }, ofPage))}</svg><span>${key.label}</span><span>${key.count === undefined ? '' : formats[language].number(key.count)}</span></li>\n`
  const known = keys.filter(({ fill }) => !isMark(fill))
  const unknown = keys.filter(({ fill }) => isMark(fill))
  return html`${known.length > 0 ? html`<ul class="legend num">${known.map(line)}</ul>` : ''}${unknown.length > 0 ? html`<p class="muted small legend-head">${mapTexts[language].notKnown}</p><ul class="legend num">${unknown.map(line)}</ul>` : ''}`
}
