import { addressOf, countyPart, pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import { knownIn } from '../known-in.ts'
import { inLanguage } from '../language.ts'
import { Moved, pageKind } from '../page-kind.ts'
import { cite } from '../parts/cite.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts } from '../parts/facts.ts'
import { municipalityCsv, municipalityTable } from '../parts/municipality-table.ts'
import { says } from '../parts/says.ts'
import { locator } from '../parts/tile-map.ts'
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
    const { language, day } = setting
    const text = placeTexts[language]
    const name = inLanguage(language, county, 'name')
    const sentences = text.says(name, knownIn(tiles, day))
    return {
      title: name,
      description: sentences,
      section: 'municipality',
      main: html`${crumbs(language, { href: addressOf(language, 'county'), name: text.counties })}
<div class="pagehead"><div><h1>${name}</h1>${says(language, sentences)}
${facts([
  [
    text.region,
    html`<a href="${addressOf(language, 'policeRegion', county.policeRegion.key)}">${county.policeRegion.name}</a>`,
  ],
  ['ISO 3166-2', county.isoCode],
  ['NUTS 3', county.nuts3],
])}</div><div class="mini">${locator(
        [],
        tiles.map(({ code }) => code),
      )}</div></div>
<section aria-labelledby="municipalities"><h2 id="municipalities">${text.municipalities}</h2>${municipalityTable(language, tiles, day)}</section>
<section class="cols">${cite(setting, name)}</section>`,
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
