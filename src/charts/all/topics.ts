import { withinSentence } from '../../site/capitals.ts'
import { inLanguage } from '../../site/language.ts'
import { type StartData, startQuery } from '../../site/queries/start.graphql.ts'
import { countedTopics } from '../../site/topic-tree.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { topicChartTexts } from '../texts/topics.ts'
import { namedTopic, topicColumns, topicHeading, topicLabelEn } from './topic-rows.ts'

/** A topic, or the agreements without a known topic. */
interface TopicBar {
  readonly topic: StartData['topics']['nodes'][number] | null
  readonly isWithin: boolean
  readonly agreements: MaybeKnown
}

const { sv, en } = topicChartTexts

/** The number of agreements on each topic, and without a known topic. */
export const topics = chart({
  slug: 'amnen',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  read: (ask) => ask(startQuery, {}),
  rows(data): readonly TopicBar[] {
    const { rows, without } = countedTopics(data)
    return [
      ...rows.map(({ topic, count, isWithin }) => ({ topic, isWithin, agreements: { value: count } })),
      { topic: null, isWithin: false, agreements: { value: without } },
    ]
  },
  columns: [
    ...topicColumns,
    topicLabelEn,
    { name: 'broader', text: ({ topic }) => topic?.broader?.key ?? '' },
    {
      name: 'agreements',
      label: { sv: 'Medborgarlöften', en: 'Agreements' },
      value: ({ agreements }) => agreements,
    },
  ],
  figure(rows, { language }) {
    const text = topicChartTexts[language]
    return {
      kind: 'bars',
      heads: [topicHeading[language], text.agreements],
      keys: [],
      rows: rows.map(({ topic, isWithin, agreements }) => ({
        ...namedTopic({ topic }, language),
        isWithin,
        parts: [
          {
            fill: topic === null ? 'hatch' : isWithin ? 'c2' : 'c3',
            label: text.agreements,
            value: agreements,
          },
        ],
      })),
    }
  },
  says(rows, { language }) {
    const [first, second] = rows
      .filter((row) => !row.isWithin)
      .flatMap(({ topic, agreements }) =>
        topic !== null && 'value' in agreements && agreements.value > 0
          ? [{ name: withinSentence(inLanguage(language, topic, 'label')), count: agreements.value }]
          : [],
      )
    return topicChartTexts[language].says(first, second)
  },
  notes: (rows, { language }) => {
    const unknown = rows.find(({ topic }) => topic === null)?.agreements
    const count = unknown && 'value' in unknown ? unknown.value : 0
    return [topicChartTexts[language].note(count)]
  },
})
