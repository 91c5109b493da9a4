import { activityActors } from '../../datasets/activity-actors.ts'
import { activityPromises } from '../../datasets/activity-promises.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'
import { refs } from '../refs.ts'
import { similarTo } from '../similar.ts'
import { TARGET_COLUMNS, targetOf } from './commitment.ts'

nodeType(
  'activities',
  (t) => ({
    agreement: link(t, 'activities', 'agreementId', {
      sv: 'Medborgarlöftet som aktiviteten hör till.',
      en: 'The agreement that the activity belongs to.',
    }),
    target: targetOf(t, {
      sv: 'Det mätbara i aktiviteten. Null om inget är mätbart.',
      en: 'The measurable part of the activity. Null if it has none.',
    }),
    actors: linkList(t, 'id', {
      name: 'Activity.actors',
      description: {
        sv: 'Vilka som ska utföra aktiviteten, i källans ordning. Tom om källan inte namnger någon.',
        en: 'Who is to carry out the activity, in the order of the source. Empty if the source names nobody.',
      },
      dataset: 'activity_actors',
      parent: 'activityId',
      order: ['position', 'actorId'],
    }),
    promises: linkList(t, 'id', {
      name: 'Activity.promises',
      description: {
        sv: 'Löftena som aktiviteten hör till, vart och ett med grunden för kopplingen.',
        en: 'The promises that the activity belongs to, each with the basis of the link.',
      },
      dataset: 'activity_promises',
      parent: 'activityId',
      order: ['promiseId'],
    }),
    topics: linkList(t, 'id', {
      name: 'Activity.topics',
      description: { sv: 'Vad aktiviteten handlar om.', en: 'What the activity is about.' },
      dataset: 'topics',
      via: { dataset: 'activity_topics', parent: 'activityId', child: 'topicId' },
      order: ['id'],
    }),
    document: link(t, 'activities', 'documentId', {
      sv: 'Källan som det lästes i.',
      en: 'The document in which it was read.',
    }),
    outcomes: linkList(t, 'id', {
      name: 'Activity.outcomes',
      description: {
        sv: 'Vad redovisningar säger om hur det gick, ett utfall för varje redovisning. Tom: ingen har letat, om inte reportState säger något annat.',
        en: 'What reports say about how it went, one outcome for each report. Empty: nobody has looked, unless reportState says otherwise.',
      },
      dataset: 'outcomes',
      parent: 'activityId',
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
    ...columnFields(t as unknown as FieldBuilder<object>, activityActors),
    actor: link(t, 'activity_actors', 'actorId', { sv: 'Aktören.', en: 'The actor.' }),
    activity: link(t, 'activity_actors', 'activityId', { sv: 'Aktiviteten.', en: 'The activity.' }),
  }),
})

builder.objectType(refs.activity_promises, {
  description: bilingualText(activityPromises.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, activityPromises),
    promise: link(t, 'activity_promises', 'promiseId', { sv: 'Löftet.', en: 'The promise.' }),
    activity: link(t, 'activity_promises', 'activityId', { sv: 'Aktiviteten.', en: 'The activity.' }),
  }),
})

rootField('activity', 'activities', {
  description: { sv: 'En aktivitet efter id.', en: 'An activity by its key.' },
  example: '0685-2020-a2',
})

rootConnection('activities', {
  description: {
    sv: 'Aktiviteterna i alla medborgarlöften, transkriberade och katalogiserade, ordnade efter medborgarlöfte och plats.',
    en: 'The activities of all agreements, transcribed and catalogued, ordered by agreement and position.',
  },
  dataset: 'activities',
  order: ['agreementId', 'position', 'id'],
})
