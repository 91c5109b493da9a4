import { addressOf, countyPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { knownIn } from '../known-in.ts'
import { inLanguage } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { cite } from '../parts/cite.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks, linked } from '../parts/facts.ts'
import { municipalityCsv, municipalityTable } from '../parts/municipality-table.ts'
import { says } from '../parts/says.ts'
import { locator } from '../parts/tile-map.ts'
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
    const { language, day } = setting
    const text = placeTexts[language]
    const sentences = text.says(region.officialName, knownIn(tiles, day))
    return {
      title: region.officialName,
      description: sentences,
      section: 'municipality',
      main: html`${crumbs(language, { href: addressOf(language, 'police'), name: text.police })}
<div class="pagehead"><div><h1>${region.officialName}</h1>${says(language, sentences)}
${facts([
  [text.mainCity, region.mainCity],
  [text.from, formats[language].day(region.validFrom)],
  [
    text.counties_,
    inlineLinks(
      region.counties.nodes.map((county) => ({
        href: addressOf(language, 'county', countyPart(county)),
        name: inLanguage(language, county, 'name'),
      })),
    ),
  ],
])}</div><div class="mini">${locator(
        [],
        tiles.map(({ code }) => code),
      )}</div></div>
<section aria-labelledby="districts"><h2 id="districts">${text.districts}</h2><dl class="list-of">${region.policeDistricts.nodes.map(
        (district) =>
          html`<div><dt><a href="${addressOf(language, 'policeDistrict', district.key)}">${district.name}</a></dt><dd>${inlineLinks(district.policeAreas.nodes.map(({ key, name }) => ({ href: addressOf(language, 'police', key), name }))) ?? '–'}</dd></div>\n`,
      )}</dl></section>
<section aria-labelledby="municipalities"><h2 id="municipalities">${text.municipalities}</h2>${municipalityTable(language, tiles, day)}</section>
<section class="cols">${cite(setting, region.officialName)}<p class="small muted">${text.source}: ${linked(region.source)}</p></section>`,
    }
  },
  table: ({ tiles }, { day }) => municipalityCsv(tiles, day),
})
