import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('police_regions', (t) => ({
  counties: childConnection(t, 'id', {
    name: 'PoliceRegion.counties',
    description: 'The counties in the region, ordered by code.',
    dataset: 'counties',
    parent: 'policeRegionId',
    order: ['code'],
  }),
  policeDistricts: childConnection(t, 'id', {
    name: 'PoliceRegion.policeDistricts',
    description: 'The police districts in the region, ordered by key.',
    dataset: 'police_districts',
    parent: 'policeRegionId',
    order: ['id'],
  }),
  policeAreas: childConnection(t, 'id', {
    name: 'PoliceRegion.policeAreas',
    description: 'The local police areas in the region, ordered by key.',
    dataset: 'police_areas',
    parent: 'policeRegionId',
    order: ['id'],
  }),
}))

rootField('policeRegion', 'police_regions', { description: 'A police region by its key.', example: 'ost' })

rootConnection('policeRegions', {
  description: 'The police regions, ordered by key.',
  dataset: 'police_regions',
  order: ['id'],
})
