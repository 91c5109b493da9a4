import { childConnection, rootConnection } from '../connections.ts'
import { link, linkList } from '../links.ts'
import { nodeType, rootField } from '../nodes.ts'

nodeType('topics', (t) => ({
  broader: link(t, 'topics', 'broaderId', 'The broader topic; null for one at the top.'),
  narrower: linkList(t, 'id', {
    name: 'Topic.narrower',
    description: 'The narrower topics.',
    dataset: 'topics',
    parent: 'broaderId',
    order: ['id'],
  }),
  agreements: childConnection(t, 'id', {
    name: 'Topic.agreements',
    description: 'The agreements about the topic, transcribed and catalogued.',
    dataset: 'agreements',
    via: { dataset: 'agreement_topics', parent: 'topicId', child: 'agreementId' },
    order: ['id'],
  }),
  promises: childConnection(t, 'id', {
    name: 'Topic.promises',
    description: 'The promises about the topic, of transcribed agreements.',
    dataset: 'promises',
    via: { dataset: 'promise_topics', parent: 'topicId', child: 'promiseId' },
    order: ['agreementId', 'position', 'id'],
  }),
  activities: childConnection(t, 'id', {
    name: 'Topic.activities',
    description: 'The activities about the topic, of transcribed agreements.',
    dataset: 'activities',
    via: { dataset: 'activity_topics', parent: 'topicId', child: 'activityId' },
    order: ['agreementId', 'position', 'id'],
  }),
}))

rootField('topic', 'topics', { description: 'A topic by its key.', example: 'traffic-safety' })

rootConnection('topics', { description: 'The topics, by key.', dataset: 'topics', order: ['id'] })
