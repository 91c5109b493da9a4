import { sql } from 'drizzle-orm'
import { promisesOfActors, promisesOfActorsThemselves } from '../../database/commitments.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('actors', (t) => ({
  promises: childConnection(t, 'id', {
    name: 'Actor.promises',
    description: {
      sv: 'Löftena som aktören ska hålla, eller i vilka aktören ska utföra en aktivitet, ensam eller med andra.',
      en: 'The promises that the actor is to keep, or in which the actor is to carry out an activity, alone or with others.',
    },
    dataset: 'promises',
    childrenOf: (actor) => promisesOfActors(sql`array[${actor}]`),
    itself: {
      childrenOf: (actor) => promisesOfActorsThemselves(sql`array[${actor}]`),
      description: {
        sv: 'Om true: bara löften som aktören själv ska hålla. Löften i vilka aktören bara ska utföra en aktivitet tas inte med.',
        en: 'If true, only promises that the actor itself is to keep. Promises for which the actor is only responsible for an activity are not included.',
      },
    },
    order: ['agreementId', 'position', 'id'],
  }),
  activities: childConnection(t, 'id', {
    name: 'Actor.activities',
    description: {
      sv: 'Aktiviteterna som aktören ska utföra, ensam eller med andra.',
      en: 'The activities that the actor is to carry out, alone or with others.',
    },
    dataset: 'activities',
    via: { dataset: 'activity_actors', parent: 'actorId', child: 'activityId' },
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootField('actor', 'actors', {
  description: { sv: 'En aktör efter id.', en: 'An actor by its key.' },
  example: 'police',
})

rootConnection('actors', {
  description: { sv: 'Aktörerna, ordnade efter id.', en: 'The actors, ordered by key.' },
  dataset: 'actors',
  order: ['id'],
})
