import { source } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const policeRegions = {
  name: 'police_regions',
  type: 'PoliceRegion',
  title: { sv: 'Polisregioner', en: 'Police regions' },
  description: {
    sv: 'Polismyndighetens sju regioner.',
    en: 'The seven regions of the Swedish Police Authority.',
  },
  leastRows: 7,
  key: ['id'],
  label: { sv: 'name', en: 'name' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: { sv: 'Regionens id, t.ex. ost.', en: 'The id of the region, such as ost.' },
    },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: {
        sv: 'Namnet utan ordet Polisregion, t.ex. Öst.',
        en: 'The name without the word Polisregion, such as Öst.',
      },
    },
    officialName: {
      type: 'text',
      title: { sv: 'Fullständigt namn', en: 'Official name' },
      description: { sv: 'T.ex. Polisregion Öst.', en: 'Such as Polisregion Öst.' },
    },
    mainCity: {
      type: 'text',
      title: { sv: 'Huvudort', en: 'Main city' },
      description: {
        sv: 'Orten där regionens ledning finns.',
        en: 'The city where the region has its command.',
      },
    },
    validFrom: {
      type: 'date',
      title: { sv: 'Gäller från', en: 'Valid from' },
      description: { sv: 'Dagen då regionen bildades.', en: 'The day on which the region was formed.' },
    },
    source,
  },
} as const satisfies Dataset
