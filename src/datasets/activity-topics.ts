import { activityId, topicId } from './columns.ts'
import type { Dataset } from './dataset.ts'

export const activityTopics = {
  name: 'activity_topics',
  title: { sv: 'Ämnen för aktiviteter', en: 'Topics of activities' },
  description: { sv: 'Vilka ämnen en aktivitet rör.', en: 'The topics that an activity is about.' },
  leastRows: 1300,
  key: ['activityId', 'topicId'],
  columns: {
    activityId,
    topicId,
  },
} as const satisfies Dataset
