import { addressOf } from '../../site/addresses.ts'
import { inLanguage } from '../../site/language.ts'
import { type StartData, startQuery } from '../../site/queries/start.graphql.ts'
import { countedTopics } from '../../site/topic-tree.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { topicChartTexts } from '../texts/topics.ts'

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
    { name: 'topic', text: ({ topic }) => topic?.key ?? '' },
    {
      name: 'label_sv',
      label: { sv: 'Ämne', en: 'Topic' },
      text: ({ topic }) => topic?.labelSv ?? sv.notKnown,
      show: ({ topic }, language) =>
        topic === null ? topicChartTexts[language].notKnown : inLanguage(language, topic, 'label'),
    },
    { name: 'label_en', text: ({ topic }) => topic?.labelEn ?? en.notKnown },
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
      heads: [text.topic, text.agreements],
      keys: [],
      rows: rows.map(({ topic, isWithin, agreements }) => ({
        name: topic === null ? text.notKnown : inLanguage(language, topic, 'label'),
        ...(topic !== null && { href: addressOf(language, 'topic', topic.key) }),
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
          ? [{ name: inLanguage(language, topic, 'label'), count: agreements.value }]
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
