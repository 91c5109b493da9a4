import type { Dataset } from './dataset.ts'

export const counties = {
  name: 'counties',
  type: 'County',
  title: { sv: 'Län', en: 'Counties' },
  description: { sv: 'Sveriges 21 län.', en: 'The 21 counties of Sweden.' },
  leastRows: 21,
  key: ['code'],
  label: { sv: 'nameSv', en: 'nameEn' },
  columns: {
    code: {
      type: 'text',
      title: { sv: 'Länskod', en: 'County code' },
      description: {
        sv: 'SCB:s tvåställiga länskod. Inledande nolla hör till koden.',
        en: 'The two-digit county code of Statistics Sweden. A leading zero is part of it.',
      },
    },
    nameSv: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name in Swedish' },
      description: {
        sv: 'Länets namn på svenska, t.ex. Jönköpings län.',
        en: 'The name of the county in Swedish, such as Jönköpings län.',
      },
    },
    nameEn: {
      type: 'text',
      title: { sv: 'Namn på engelska', en: 'Name in English' },
      description: {
        sv: 'Det vanliga engelska namnet, t.ex. Jönköping County.',
        en: 'The usual English name, such as Jönköping County.',
      },
    },
    isoCode: {
      type: 'text',
      title: { sv: 'ISO-kod', en: 'ISO code' },
      description: { sv: 'Kod enligt ISO 3166-2, t.ex. SE-F.', en: 'Code of ISO 3166-2, such as SE-F.' },
    },
    nuts3: {
      type: 'text',
      title: { sv: 'NUTS 3', en: 'NUTS 3' },
      description: {
        sv: 'Kod i Eurostats NUTS 3, version 2021.',
        en: 'Code in Eurostat NUTS level 3, version 2021.',
      },
    },
    wikidata: {
      type: 'text',
      title: { sv: 'Wikidata', en: 'Wikidata' },
      description: { sv: 'Länets objekt i Wikidata.', en: 'The item of the county in Wikidata.' },
    },
    policeRegionId: {
      type: 'text',
      title: { sv: 'Polisregion', en: 'Police region' },
      description: {
        sv: 'Den polisregion som länet ligger i.',
        en: 'The police region that the county lies in.',
      },
      references: 'police_regions',
    },
  },
} as const satisfies Dataset
