import { keyColumns } from '../../database/rows.ts'
import { aboutTopics, aboutTopicsThemselves, type TopicalDataset } from '../../database/topics.ts'
import { type Conditions, isIn, keys } from './condition.ts'

/** What is asked of the topics of a dataset's rows. */
export function topicConditions(dataset: TopicalDataset): Conditions {
  const [id] = keyColumns(dataset)
  if (!id) throw new Error(`${dataset} have no key`)
  return {
    topic: keys('topics', 'About the topic or one that is narrower, by key.', (topics) =>
      isIn(id, aboutTopics(dataset, topics)),
    ),
    topicItself: keys(
      'topics',
      'About the topic itself; what is about a narrower one alone is left out. By key.',
      (topics) => isIn(id, aboutTopicsThemselves(dataset, topics)),
    ),
  }
}
