import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('signatories', (t) => ({
  signatures: childConnection(t, 'id', {
    name: 'Signatory.signatures',
    description: 'Each signing or presentation of an agreement by the person.',
    dataset: 'signatures',
    parent: 'signatoryId',
    order: ['agreementId', 'position', 'id'],
  }),
  agreements: childConnection(t, 'id', {
    name: 'Signatory.agreements',
    description: 'The agreements that the person signed or presented.',
    dataset: 'agreements',
    via: { dataset: 'signatures', parent: 'signatoryId', child: 'agreementId' },
    order: ['id'],
  }),
}))

rootField('signatory', 'signatories', {
  description: 'A person who signed or presented agreements, by key.',
  example: 'jonas-lindell',
})

rootConnection('signatories', {
  description: 'The people who signed or presented agreements, ordered by key.',
  dataset: 'signatories',
  order: ['id'],
})
