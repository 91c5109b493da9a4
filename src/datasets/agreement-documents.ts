import { agreementId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const agreementDocuments = {
  name: 'agreement_documents',
  title: { sv: 'Källor till medborgarlöften', en: 'Documents of agreements' },
  description: {
    sv: 'Vilka källor som ett medborgarlöfte är känt genom.',
    en: 'The documents by which an agreement is known.',
  },
  leastRows: 1100,
  key: ['agreementId', 'documentId'],
  columns: {
    agreementId,
    documentId: {
      type: 'text',
      title: { sv: 'Källa', en: 'Document' },
      description: { sv: 'Källan.', en: 'The document.' },
      references: 'documents',
    },
  },
} as const satisfies Dataset
