import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { type Period, periodIn, yearOf } from '../periods.ts'
import { timelineTexts } from '../texts/timeline.ts'

/** The dimensions of the drawing. */
const YEAR_WIDTH = 56
const ROW_HEIGHT = 22
const HEAD = 34
/** The space for the label of today. */
const FOOT = 18

/** Periods as bars over years, with today. Null if fewer than two can be drawn: the list below shows the same. */
export function timeline(
  language: Language,
  agreements: readonly (Period & { readonly extent: string })[],
  day: string,
): Html | null {
  const rows = agreements
    .flatMap((agreement) =>
      agreement.periodStart === null ? [] : { agreement, start: agreement.periodStart },
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))
  if (rows.length < 2) return null
  const years = rows.flatMap(({ agreement, start }) => [yearOf(start) ?? 0, yearOf(agreement.periodEnd) ?? 0])
  const first = Math.min(...years.filter((year) => year > 0))
  const last = Math.max(...years, Number(day.slice(0, 4)))
  const at = (iso: string) => 8 + yearsSince(first, iso) * YEAR_WIDTH
  const [width, height] = [at(`${last + 1}-01-01`) + 8, HEAD + rows.length * ROW_HEIGHT + FOOT]
  const text = timelineTexts[language]
  const label = `${text.label}: ${rows.map(({ agreement }) => periodIn(language, agreement)).join('; ')}`
  const now = at(day).toFixed(1)
  return html`<svg class="line" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">${Array.from(
    { length: last - first + 1 },
    (_, index) => {
      const x = at(`${first + index}-01-01`)
      return html`<path class="axis" d="M${x} 24V${height}"/><text x="${x + 4}" y="14">${first + index}</text>`
    },
  )}${rows.map(({ agreement, start }, index) => {
    const end = agreement.periodEnd
    const from = at(start)
    const until = end === null ? from + YEAR_WIDTH : at(end)
    const style = `${agreement.extent === 'TRANSCRIBED' ? ' full' : ''}${end === null ? ' open' : ''}`
    return html`<rect class="p${style}" x="${(from + 1).toFixed(1)}" y="${HEAD - 4 + index * ROW_HEIGHT}" width="${Math.max(2, until - from - 1).toFixed(1)}" height="14"/>`
  })}<path class="now" d="M${now} 20V${height}"/><text class="nowt" x="${Number(now) - 4}" y="${height - 4}" text-anchor="end">${text.today}</text></svg>`
}

/** The years since the beginning of a year, including the fraction of the last one. */
function yearsSince(first: number, iso: string): number {
  const year = Number(iso.slice(0, 4))
  const begin = Date.UTC(year, 0, 1)
  const passed = (Date.parse(`${iso}T00:00:00Z`) - begin) / (Date.UTC(year + 1, 0, 1) - begin)
  return year - first + passed
}
