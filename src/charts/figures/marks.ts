import { escaped } from '../../site/html.ts'
import { type ClassFill, type Fill, isMark } from '../figure.ts'
import type { Palette } from '../palette.ts'
import { round } from '../text.ts'

/** The maximum radius of a dot, which grows with its field. */
const MOST_DOT = 4.5

/** A field with its colour, or with the mark of an unknown value. */
export function field(
  fill: Fill,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  palette: Palette,
): string {
  const at = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  const dot = (colour: string) =>
    `<circle cx="${round(x + width / 2)}" cy="${round(y + height / 2)}" r="${round(Math.min(MOST_DOT, Math.min(width, height) * 0.12))}" fill="${colour}"/>`
  if (!isMark(fill)) {
    return `<rect ${at} fill="${colourOf(fill, palette)}" stroke="${palette.paper}"/>${fill === 'c4-dotted' ? dot(palette.paper) : ''}`
  }
  const frame = `<rect ${at} fill="${palette.paper}" stroke="${palette.edge}" stroke-width="0.8"/>`
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  const least = Math.min(width, height)
  switch (fill) {
    case 'dot':
      return `${frame}${dot(palette.muted)}`
    case 'dash':
      return `${frame}<path d="M${round(middleX - least * 0.17)} ${round(middleY)}h${round(least * 0.34)}" stroke="${palette.muted}" stroke-width="${round(Math.max(1, least * 0.07))}"/>`
    case 'hatch':
      return `${frame}<path d="${hatching(x, y, width, height)}" stroke="${palette.edge}" stroke-width="1" fill="none"/>`
  }
}

/** The same in a bar of a page, whose width is only known there: `left` and `width` are percentages. */
export function fieldAcross(fill: Fill, left: number, width: number, palette: Palette): string {
  const at = `x="${round(left)}%" width="${round(width)}%" height="100%"`
  if (!isMark(fill)) return `<rect ${at} fill="${colourOf(fill, palette)}"/>`
  const frame = `<rect ${at} fill="${palette.paper}" stroke="${palette.edge}"/>`
  const across = `x1="${round(left)}%" x2="${round(left + width)}%" y1="50%" y2="50%"`
  switch (fill) {
    case 'dot':
      return `${frame}<circle cx="${round(left + width / 2)}%" cy="50%" r="2.5" fill="${palette.muted}"/>`
    case 'dash':
      return `${frame}<line ${across} stroke="${palette.muted}" stroke-width="1.5"/>`
    case 'hatch':
      return `${frame}<line ${across} stroke="${palette.edge}" stroke-width="40" stroke-dasharray="1.2 4"/>`
  }
}

function colourOf(fill: ClassFill, palette: Palette): string {
  return palette[fill === 'c4-dotted' ? 'c4' : fill]
}

/** The distance between the lines of a hatched field. */
const HATCH = 5

/** Diagonal lines through a field. An SVG pattern would need an id that is unique on the page. */
function hatching(x: number, y: number, width: number, height: number): string {
  const lines: string[] = []
  for (let from = HATCH / 2; from < width + height; from += HATCH) {
    // From the left or the bottom edge, up and to the right.
    const [startX, startY] = from < height ? [0, from] : [from - height, height]
    const length = Math.min(width - startX, startY)
    lines.push(`M${round(x + startX)} ${round(y + startY)}l${round(length)} ${round(-length)}`)
  }
  return lines.join('')
}

/** A part of a chart with its text for the mouse pointer and for screen readers. */
export function told(words: string, drawn: string): string {
  return `<g><title>${escaped(words)}</title>${drawn}</g>`
}
