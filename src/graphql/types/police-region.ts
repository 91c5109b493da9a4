import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('police_regions', (t) => ({
  counties: childConnection(t, 'id', {
    name: 'PoliceRegion.counties',
    description: {
      sv: 'Länen i polisregionen, ordnade efter kod.',
      en: 'The counties in the region, ordered by code.',
    },
    dataset: 'counties',
    parent: 'policeRegionId',
    order: ['code'],
  }),
  policeDistricts: childConnection(t, 'id', {
    name: 'PoliceRegion.policeDistricts',
    description: {
      sv: 'Polisområdena i polisregionen, ordnade efter id.',
      en: 'The police districts in the region, ordered by key.',
    },
    dataset: 'police_districts',
    parent: 'policeRegionId',
    order: ['id'],
  }),
  policeAreas: childConnection(t, 'id', {
    name: 'PoliceRegion.policeAreas',
    description: {
      sv: 'Lokalpolisområdena i polisregionen, ordnade efter id.',
      en: 'The local police areas in the region, ordered by key.',
    },
    dataset: 'police_areas',
    parent: 'policeRegionId',
    order: ['id'],
  }),
}))

rootField('policeRegion', 'police_regions', {
  description: { sv: 'En polisregion efter id.', en: 'A police region by its key.' },
  example: 'ost',
})

rootConnection('policeRegions', {
  description: { sv: 'Polisregionerna, ordnade efter id.', en: 'The police regions, ordered by key.' },
  dataset: 'police_regions',
  order: ['id'],
})
