import { type SQL, sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { topicLinks, topicsUpward, topicsWithin } from '../../database/topics.ts'
import { agreementFilter, agreementsWhere } from './agreement.ts'
import { flag, isIn, keys } from './condition.ts'
import { filterOf, matching } from './filter.ts'

const { activities, activity_actors, actors, promise_actors, promises, topics } = tables

const { from: agreementTopics, id: agreementId, topicId } = topicLinks.agreements

/** Selects the topics that agreements have themselves. */
const topicsOf = (agreement: SQL) =>
  sql`select ${topicId} from ${agreementTopics} where ${isIn(agreementId, agreementsWhere(agreement))}`

/** Which topics. */
export const topicFilter = filterOf('topics', {
  within: keys('topics', 'The topic with this key, or a narrower one.', (ids) =>
    isIn(topics.id, topicsWithin(ids)),
  ),
  hasBroader: flag(
    { yes: 'it is narrower than another topic.', no: 'it is at the top level.' },
    sql`${topics.broaderId} is not null`,
  ),
  agreement: matching(agreementFilter, 'An agreement about the topic or a narrower one.', (agreement) =>
    isIn(
      topics.id,
      sql`select upward.within from (${topicsUpward}) as upward where upward.id in (${topicsOf(agreement)})`,
    ),
  ),
  agreementItself: matching(
    agreementFilter,
    'An agreement about the topic itself. Agreements about narrower topics only are not included.',
    (agreement) => isIn(topics.id, topicsOf(agreement)),
  ),
})

/** Which actors. */
export const actorFilter = filterOf('actors', {
  agreement: matching(
    agreementFilter,
    'An agreement with an activity or a promise of the actor.',
    (agreement) => {
      const within = agreementsWhere(agreement)
      return isIn(
        actors.id,
        sql`select ${activity_actors.actorId} from ${activity_actors}
        join ${activities} on ${activities.id} = ${activity_actors.activityId}
        where ${isIn(activities.agreementId, within)}
      union all
      select ${promise_actors.actorId} from ${promise_actors}
        join ${promises} on ${promises.id} = ${promise_actors.promiseId}
        where ${isIn(promises.agreementId, within)}`,
      )
    },
  ),
})
