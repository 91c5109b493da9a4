import { addressOf, municipalityPart, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import type { Table } from '../page-kind.ts'
import { periodIn } from '../periods.ts'
import { standingLabels, standingOf } from '../standing.ts'
import { municipalitiesTexts } from '../texts/municipalities.ts'
import type { Tile } from '../tiles.ts'
import { whyWords } from '../unknown.ts'

/** Municipalities with what is known about each, and its county unless all are in the same. */
export function municipalityTable(language: Language, tiles: readonly Tile[], day: string): Html {
  const text = municipalitiesTexts[language]
  const labels = standingLabels(day)[language]
  const isOfOne = new Set(tiles.map(({ county }) => county.code)).size === 1
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num"><thead><tr><th scope="col">${text.municipality}</th>${isOfOne ? '' : html`<th scope="col">${text.county}</th>`}<th scope="col">${text.state}</th><th scope="col">${text.last}</th><th scope="col" class="right">${text.agreements}</th></tr></thead><tbody>
${sortedTiles(tiles).map((tile) => {
  const [last] = tile.last.nodes
  const count =
    tile.researchState === 'NOT_RESEARCHED'
      ? html`<span class="unknown">${whyWords(language, 'NOT_RESEARCHED')}</span>`
      : tile.agreements === 0
        ? html`<span class="unknown">${text.noneKnown}</span>`
        : formats[language].number(tile.agreements)
  return html`<tr><th scope="row"><a href="${addressOf(language, 'municipality', municipalityPart(tile))}">${tile.name}</a></th>${isOfOne ? '' : html`<td>${shortCounty(tile.county.nameSv)}</td>`}<td>${labels[standingOf(tile, day)]}</td><td>${last ? periodIn(language, last) : '–'}</td><td class="right">${count}</td></tr>\n`
})}</tbody></table></div>`
}

/** The same for CSV. Unknown values are empty; the state tells why. */
export function municipalityCsv(tiles: readonly Tile[], day: string): Table {
  return {
    columns: ['code', 'name', 'county', 'state', 'known_agreements', 'last_period_start', 'last_period_end'],
    rows: sortedTiles(tiles).map((tile) => [
      tile.code,
      tile.name,
      tile.county.nameSv,
      standingOf(tile, day),
      tile.researchState === 'NOT_RESEARCHED' ? null : tile.agreements,
      tile.last.nodes[0]?.periodStart ?? null,
      tile.last.nodes[0]?.periodEnd ?? null,
    ]),
  }
}

function sortedTiles(tiles: readonly Tile[]): Tile[] {
  return tiles.toSorted((a, b) => formats.sv.compare(a.name, b.name))
}
