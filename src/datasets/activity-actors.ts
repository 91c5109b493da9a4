import { activityId } from './columns.ts'
import { actorColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'

export const activityActors = {
  name: 'activity_actors',
  type: 'ActivityActor',
  title: { sv: 'Aktiviteternas aktörer', en: 'Actors of activities' },
  description: {
    sv: 'Vem som enligt källan ska genomföra en aktivitet.',
    en: 'Who is to carry out an activity, according to the source.',
  },
  leastRows: 1300,
  key: ['activityId', 'actorId'],
  columns: { activityId, ...actorColumns },
} as const satisfies Dataset
