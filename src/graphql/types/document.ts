import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('documents', (t) => ({
  agreements: childConnection(t, 'id', {
    name: 'Document.agreements',
    description: 'The agreements that are known by the document.',
    dataset: 'agreements',
    via: { dataset: 'agreement_documents', parent: 'documentId', child: 'agreementId' },
    order: ['id'],
  }),
  quotes: childConnection(t, 'id', {
    name: 'Document.quotes',
    description: 'The values that stand in the document, in its order.',
    dataset: 'quotes',
    parent: 'documentId',
    order: ['startOffset', 'recordId', 'columnName', 'position'],
  }),
}))

rootField('document', 'documents', { description: 'A document by its key.', example: '0685-2020-d1' })

rootConnection('documents', { description: 'The documents, by key.', dataset: 'documents', order: ['id'] })
