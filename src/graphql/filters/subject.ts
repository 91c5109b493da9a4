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
  within: keys(
    'topics',
    { sv: 'Ämnet med detta id, eller ett smalare.', en: 'The topic with this key, or a narrower one.' },
    (ids) => isIn(topics.id, topicsWithin(ids)),
  ),
  hasBroader: flag(
    {
      yes: { sv: 'det är smalare än ett annat ämne.', en: 'it is narrower than another topic.' },
      no: { sv: 'det är på den översta nivån.', en: 'it is at the top level.' },
    },
    sql`${topics.broaderId} is not null`,
  ),
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte om ämnet eller ett smalare.',
      en: 'An agreement about the topic or a narrower one.',
    },
    (agreement) =>
      isIn(
        topics.id,
        sql`select upward.within from (${topicsUpward}) as upward where upward.id in (${topicsOf(agreement)})`,
      ),
  ),
  agreementItself: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte om ämnet självt. Medborgarlöften som bara handlar om smalare ämnen tas inte med.',
      en: 'An agreement about the topic itself. Agreements about narrower topics only are not included.',
    },
    (agreement) => isIn(topics.id, topicsOf(agreement)),
  ),
})

/** Which actors. */
export const actorFilter = filterOf('actors', {
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte med en aktivitet eller ett löfte där aktören medverkar.',
      en: 'An agreement with an activity or a promise in which the actor takes part.',
    },
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
