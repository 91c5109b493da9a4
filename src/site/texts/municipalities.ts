import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Kommuner',
  description:
    'Sveriges kommuner med hur många medborgarlöften vi känner till i var och en, och när det senaste gäller till.',
  says: (shown: number, known: number, notResearched: number) =>
    `${shown === 1 ? 'En kommun visas' : `${formats.sv.number(shown)} kommuner visas`}. I ${formats.sv.number(known)} av dem känner vi till minst ett medborgarlöfte; ${notResearched === 0 ? 'alla är undersökta' : `${formats.sv.number(notResearched)} har vi ännu inte undersökt`}.`,
  municipality: 'Kommun',
  county: 'Län',
  state: 'Läge',
  agreements: 'Kända löften',
  last: 'Senast kända period',
  region: 'Polisregion',
  noneKnown: 'inget känt',
}

/** What the list of municipalities says. */
export const municipalitiesTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Municipalities',
    description:
      'The municipalities of Sweden, with how many citizen promises we know of in each, and until when the last one is in force.',
    says: (shown, known, notResearched) =>
      `${shown === 1 ? 'One municipality is shown' : `${formats.en.number(shown)} municipalities are shown`}. In ${formats.en.number(known)} of them we know of at least one agreement; ${notResearched === 0 ? 'all have been researched' : `${formats.en.number(notResearched)} we have not yet looked into`}.`,
    municipality: 'Municipality',
    county: 'County',
    state: 'State',
    agreements: 'Known agreements',
    last: 'Last known period',
    region: 'Police region',
    noneKnown: 'none known',
  },
}
