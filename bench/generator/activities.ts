import { activities } from '../../src/datasets/activities.ts'
import type { Row, Tables } from '../../src/datasets/index.ts'
import { empty } from './empty.ts'
import { ofDocument } from './of-document.ts'
import type { Places } from './places.ts'
import type { Random } from './random.ts'
import { madeUpText, UNITS } from './texts.ts'

type Made = Pick<Tables, 'activities' | 'activity_promises' | 'activity_topics' | 'activity_actors'>

/** The made-up activities of an agreement, with their promises, topics and actors. About a third have a target. */
export function activitiesOf(
  agreementId: string,
  random: Random,
  count: number,
  promises: readonly Row<'promises'>[],
  { topics, actors }: Places,
): Made {
  const made: Made = { activities: [], activity_promises: [], activity_topics: [], activity_actors: [] }
  for (let position = 1; position <= count; position++) {
    const id = `${agreementId}-a${position}`
    made.activities.push(activityOf(id, agreementId, position, random))
    made.activity_promises.push({
      activityId: id,
      promiseId: random.pick(promises).id,
      basis: random.percent(50) ? 'stated' : 'by_topic',
    })
    for (const topicId of random.several(topics, 1 + random.integer(2))) {
      made.activity_topics.push({ activityId: id, topicId })
    }
    const named = random.percent(80) ? random.several(actors, 1 + random.integer(2)) : []
    for (const [at, actorId] of named.entries()) {
      made.activity_actors.push({
        activityId: id,
        actorId,
        position: at + 1,
        basis: random.percent(70) ? 'stated' : 'heading',
        text: 'Påhittad aktör',
      })
    }
  }
  return made
}

function activityOf(id: string, agreementId: string, position: number, random: Random): Row<'activities'> {
  const hasTarget = random.integer(3) === 0
  return {
    ...empty(activities),
    ...ofDocument(agreementId),
    id,
    position,
    text: madeUpText(random, 1 + random.integer(2)),
    heading: random.percent(60) ? `Påhittad rubrik ${1 + random.integer(6)}` : null,
    commitment: random.percent(90) ? 'action' : 'outcome',
    targetOperator: hasTarget ? random.pick(['at_least', 'at_least', 'exactly'] as const) : null,
    targetValue: hasTarget ? 1 + random.integer(40) : null,
    targetWhat: hasTarget ? 'operations' : null,
    targetPerYearUnknownReason: hasTarget ? 'per_not_stated' : null,
    targetUnit: hasTarget ? random.pick(UNITS) : null,
    targetPer: hasTarget && random.percent(70) ? random.pick(['month', 'year', 'period'] as const) : null,
    targetGroup: random.percent(20) ? 'Påhittad målgrupp' : null,
  }
}
