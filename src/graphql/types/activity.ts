import { activities } from '../../datasets/activities.ts'
import { activityActors } from '../../datasets/activity-actors.ts'
import { activityPromises } from '../../datasets/activity-promises.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import type { Row } from '../../datasets/index.ts'
import { builder } from '../builder.ts'
import { columnField, columnFields, type Fields } from '../columns.ts'
import { rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'
import { readAs } from '../readings.ts'
import { refs } from '../refs.ts'
import { similarTo } from '../similar.ts'

const TARGET_COLUMNS = ['targetOperator', 'targetValue', 'targetUnit', 'targetPer'] as const

const Target = builder.objectRef<Row<'activities'>>('Target').implement({
  description:
    'The measurable part of an activity: "minst femton trafikkontroller" is AT_LEAST 15 trafikkontroller.',
  fields: (t) => {
    const column = (name: (typeof TARGET_COLUMNS)[number], present: boolean) =>
      columnField(t as unknown as Fields<object>, activities, name, { present })
    return {
      operator: column('targetOperator', true),
      value: column('targetValue', true),
      unit: column('targetUnit', true),
      per: column('targetPer', false),
    }
  },
})

nodeType(
  'activities',
  (t) => ({
    agreement: link(t, 'agreements', 'agreementId', 'The agreement that the activity stands in.'),
    target: t.field({
      type: Target,
      nullable: true,
      description: 'The measurable part of the activity; null where it has none.',
      ...readAs({ kind: 'part', column: 'targetValue' }),
      resolve: (activity) => (activity.targetValue === null ? null : activity),
    }),
    actors: linkList(t, 'id', {
      name: 'Activity.actors',
      description:
        'Who is to carry out the activity, in the order of the source; empty where it names nobody.',
      dataset: 'activity_actors',
      parent: 'activityId',
      order: ['position', 'actorId'],
    }),
    promises: linkList(t, 'id', {
      name: 'Activity.promises',
      description: 'The promises that the activity belongs to, each with the ground for saying so.',
      dataset: 'activity_promises',
      parent: 'activityId',
      order: ['promiseId'],
    }),
    topics: linkList(t, 'id', {
      name: 'Activity.topics',
      description: 'What the activity is about.',
      dataset: 'topics',
      via: { dataset: 'activity_topics', parent: 'activityId', child: 'topicId' },
      order: ['id'],
    }),
    similar: similarTo(t, 'activities'),
    quotes: quotesOf(t),
  }),
  { except: TARGET_COLUMNS },
)

builder.objectType(refs.activity_actors, {
  description: bilingualText(activityActors.description),
  fields: (t) => ({
    ...columnFields(t as unknown as Fields<object>, activityActors),
    actor: link(t, 'actors', 'actorId', 'The actor.'),
    activity: link(t, 'activities', 'activityId', 'The activity.'),
  }),
})

builder.objectType(refs.activity_promises, {
  description: bilingualText(activityPromises.description),
  fields: (t) => ({
    ...columnFields(t as unknown as Fields<object>, activityPromises),
    promise: link(t, 'promises', 'promiseId', 'The promise.'),
    activity: link(t, 'activities', 'activityId', 'The activity.'),
  }),
})

rootConnection('activities', {
  description: 'The activities of transcribed agreements, by agreement and position.',
  dataset: 'activities',
  order: ['agreementId', 'position', 'id'],
})
