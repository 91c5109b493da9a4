import { addressOf, countyPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { areaPage } from '../parts/area-page.ts'
import { inlineLinks, linked } from '../parts/facts.ts'
import { municipalityCsv } from '../parts/municipality-table.ts'
import { policeQuery } from '../queries/police.graphql.ts'
import { type PoliceRegionData, policeRegionQuery } from '../queries/police-region.graphql.ts'
import { placeTexts } from '../texts/places.ts'
import { readTiles, type Tile } from '../tiles.ts'

interface Region {
  readonly region: NonNullable<PoliceRegionData['policeRegion']>
  readonly tiles: readonly Tile[]
}

/** The page of a police region. */
export const policeRegionPage = pageKind<Region>({
  name: 'police-region',
  paths: pathsOf('policeRegion', ':region'),
  summary: { sv: 'En polisregion.', en: 'A police region.' },
  examples: ['/polis/region/ost/'],
  parts: async (ask) => (await ask(policeQuery, {})).policeRegions.nodes.map(({ key }) => key),
  async read({ ask, day, parameters }) {
    const { policeRegion: region } = await ask(policeRegionQuery, { key: parameters.region ?? '' })
    if (region === null) return null
    return { region, tiles: await readTiles(ask, day, { policeRegion: region.key }) }
  },
  page({ region, tiles }, setting) {
    const { language } = setting
    const text = placeTexts[language]
    const counties = region.counties.nodes.map((county) => ({
      href: addressOf(language, 'county', countyPart(county)),
      name: inLanguage(language, county, 'name'),
    }))
    const shown = {
      name: region.officialName,
      above: { href: addressOf(language, 'police'), name: text.police },
      facts: [
        [text.mainCity, region.mainCity],
        [text.from, formats[language].day(region.validFrom)],
        [text.counties_, inlineLinks(counties)],
      ],
      section: html`<section aria-labelledby="districts"><h2 id="districts">${text.districts}</h2><dl class="list-of">${region.policeDistricts.nodes.map(
        (district) =>
          html`<div><dt><a href="${addressOf(language, 'policeDistrict', district.key)}">${district.name}</a></dt><dd>${inlineLinks(district.policeAreas.nodes.map(({ key, name }) => ({ href: addressOf(language, 'police', key), name }))) ?? '–'}</dd></div>\n`,
      )}</dl></section>\n`,
      source: html`<p class="small muted">${text.source}: ${linked(region.source)}</p>`,
    } as const
    return areaPage(shown, tiles, setting)
  },
  table: ({ tiles }, { day }) => municipalityCsv(tiles, day),
})
