import { childConnection, rootConnection } from '../connections.ts'
import { nodeType } from '../nodes.ts'

nodeType('actors', (t) => ({
  promises: childConnection(t, 'id', {
    name: 'Actor.promises',
    description:
      'The promises that the actor is to keep, alone or with others, where the source says so of the promise itself.',
    dataset: 'promises',
    via: { dataset: 'promise_actors', parent: 'actorId', child: 'promiseId' },
    order: ['agreementId', 'position', 'id'],
  }),
  activities: childConnection(t, 'id', {
    name: 'Actor.activities',
    description: 'The activities that the actor is to carry out, alone or with others.',
    dataset: 'activities',
    via: { dataset: 'activity_actors', parent: 'actorId', child: 'activityId' },
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootConnection('actors', { description: 'The actors, by key.', dataset: 'actors', order: ['id'] })
