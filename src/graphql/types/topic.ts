import { type SQL, sql } from 'drizzle-orm'
import { aboutTopics, aboutTopicsThemselves, type TopicalDataset } from '../../database/topics.ts'
import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

/** The rows of a dataset about a topic or a narrower one, and those about the topic itself. */
const aboutIt = (dataset: TopicalDataset) => ({
  childrenOf: (topic: SQL) => aboutTopics(dataset, sql`array[${topic}]`),
  itself: {
    childrenOf: (topic: SQL) => aboutTopicsThemselves(dataset, sql`array[${topic}]`),
    description: {
      sv: 'Om true: bara rader om ämnet självt. Rader som bara handlar om smalare ämnen tas inte med.',
      en: 'If true, only rows about the topic itself. Rows about narrower topics only are not included.',
    },
  },
})

nodeType('topics', (t) => ({
  broader: link(t, 'topics', 'broaderId', { sv: 'Det bredare ämnet.', en: 'The broader topic.' }),
  narrower: linkList(t, 'id', {
    name: 'Topic.narrower',
    description: { sv: 'De smalare ämnena.', en: 'The narrower topics.' },
    dataset: 'topics',
    parent: 'broaderId',
    order: ['id'],
  }),
  agreements: childConnection(t, 'id', {
    name: 'Topic.agreements',
    description: {
      sv: 'Medborgarlöftena om ämnet eller ett smalare, transkriberade och katalogiserade.',
      en: 'The agreements about the topic or a narrower one, transcribed and catalogued.',
    },
    dataset: 'agreements',
    ...aboutIt('agreements'),
    order: ['id'],
  }),
  promises: childConnection(t, 'id', {
    name: 'Topic.promises',
    description: {
      sv: 'Löftena om ämnet eller ett smalare, ur transkriberade och katalogiserade medborgarlöften.',
      en: 'The promises about the topic or a narrower one, of transcribed and catalogued agreements.',
    },
    dataset: 'promises',
    ...aboutIt('promises'),
    order: ['agreementId', 'position', 'id'],
  }),
  activities: childConnection(t, 'id', {
    name: 'Topic.activities',
    description: {
      sv: 'Aktiviteterna om ämnet eller ett smalare, ur transkriberade och katalogiserade medborgarlöften.',
      en: 'The activities about the topic or a narrower one, of transcribed and catalogued agreements.',
    },
    dataset: 'activities',
    ...aboutIt('activities'),
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootField('topic', 'topics', {
  description: { sv: 'Ett ämne efter id.', en: 'A topic by its key.' },
  example: 'traffic-safety',
})

rootConnection('topics', {
  description: { sv: 'Ämnena, ordnade efter id.', en: 'The topics, ordered by key.' },
  dataset: 'topics',
  order: ['id'],
})
