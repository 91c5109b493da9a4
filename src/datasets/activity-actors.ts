import { activityId, position } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { actorBasis } from './vocabularies/promises.ts'

export const activityActors = {
  name: 'activity_actors',
  type: 'ActivityActor',
  title: { sv: 'Aktiviteternas aktörer', en: 'Actors of activities' },
  description: {
    sv: 'Vem som enligt källan ska genomföra en aktivitet.',
    en: 'Who is to carry out an activity, according to the source.',
  },
  leastRows: 30,
  key: ['activityId', 'actorId'],
  columns: {
    activityId,
    actorId: {
      type: 'text',
      title: { sv: 'Aktör', en: 'Actor' },
      description: { sv: 'Aktören.', en: 'The actor.' },
      references: 'actors',
    },
    position,
    basis: {
      type: 'enum',
      values: actorBasis,
      title: { sv: 'Grund', en: 'Basis' },
      description: { sv: 'Var aktören är namngiven.', en: 'Where the actor is named.' },
    },
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: { sv: 'Aktören med källans ord.', en: 'The actor in the words of the source.' },
    },
  },
} as const satisfies Dataset
