import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'
import { similarTo } from '../similar.ts'

nodeType('promises', (t) => ({
  agreement: link(t, 'agreements', 'agreementId', 'The agreement that the promise stands in.'),
  topics: linkList(t, 'id', {
    name: 'Promise.topics',
    description: 'What the promise is about.',
    dataset: 'topics',
    via: { dataset: 'promise_topics', parent: 'promiseId', child: 'topicId' },
    order: ['id'],
  }),
  activities: childConnection(t, 'id', {
    name: 'Promise.activities',
    description:
      'The activities that belong to the promise, by the source or by topic: see Activity.promises.',
    dataset: 'activities',
    via: { dataset: 'activity_promises', parent: 'promiseId', child: 'activityId' },
    order: ['agreementId', 'position', 'id'],
  }),
  similar: similarTo(t, 'promises'),
  quotes: quotesOf(t),
}))

rootConnection('promises', {
  description: 'The promises of transcribed agreements, by agreement and position.',
  dataset: 'promises',
  order: ['agreementId', 'position', 'id'],
})
