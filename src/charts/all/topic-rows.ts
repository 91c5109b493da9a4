import { addressOf } from '../../site/addresses.ts'
import { type In, inLanguage, type Language } from '../../site/language.ts'
import type { ChartColumn } from '../chart.ts'

/** A row about a topic, or about agreements without a known topic. */
interface AboutTopic {
  readonly topic: { readonly key: string; readonly labelSv: string; readonly labelEn: string } | null
}

const notKnown: In<string> = { sv: 'Ämnena är inte kända', en: 'Topics not known' }

function topicLabel({ topic }: AboutTopic, language: Language): string {
  return topic === null ? notKnown[language] : inLanguage(language, topic, 'label')
}

/** The heading of the topics of a chart. */
export const topicHeading: In<string> = { sv: 'Ämne', en: 'Topic' }

/** The columns with the topic of a row. */
export const topicColumns: readonly ChartColumn<AboutTopic>[] = [
  { name: 'topic', text: ({ topic }) => topic?.key ?? '' },
  {
    name: 'label_sv',
    label: topicHeading,
    text: (row) => topicLabel(row, 'sv'),
    show: topicLabel,
  },
]

/** The name of a row in a figure, with the address of its topic. */
export function namedTopic(row: AboutTopic, language: Language): { name: string; href?: string } {
  const name = topicLabel(row, language)
  return row.topic === null ? { name } : { name, href: addressOf(language, 'topic', row.topic.key) }
}

/** The English label, for programs. */
export const topicLabelEn: ChartColumn<AboutTopic> = {
  name: 'label_en',
  text: (row) => topicLabel(row, 'en'),
}
