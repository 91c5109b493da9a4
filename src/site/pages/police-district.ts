import { addressOf, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks, linked } from '../parts/facts.ts'
import { locator } from '../parts/tile-map.ts'
import { policeQuery } from '../queries/police.graphql.ts'
import { type PoliceDistrictData, policeDistrictQuery } from '../queries/police-district.graphql.ts'
import { placeTexts } from '../texts/places.ts'

/** The page of a police district. */
export const policeDistrictPage = pageKind<NonNullable<PoliceDistrictData['policeDistrict']>>({
  name: 'police-district',
  paths: pathsOf('policeDistrict', ':district'),
  summary: { sv: 'Ett polisområde.', en: 'A police district.' },
  examples: ['/polis/omrade/jonkoping/'],
  parts: async (ask) =>
    (await ask(policeQuery, {})).policeRegions.nodes.flatMap(({ policeDistricts }) =>
      policeDistricts.nodes.map(({ key }) => key),
    ),
  read: async ({ ask, parameters }) =>
    (await ask(policeDistrictQuery, { key: parameters.district ?? '' })).policeDistrict,
  page(district, { language }) {
    const text = placeTexts[language]
    const areas = district.policeAreas.nodes
    const names = formats[language].list(areas.map(({ name }) => name))
    return {
      title: district.officialName,
      description: `${district.officialName}. ${text.areas}: ${names || '–'}.`,
      section: 'municipality',
      main: html`${crumbs(
        language,
        { href: addressOf(language, 'police'), name: text.police },
        {
          href: addressOf(language, 'policeRegion', district.policeRegion.key),
          name: district.policeRegion.name,
        },
      )}
<div class="pagehead"><div><h1>${district.officialName}</h1>
${facts([[text.from, district.validFrom && formats[language].month(district.validFrom)]])}
<section aria-labelledby="areas"><h2 id="areas">${text.areas}</h2><dl class="list-of">${areas.map(
        ({ key, name, municipalities }) =>
          html`<div><dt><a href="${addressOf(language, 'police', key)}">${name}</a></dt><dd>${inlineLinks(municipalities.nodes.map((each) => ({ href: addressOf(language, 'municipality', municipalityPart(each)), name: each.name }))) ?? '–'}</dd></div>\n`,
      )}</dl></section>
<p class="small muted">${text.source}: ${linked(district.source)}</p></div>
<div class="mini">${locator(
        [],
        areas.flatMap(({ municipalities }) => municipalities.nodes.map(({ code }) => code)),
      )}</div></div>`,
    }
  },
  table: ({ policeAreas }) => ({
    columns: ['area', 'name', 'municipality_code', 'municipality'],
    rows: policeAreas.nodes.flatMap(({ key, name, municipalities }) =>
      municipalities.nodes.map((each) => [key, name, each.code, each.name]),
    ),
  }),
})
