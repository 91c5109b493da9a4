import { addressOf } from '../addresses.ts'
import type { Html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { topicTexts } from '../texts/topics.ts'
import type { countedTopics } from '../topic-tree.ts'
import { bars } from './bars.ts'

/** How many agreements mention each topic, with a link to it. */
export function topicBars(language: Language, rows: ReturnType<typeof countedTopics>['rows']): Html {
  const { topic: name, agreements: count } = topicTexts[language]
  return bars(
    language,
    { name, count },
    rows.map(({ topic, count, isWithin }) => ({
      name: inLanguage(language, topic, 'label'),
      href: addressOf(language, 'topic', topic.key),
      count,
      isWithin,
    })),
  )
}
