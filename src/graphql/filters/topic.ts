import { keyColumns } from '../../database/rows.ts'
import { aboutTopics, aboutTopicsThemselves, type TopicalDataset } from '../../database/topics.ts'
import { type Conditions, isIn, keys } from './condition.ts'

/** The conditions on the topics of the rows of a dataset. */
export function topicConditions(dataset: TopicalDataset): Conditions {
  const [id] = keyColumns(dataset)
  if (!id) throw new Error(`${dataset} have no key`)
  return {
    topic: keys(
      'topics',
      {
        sv: 'Om ämnet med detta id, eller ett smalare.',
        en: 'About the topic with this key, or a narrower one.',
      },
      (topics) => isIn(id, aboutTopics(dataset, topics)),
    ),
    topicItself: keys(
      'topics',
      {
        sv: 'Om ämnet med detta id självt. Rader som bara handlar om smalare ämnen tas inte med.',
        en: 'About the topic with this key itself. Rows about narrower topics only are not included.',
      },
      (topics) => isIn(id, aboutTopicsThemselves(dataset, topics)),
    ),
  }
}
