import { activityId, promiseId } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { linkBasis } from './vocabularies/promises.ts'

export const activityPromises = {
  name: 'activity_promises',
  type: 'ActivityPromise',
  title: { sv: 'Aktiviteternas löften', en: 'Promises of activities' },
  description: {
    sv: 'Vilket löfte en aktivitet hör till, och på vilken grund.',
    en: 'Which promise an activity belongs to, and on what grounds.',
  },
  leastRows: 1300,
  key: ['activityId', 'promiseId'],
  columns: {
    activityId,
    promiseId,
    basis: {
      type: 'enum',
      values: linkBasis,
      title: { sv: 'Grund', en: 'Basis' },
      description: {
        sv: 'Om sambandet anges i källan, för aktiviteten själv eller hela listan, eller bygger på ett gemensamt ämne.',
        en: 'Whether the source states the link, of the activity itself or of its whole list, or it is based on a shared topic.',
      },
    },
  },
} as const satisfies Dataset
