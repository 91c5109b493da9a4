import { childConnection, rootConnection } from '../connections.ts'
import { link } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('counties', (t) => ({
  policeRegion: link(t, 'counties', 'policeRegionId', {
    sv: 'Polisregionen som länet ligger i.',
    en: 'The police region that the county lies in.',
  }),
  municipalities: childConnection(t, 'code', {
    name: 'County.municipalities',
    description: {
      sv: 'Kommunerna i länet, ordnade efter kod.',
      en: 'The municipalities in the county, ordered by code.',
    },
    dataset: 'municipalities',
    parent: 'countyCode',
    order: ['code'],
  }),
}))

rootField('county', 'counties', {
  description: { sv: 'Ett län efter kod.', en: 'A county by its code.' },
  example: '06',
})

rootConnection('counties', {
  description: { sv: 'Länen, ordnade efter kod.', en: 'The counties, ordered by code.' },
  dataset: 'counties',
  order: ['code'],
})
