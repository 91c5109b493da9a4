import { addressOf, municipalityPart, pathsOf, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { type Chosen, chosenOf, type FacetOf, facets, facetsOfRows, fitsChosen } from '../parts/facets.ts'
import { municipalityCsv, municipalityTable } from '../parts/municipality-table.ts'
import { says } from '../parts/says.ts'
import { legend, tileMap } from '../parts/tile-map.ts'
import { countStandings, type Standing, standingLabels, standingOf, standings } from '../standing.ts'
import { municipalitiesTexts } from '../texts/municipalities.ts'
import { readTiles, type Tile } from '../tiles.ts'

interface Municipalities {
  readonly all: readonly Tile[]
  readonly shown: readonly Tile[]
  readonly chosen: Chosen
}

const FACETS = ['lan', 'lage', 'polisregion'] as const

/** The list of municipalities, by county, state and police region. */
export const municipalitiesPage = pageKind<Municipalities>({
  name: 'municipalities',
  paths: pathsOf('municipality'),
  summary: { sv: 'Alla kommuner.', en: 'All municipalities.' },
  search: FACETS,
  examples: ['/kommun/', '/kommun/?lan=06&lage=recent'],
  async read({ ask, day, language, search }) {
    const all = await readTiles(ask, day)
    const chosen = chosenOf(search, FACETS)
    const own = municipalityFacets(language, all, day)
    return { all, chosen, shown: all.filter((tile) => fitsChosen(tile, chosen, own)) }
  },
  page({ all, shown, chosen }, setting) {
    const { language, day, path } = setting
    const text = municipalitiesTexts[language]
    const counts = countStandings(shown, day)
    const { known, unknown } = legend(language, counts, day)
    const sentences = text.says(
      shown.length,
      shown.filter((tile) => tile.agreements > 0).length,
      counts.not_researched,
    )
    return {
      title: text.title,
      description: text.description,
      section: 'municipality',
      isUnlisted: Object.keys(chosen).length > 0,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, sentences)}
${facets(language, path, chosen, facetsOfRows(all, chosen, municipalityFacets(language, all, day)))}
<div class="mapgrid"><div>${municipalityTable(language, shown, day)}</div><figure>${tileMap(language, shown, day)}${known}${unknown}</figure></div>`,
    }
  },
  table: ({ shown }, { day }) => municipalityCsv(shown, day),
  files: {
    // For suggestions in the search field.
    'names.json': {
      mediaType: 'application/json',
      write: ({ all }, { language }) =>
        JSON.stringify(
          all
            .toSorted((a, b) => formats.sv.compare(a.name, b.name))
            .map((tile) => [
              addressOf(language, 'municipality', municipalityPart(tile)),
              tile.name,
              language === 'sv' ? tile.county.nameSv : tile.county.nameEn,
            ]),
        ),
    },
  },
})

function municipalityFacets(language: Language, all: readonly Tile[], day: string): readonly FacetOf<Tile>[] {
  const text = municipalitiesTexts[language]
  const labels = standingLabels(day)[language]
  const counties = new Map(all.map(({ county }) => [county.code, shortCounty(county.nameSv)]))
  const regions = new Map(all.map(({ county }) => [county.policeRegion.key, county.policeRegion.name]))
  return [
    {
      name: 'lage',
      heading: text.state,
      values: (tile) => [standingOf(tile, day)],
      label: (value) => labels[value as Standing], // the values are those of standingOf
      order: (a, b) => standings.indexOf(a as Standing) - standings.indexOf(b as Standing),
    },
    {
      name: 'lan',
      heading: text.county,
      values: ({ county }) => [county.code],
      label: (value) => counties.get(value),
    },
    {
      name: 'polisregion',
      heading: text.region,
      values: ({ county }) => [county.policeRegion.key],
      label: (value) => regions.get(value),
    },
  ]
}
