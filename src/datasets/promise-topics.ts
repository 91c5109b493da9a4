import { promiseId, topicId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const promiseTopics = {
  name: 'promise_topics',
  title: { sv: 'Ämnen för löften', en: 'Topics of promises' },
  description: { sv: 'Vilka ämnen ett löfte rör.', en: 'The topics that a promise is about.' },
  leastRows: 2300,
  key: ['promiseId', 'topicId'],
  columns: {
    promiseId,
    topicId,
  },
} as const satisfies Dataset
