import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('signatories', (t) => ({
  signatures: childConnection(t, 'id', {
    name: 'Signatory.signatures',
    description: {
      sv: 'Varje gång som personen har undertecknat eller presenterat ett medborgarlöfte.',
      en: 'Each signing or presentation of an agreement by the person.',
    },
    dataset: 'signatures',
    parent: 'signatoryId',
    order: ['agreementId', 'position', 'id'],
  }),
  agreements: childConnection(t, 'id', {
    name: 'Signatory.agreements',
    description: {
      sv: 'De medborgarlöften som personen har undertecknat eller presenterat.',
      en: 'The agreements that the person signed or presented.',
    },
    dataset: 'agreements',
    via: { dataset: 'signatures', parent: 'signatoryId', child: 'agreementId' },
    order: ['id'],
  }),
}))

rootField('signatory', 'signatories', {
  description: {
    sv: 'En person som har undertecknat eller presenterat medborgarlöften, efter id.',
    en: 'A person who signed or presented agreements, by key.',
  },
  example: 'jonas-lindell',
})

rootConnection('signatories', {
  description: {
    sv: 'Personerna som har undertecknat eller presenterat medborgarlöften, ordnade efter id.',
    en: 'The people who signed or presented agreements, ordered by key.',
  },
  dataset: 'signatories',
  order: ['id'],
})
