import { addressOf, countyPart, pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { Moved, pageKind } from '../page-kind.ts'
import { areaPage } from '../parts/area-page.ts'
import { municipalityCsv } from '../parts/municipality-table.ts'
import { countiesQuery } from '../queries/counties.graphql.ts'
import { type CountyData, countyQuery } from '../queries/county.graphql.ts'
import { placeTexts } from '../texts/places.ts'
import { readTiles, type Tile } from '../tiles.ts'

interface County {
  readonly county: NonNullable<CountyData['county']>
  readonly tiles: readonly Tile[]
}

/** The page of a county. */
export const countyPage = pageKind<County>({
  name: 'county',
  paths: pathsOf('county', ':county'),
  summary: { sv: 'Ett län.', en: 'A county.' },
  examples: ['/lan/06-jonkoping/', '/lan/09-gotland/'],
  parts: async (ask) => (await ask(countiesQuery, {})).counties.nodes.map(countyPart),
  async read({ ask, day, language, parameters }) {
    const asked = parameters.county ?? ''
    const code = asked.slice(0, 2)
    if (!/^\d{2}$/.test(code)) return null
    const { county } = await ask(countyQuery, { code })
    if (county === null) return null
    const part = countyPart(county)
    if (part !== asked) return new Moved(addressOf(language, 'county', part))
    return { county, tiles: await readTiles(ask, day, { county: code }) }
  },
  page({ county, tiles }, setting) {
    const { language } = setting
    const text = placeTexts[language]
    const { key, name: region } = county.policeRegion
    const name = inLanguage(language, county, 'name')
    const shown = {
      name,
      above: { href: addressOf(language, 'county'), name: text.counties },
      facts: [
        [text.region, html`<a href="${addressOf(language, 'policeRegion', key)}">${region}</a>`],
        ['ISO 3166-2', county.isoCode],
        ['NUTS 3', county.nuts3],
      ],
    } as const
    return {
      ...areaPage(shown, tiles, setting),
      linkedData: {
        '@context': 'https://schema.org',
        '@type': 'AdministrativeArea',
        name,
        identifier: county.isoCode,
        url: `${setting.url}${setting.path}`,
        sameAs: [`https://www.wikidata.org/wiki/${county.wikidata}`],
      },
    }
  },
  table: ({ tiles }, { day }) => municipalityCsv(tiles, day),
})
