import { addressOf, municipalityPart } from '../addresses.ts'
import { formats } from '../formats.ts'
import { Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { type Standing, standingLabels, standingOf, standings, unknownStandings } from '../standing.ts'
import { mapTexts } from '../texts/map.ts'
import type { Tile } from '../tiles.ts'
import { borders, squares, tileColumns, tilePlaces, tileRows } from './tile-grid.ts'

/** The side of a square. */
const SIZE = 20
const [WIDTH, HEIGHT] = [tileColumns * SIZE, tileRows * SIZE]

/** The class names in style sheets. */
const CLASSES: { readonly [S in Standing]: string } = {
  active: 'k4',
  upcoming: 'ku',
  recent: 'k3',
  earlier: 'k2',
  oldest: 'k1',
  unknown: 'k0',
  none_found: 'kn',
  not_researched: 'kx',
}

/** The map of when the last known agreement of each municipality ended. All its data are also in lists and tables. */
export function tileMap(language: Language, tiles: readonly Tile[], day: string): Html {
  const labels = standingLabels(day)[language]
  const countyOf = new Map(tiles.map(({ code, county }) => [code, county.code]))
  const links = tiles.flatMap((tile) => {
    const place = tilePlaces.get(tile.code)
    if (!place) return []
    const standing = standingOf(tile, day)
    return html`<a href="${addressOf(language, 'municipality', municipalityPart(tile))}" tabindex="-1" class="${CLASSES[standing]}"><title>${tile.name}: ${labels[standing]}</title>${square(standing, place.x * SIZE, place.y * SIZE)}</a>\n`
  })
  return html`<svg class="map" viewBox="-2 -2 ${WIDTH + 4} ${HEIGHT + 4}" width="${WIDTH + 4}" height="${HEIGHT + 4}" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs>
${links}<path class="border" d="${borders(SIZE, (code) => countyOf.get(code))}"/></svg>`
}

/** A square with the mark of its class, if it has one. */
function square(standing: Standing, x: number, y: number): Html {
  const middle = SIZE / 2
  const mark =
    standing === 'none_found'
      ? `<path class="cross" d="M${x + 7} ${y + middle}h6"/>`
      : standing === 'unknown' || standing === 'upcoming'
        ? `<circle class="dot" cx="${x + middle}" cy="${y + middle}" r="2.2"/>`
        : ''
  return new Html(`<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}"/>${mark}`)
}

/** The legend of colours and marks, with the number of municipalities for each. Its two parts can be placed separately. */
export function legend(
  language: Language,
  counts: { readonly [S in Standing]: number },
  day: string,
): { readonly known: Html; readonly unknown: Html } {
  const labels = standingLabels(day)[language]
  const line = (standing: Standing) =>
    html`<li><svg class="map" viewBox="-1 -1 22 22" aria-hidden="true"><g class="${CLASSES[standing]}">${square(standing, 0, 0)}</g></svg><span>${labels[standing]}</span><span>${formats[language].number(counts[standing])}</span></li>\n`
  const shown = standings.filter((standing) => standing !== 'upcoming' || counts.upcoming > 0)
  return {
    known: html`<ul class="legend num">${shown.filter((each) => !unknownStandings.includes(each)).map(line)}</ul>`,
    unknown: html`<div class="legend2"><p class="muted small" id="not-known">${mapTexts[language].notKnown}</p><ul class="legend num" aria-labelledby="not-known">${unknownStandings.map(line)}</ul></div>`,
  }
}

/** A locator map: a place's own squares, and nearby ones of the same group. */
export function locator(here: Iterable<string>, near: Iterable<string> = []): Html {
  const [own, others] = [new Set(here), new Set(near)]
  const rest = [...tilePlaces.keys()].filter((code) => !own.has(code) && !others.has(code))
  return html`<svg class="map loc" viewBox="-3 -3 ${WIDTH + 6} ${HEIGHT + 6}" width="${WIDTH + 6}" height="${HEIGHT + 6}" aria-hidden="true"><path class="rest" d="${squares(SIZE, rest)}"/><path class="near" d="${squares(
    SIZE,
    [...others].filter((code) => !own.has(code)),
  )}"/><path class="here" d="${squares(SIZE, own)}"/></svg>`
}
