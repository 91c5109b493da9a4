import { addressOf, pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { inlineLinks } from '../parts/facts.ts'
import { type PoliceData, policeQuery } from '../queries/police.graphql.ts'
import { placeTexts } from '../texts/places.ts'

type PoliceRegions = PoliceData['policeRegions']['nodes']

/** The police: regions, with their districts and local areas. */
export const policePage = pageKind<PoliceRegions>({
  name: 'police',
  paths: pathsOf('police'),
  summary: {
    sv: 'Polisregioner, polisområden och lokalpolisområden.',
    en: 'Police regions, districts and local areas.',
  },
  examples: ['/polis/'],
  read: async ({ ask }) => (await ask(policeQuery, {})).policeRegions.nodes,
  page(regions, { language }) {
    const text = placeTexts[language]
    return {
      title: text.police,
      description: text.policeLead,
      section: 'municipality',
      main: html`${crumbs(language)}<h1>${text.police}</h1><p class="lead">${text.policeLead}</p>
${regions.map(
  (
    region,
  ) => html`<section aria-labelledby="${region.key}"><h2 id="${region.key}"><a href="${addressOf(language, 'policeRegion', region.key)}">${region.officialName}</a></h2><dl class="list-of">
${region.policeDistricts.nodes.map(
  (district) =>
    html`<div><dt><a href="${addressOf(language, 'policeDistrict', district.key)}">${district.officialName}</a></dt><dd>${
      inlineLinks(
        district.policeAreas.nodes.map(({ key, name }) => ({
          href: addressOf(language, 'police', key),
          name,
        })),
      ) ?? '–'
    }</dd></div>\n`,
)}</dl></section>\n`,
)}`,
    }
  },
  table: (regions) => ({
    columns: ['region', 'district', 'area', 'area_name', 'verified', 'valid_to', 'replaced_by'],
    rows: regions.flatMap((region) =>
      region.policeDistricts.nodes.flatMap((district) =>
        district.policeAreas.nodes.map((area) => [
          region.key,
          district.key,
          area.key,
          area.name,
          String(area.verified),
          area.validTo,
          area.replacedBy?.key ?? null,
        ]),
      ),
    ),
  }),
})
