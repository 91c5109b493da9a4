import { addressOf, municipalityPart, pathsOf, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { type Chosen, chosenOf, counted, type Facet, facets } from '../parts/facets.ts'
import { municipalityCsv, municipalityTable } from '../parts/municipality-table.ts'
import { says } from '../parts/says.ts'
import { legend, tileMap } from '../parts/tile-map.ts'
import { tilesQuery } from '../queries/tiles.graphql.ts'
import { countStandings, standingLabels, standingOf, standings, type Tile } from '../standing.ts'
import { municipalitiesTexts } from '../texts/municipalities.ts'

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
  async read({ ask, day, search }) {
    const all = (await ask(tilesQuery, { day })).municipalities.nodes
    const chosen = chosenOf(search, FACETS)
    return { all, chosen, shown: all.filter((tile) => fitsFacets(tile, chosen, day)) }
  },
  page({ all, shown, chosen }, setting) {
    const { language, day, path } = setting
    const text = municipalitiesTexts[language]
    const counts = countStandings(shown, day)
    const { known, unknown } = legend(language, counts, day)
    const sentences = text.says(
      shown.length,
      shown.filter((tile) => tile.all.totalCount > 0).length,
      counts.not_researched,
    )
    return {
      title: text.title,
      description: text.description,
      section: 'municipality',
      isUnlisted: Object.keys(chosen).length > 0,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, sentences)}
${facets(language, path, chosen, municipalityFacets(language, all, chosen, day))}
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

function facetValue(tile: Tile, name: string, day: string): string {
  if (name === 'lan') return tile.county.code
  return name === 'lage' ? standingOf(tile, day) : tile.county.policeRegion.key
}

function fitsFacets(tile: Tile, chosen: Chosen, day: string, except?: string): boolean {
  return Object.entries(chosen).every(
    ([name, value]) => name === except || facetValue(tile, name, day) === value,
  )
}

/** The facets, each with the numbers that remain where the others hold. */
function municipalityFacets(language: Language, all: readonly Tile[], chosen: Chosen, day: string): Facet[] {
  const text = municipalitiesTexts[language]
  const labels = standingLabels(day)[language]
  const counties = new Map(all.map(({ county }) => [county.code, shortCounty(county.nameSv)]))
  const regions = new Map(all.map(({ county }) => [county.policeRegion.key, county.policeRegion.name]))
  const facet = (
    name: (typeof FACETS)[number],
    heading: string,
    values: Iterable<readonly [string, string]>,
  ) => {
    const counts = counted(
      all.filter((tile) => fitsFacets(tile, chosen, day, name)),
      (tile) => [facetValue(tile, name, day)],
    )
    const options = [...values].map(([value, label]) => ({ value, label, count: counts.get(value) ?? 0 }))
    return { name, heading, options }
  }
  const byName = (entries: Map<string, string>) =>
    [...entries].sort(([, a], [, b]) => formats.sv.compare(a, b))
  return [
    facet(
      'lage',
      text.state,
      standings.map((each) => [each, labels[each]] as const),
    ),
    facet('lan', text.county, byName(counties)),
    facet('polisregion', text.region, byName(regions)),
  ]
}
