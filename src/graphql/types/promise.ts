import { bilingualText } from '../../datasets/dataset.ts'
import { promiseActors } from '../../datasets/promise-actors.ts'
import { builder } from '../builder.ts'
import { columnFields, type FieldBuilder } from '../columns.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'
import { refs } from '../refs.ts'
import { similarTo } from '../similar.ts'
import { TARGET_COLUMNS, targetOf } from './commitment.ts'

nodeType(
  'promises',
  (t) => ({
    agreement: link(t, 'promises', 'agreementId', {
      sv: 'Medborgarlöftet som löftet hör till.',
      en: 'The agreement that the promise belongs to.',
    }),
    target: targetOf(t, {
      sv: 'Det mätbara i löftet självt. Null om inget är mätbart. Dess aktiviteter kan ha mål.',
      en: 'The measurable part of the promise itself. Null if it has none. Its activities may have targets.',
    }),
    actors: linkList(t, 'id', {
      name: 'Promise.actors',
      description: {
        sv: 'Vilka som ska hålla löftet, i källans ordning. Tom om källan inte namnger någon för löftet självt. Dess aktiviteter kan ha aktörer.',
        en: 'Who is responsible for the promise, in the order of the source. Empty if the source names nobody for the promise itself. Its activities may have actors.',
      },
      dataset: 'promise_actors',
      parent: 'promiseId',
      order: ['position', 'actorId'],
    }),
    topics: linkList(t, 'id', {
      name: 'Promise.topics',
      description: { sv: 'Vad löftet handlar om.', en: 'What the promise is about.' },
      dataset: 'topics',
      via: { dataset: 'promise_topics', parent: 'promiseId', child: 'topicId' },
      order: ['id'],
    }),
    activities: childConnection(t, 'id', {
      name: 'Promise.activities',
      description: {
        sv: 'Aktiviteterna som hör till löftet, enligt källan eller efter ämne: se Activity.promises.',
        en: 'The activities that belong to the promise, according to the source or by topic: see Activity.promises.',
      },
      dataset: 'activities',
      via: { dataset: 'activity_promises', parent: 'promiseId', child: 'activityId' },
      order: ['agreementId', 'position', 'id'],
    }),
    document: link(t, 'promises', 'documentId', {
      sv: 'Källan som det lästes i.',
      en: 'The document in which it was read.',
    }),
    outcomes: linkList(t, 'id', {
      name: 'Promise.outcomes',
      description: {
        sv: 'Vad redovisningar säger om hur det gick, ett utfall för varje redovisning. Tom: ingen har letat, om inte reportState säger något annat.',
        en: 'What reports say about how it went, one outcome for each report. Empty: nobody has looked, unless reportState says otherwise.',
      },
      dataset: 'outcomes',
      parent: 'promiseId',
      order: ['id'],
    }),
    similar: similarTo(t, 'promises'),
    quotes: quotesOf(t),
  }),
  { except: TARGET_COLUMNS },
)

builder.objectType(refs.promise_actors, {
  description: bilingualText(promiseActors.description),
  fields: (t) => ({
    ...columnFields(t as unknown as FieldBuilder<object>, promiseActors),
    actor: link(t, 'promise_actors', 'actorId', { sv: 'Aktören.', en: 'The actor.' }),
    promise: link(t, 'promise_actors', 'promiseId', { sv: 'Löftet.', en: 'The promise.' }),
  }),
})

rootField('promise', 'promises', {
  description: { sv: 'Ett löfte efter id.', en: 'A promise by its key.' },
  example: '0685-2020-p1',
})

rootConnection('promises', {
  description: {
    sv: 'Löftena i alla medborgarlöften, transkriberade och katalogiserade, ordnade efter medborgarlöfte och plats.',
    en: 'The promises of all agreements, transcribed and catalogued, ordered by agreement and position.',
  },
  dataset: 'promises',
  order: ['agreementId', 'position', 'id'],
})
