import { childConnection, rootConnection } from '../connections.ts'
import { nodeType } from '../nodes.ts'

nodeType('actors', (t) => ({
  activities: childConnection(t, 'id', {
    name: 'Actor.activities',
    description: 'The activities that the actor is to carry out, alone or with others.',
    dataset: 'activities',
    via: { dataset: 'activity_actors', parent: 'actorId', child: 'activityId' },
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootConnection('actors', { description: 'The actors, by key.', dataset: 'actors', order: ['id'] })
