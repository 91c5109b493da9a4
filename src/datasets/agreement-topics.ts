import { agreementId, topicId } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { topicBasis } from './vocabularies/agreements.ts'

export const agreementTopics = {
  name: 'agreement_topics',
  title: { sv: 'Ämnen för medborgarlöften', en: 'Topics of agreements' },
  description: { sv: 'Vilka ämnen ett medborgarlöfte rör.', en: 'The topics that an agreement is about.' },
  leastRows: 2800,
  key: ['agreementId', 'topicId'],
  columns: {
    agreementId,
    topicId,
    basis: {
      type: 'enum',
      values: topicBasis,
      title: { sv: 'Grund', en: 'Basis' },
      description: { sv: 'Hur ämnet fastställts.', en: 'How the topic was established.' },
    },
  },
} as const satisfies Dataset
