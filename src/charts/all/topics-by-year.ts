import { topicTree } from '../../site/topic-tree.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { chart } from '../chart.ts'
import { type AgreementYearsData, agreementYearsQuery } from '../queries/agreement-years.graphql.ts'
import { type TopicNamesData, topicNamesQuery } from '../queries/topic-names.graphql.ts'
import { topicsByYearTexts } from '../texts/topics-by-year.ts'
import { countOfEach, UNKNOWN_YEAR, yearIn, yearsFrom } from '../years.ts'
import { namedTopic, topicColumns, topicHeading } from './topic-rows.ts'

type TopicName = TopicNamesData['topics']['nodes'][number]

/** The agreements of one year on one topic. */
interface TopicInYear {
  /** Null for agreements whose topics are unknown. */
  readonly topic: TopicName | null
  readonly isWithin: boolean
  /** Null for agreements whose start is unknown. */
  readonly year: number | null
  readonly agreements: MaybeKnown
}

interface TopicsByYearData {
  readonly agreements: AgreementYearsData['agreements']['nodes']
  readonly topics: readonly TopicName[]
}

const { sv, en } = topicsByYearTexts

/** The number of agreements on each topic, by the year in which they began. */
export const topicsByYear = chart<TopicsByYearData, TopicInYear>({
  slug: 'amnen-per-ar',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  async read(ask) {
    const [agreements, topics] = await Promise.all([ask(agreementYearsQuery, {}), ask(topicNamesQuery, {})])
    return { agreements: agreements.agreements.nodes, topics: topics.topics.nodes }
  },
  rows({ agreements, topics }) {
    const broaderOf = new Map(topics.map(({ key, broader }) => [key, broader?.key ?? null]))
    const taken = agreements.map((agreement) => {
      const own = agreement.topics.flatMap(({ key }) => [key, broaderOf.get(key) ?? key])
      return {
        year: yearIn(agreement.periodStart),
        topics: new Set<string | null>(own.length > 0 ? own : [null]),
      }
    })
    const begun = countOfEach(taken.map(({ year }) => year))
    const years = [...yearsFrom(begun.keys()), null]
    const cellsOf = (key: string | null) => {
      const counts = countOfEach(taken.filter((each) => each.topics.has(key)).map(({ year }) => year))
      return years.map((year) => ({
        year,
        // If no agreement of a year is known, their topics are unknown, not zero.
        agreements: begun.has(year)
          ? { value: counts.get(year) ?? 0 }
          : ({ unknown: 'NOT_RECORDED' } as const),
      }))
    }
    const tree = topicTree(topics, ({ key }) => taken.filter((each) => each.topics.has(key)).length)
    return [...tree, { topic: null, isWithin: false }].flatMap(({ topic, isWithin }) =>
      cellsOf(topic?.key ?? null).map((cell) => ({ topic, isWithin, ...cell })),
    )
  },
  columns: [
    ...topicColumns,
    {
      name: 'year',
      label: { sv: 'År', en: 'Year' },
      value: ({ year }) => (year === null ? { unknown: 'NOT_STATED' } : { value: year }),
      show: ({ year }) => String(year),
    },
    {
      name: 'agreements',
      label: { sv: 'Medborgarlöften', en: 'Agreements' },
      value: ({ agreements }) => agreements,
    },
  ],
  figure(rows, { language }) {
    const text = topicsByYearTexts[language]
    const years = [...new Set(rows.map(({ year }) => year))]
    const topics = [...new Map(rows.map((row) => [row.topic?.key ?? null, row])).values()]
    return {
      kind: 'grid',
      heads: [topicHeading[language], text.title],
      columns: years.map((year) => (year === null ? UNKNOWN_YEAR : String(year))),
      rows: topics.map(({ topic, isWithin }) => ({
        ...namedTopic({ topic }, language),
        isWithin,
        cells: rows
          .filter((row) => (row.topic?.key ?? null) === (topic?.key ?? null))
          .map(({ agreements }) => agreements),
      })),
    }
  },
  says(rows, { language }) {
    const years = rows.flatMap(({ year }) => (year === null ? [] : [year]))
    const topics = new Set(rows.flatMap(({ topic }) => (topic === null ? [] : [topic.key])))
    return topicsByYearTexts[language].says(topics.size, Math.min(...years), Math.max(...years))
  },
  notes: (_rows, { language }) => [topicsByYearTexts[language].note],
})
