import { childConnection, rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('police_districts', (t) => ({
  policeRegion: link(t, 'police_districts', 'policeRegionId', {
    sv: 'Polisregionen som polisområdet hör till.',
    en: 'The region that the district belongs to.',
  }),
  policeAreas: childConnection(t, 'id', {
    name: 'PoliceDistrict.policeAreas',
    description: {
      sv: 'Lokalpolisområdena i polisområdet, ordnade efter id.',
      en: 'The local police areas in the district, ordered by key.',
    },
    dataset: 'police_areas',
    parent: 'policeDistrictId',
    order: ['id'],
  }),
}))

rootField('policeDistrict', 'police_districts', {
  description: { sv: 'Ett polisområde efter id.', en: 'A police district by its key.' },
  example: 'varmland',
})

rootConnection('policeDistricts', {
  description: { sv: 'Polisområdena, ordnade efter id.', en: 'The police districts, ordered by key.' },
  dataset: 'police_districts',
  order: ['id'],
})
