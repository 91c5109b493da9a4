import { source } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const policeDistricts = {
  name: 'police_districts',
  type: 'PoliceDistrict',
  title: { sv: 'Polisområden', en: 'Police districts' },
  description: {
    sv: 'Polisområden (PO), nivån mellan region och lokalpolisområde.',
    en: 'Police districts (polisområden, PO), the level between region and local police area.',
  },
  leastRows: 25,
  key: ['id'],
  label: { sv: 'name', en: 'name' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: { sv: 'Polisområdets id.', en: 'The id of the district.' },
    },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: { sv: 'Namnet utan ordet Polisområde.', en: 'The name without the word Polisområde.' },
    },
    officialName: {
      type: 'text',
      title: { sv: 'Fullständigt namn', en: 'Official name' },
      description: { sv: 'T.ex. Polisområde Värmland.', en: 'Such as Polisområde Värmland.' },
    },
    policeRegionId: {
      type: 'text',
      title: { sv: 'Polisregion', en: 'Police region' },
      description: {
        sv: 'Regionen som polisområdet hör till.',
        en: 'The region that the district belongs to.',
      },
      references: 'police_regions',
    },
    validFrom: {
      type: 'month',
      title: { sv: 'Gäller från', en: 'Valid from' },
      description: {
        sv: 'Månaden då polisområdet bildades, för dem som slogs samman 2018.',
        en: 'The month in which the district was formed, for those merged in 2018.',
      },
      absent: { sv: 'Ingen källa anger det.', en: 'No source states it.' },
    },
    source,
  },
} as const satisfies Dataset
