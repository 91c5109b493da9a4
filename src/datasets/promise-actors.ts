import { promiseId } from './columns.ts'
import { actorColumns } from './commitments.ts'
import type { Dataset } from './dataset.ts'

export const promiseActors = {
  name: 'promise_actors',
  type: 'PromiseActor',
  title: { sv: 'Löftenas aktörer', en: 'Actors of promises' },
  description: {
    sv: 'Vem som enligt källan ska hålla ett löfte, om källan anger det för löftet självt.',
    en: 'Who is to keep a promise according to the source, if the source states it for the promise itself.',
  },
  leastRows: 2300,
  key: ['promiseId', 'actorId'],
  columns: { promiseId, ...actorColumns },
} as const satisfies Dataset
