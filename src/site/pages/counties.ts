import { addressOf, countyPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { knownIn } from '../known-in.ts'
import { inLanguage } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { legend, tileMap } from '../parts/tile-map.ts'
import { countStandings } from '../standing.ts'
import { placeTexts } from '../texts/places.ts'
import { readTiles, type Tile } from '../tiles.ts'

/** The list of counties. */
export const countiesPage = pageKind<readonly Tile[]>({
  name: 'counties',
  paths: pathsOf('county'),
  summary: { sv: 'Alla län.', en: 'All counties.' },
  examples: ['/lan/'],
  read: ({ ask, day }) => readTiles(ask, day),
  page(tiles, { language, day }) {
    const text = placeTexts[language]
    const { known, unknown } = legend(language, countStandings(tiles, day), day)
    return {
      title: text.counties,
      description: text.countiesDescription,
      section: 'municipality',
      main: html`${crumbs(language)}<h1>${text.counties}</h1>
${says(language, text.says(language === 'sv' ? 'Sverige' : 'Sweden', knownIn(tiles, day)))}
<div class="mapgrid"><div><p class="sub">${text.countiesLead}</p><ul class="counties num">${countiesOf(
        tiles,
      ).map(({ county, within }) => {
        const { known: some, all } = knownIn(within, day)
        return html`<li><a href="${addressOf(language, 'county', countyPart(county))}">${inLanguage(language, county, 'name')}</a> <span class="muted">${text.knownShare(some, all)}</span></li>\n`
      })}</ul></div><figure>${tileMap(language, tiles, day)}${known}${unknown}</figure></div>`,
    }
  },
  table: (tiles, { day }) => ({
    columns: [
      'code',
      'name',
      'municipalities',
      'with_known_agreement',
      'in_force_today',
      'none_found',
      'not_researched',
    ],
    rows: countiesOf(tiles).map(({ county, within }) => {
      const { all, known, active, noneFound, notResearched } = knownIn(within, day)
      return [county.code, county.nameSv, all, known, active, noneFound, notResearched]
    }),
  }),
})

function countiesOf(tiles: readonly Tile[]) {
  const byCode = Map.groupBy(tiles, ({ county }) => county.code)
  return [...byCode.values()]
    .flatMap((within) => (within[0] ? [{ county: within[0].county, within }] : []))
    .sort((a, b) => formats.sv.compare(a.county.nameSv, b.county.nameSv))
}
