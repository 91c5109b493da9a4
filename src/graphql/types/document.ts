import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('documents', (t) => ({
  agreements: childConnection(t, 'id', {
    name: 'Document.agreements',
    description: {
      sv: 'De medborgarlöften som har dokumentet som källa.',
      en: 'The agreements that have the document as a source.',
    },
    dataset: 'agreements',
    via: { dataset: 'agreement_documents', parent: 'documentId', child: 'agreementId' },
    order: ['id'],
  }),
  quotes: childConnection(t, 'id', {
    name: 'Document.quotes',
    description: {
      sv: 'De uppgifter som citeras ur källan, i dess ordning.',
      en: 'The values that are quoted from the document, in the order of the document.',
    },
    dataset: 'quotes',
    parent: 'documentId',
    order: ['startOffset', 'recordId', 'columnName', 'position'],
  }),
}))

rootField('document', 'documents', {
  description: { sv: 'En källa efter id.', en: 'A document by its key.' },
  example: '0685-2020-d1',
})

rootConnection('documents', {
  description: { sv: 'Källorna, ordnade efter id.', en: 'The documents, ordered by key.' },
  dataset: 'documents',
  order: ['id'],
})
