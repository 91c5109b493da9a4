import { sql } from 'drizzle-orm'
import { promisesOfActors, promisesOfActorsThemselves } from '../../database/commitments.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('actors', (t) => ({
  promises: childConnection(t, 'id', {
    name: 'Actor.promises',
    description:
      'The promises that the actor is to keep, or of which the actor is to carry out an activity, alone or with others.',
    dataset: 'promises',
    childrenOf: (actor) => promisesOfActors(sql`array[${actor}]`),
    itself: {
      childrenOf: (actor) => promisesOfActorsThemselves(sql`array[${actor}]`),
      description:
        'If true, only promises that the actor is to keep itself. Promises of which the actor is only to carry out an activity are not included.',
    },
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

rootField('actor', 'actors', { description: 'An actor by its key.', example: 'police' })

rootConnection('actors', { description: 'The actors, ordered by key.', dataset: 'actors', order: ['id'] })
