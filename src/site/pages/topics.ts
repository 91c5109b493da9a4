import { addressOf, pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { bars } from '../parts/bars.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { type StartData, startQuery } from '../queries/start.graphql.ts'
import { startTexts } from '../texts/start.ts'
import { topicTexts } from '../texts/topics.ts'
import { topicTree } from '../topic-tree.ts'

/** The list of topics. */
export const topicsPage = pageKind<StartData>({
  name: 'topics',
  paths: pathsOf('topic'),
  summary: { sv: 'Alla ämnen.', en: 'All topics.' },
  examples: ['/amne/'],
  read: ({ ask }) => ask(startQuery, {}),
  page(data, { language }) {
    const text = topicTexts[language]
    const rows = rowsOf(data)
    const { total, without } = numbersOf(data)
    const largest = rows.find(({ isWithin }) => !isWithin)
    const sentences = largest
      ? text.says(inLanguage(language, largest.topic, 'label'), largest.count, total, without)
      : text.description
    return {
      title: text.title,
      description: sentences,
      section: 'topic',
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, sentences)}
<p class="sub measure">${startTexts[language].topicsNote(without, total)}</p>
${bars(
  language,
  { name: text.topic, count: text.agreements },
  rows.map(({ topic, count, isWithin }) => ({
    name: inLanguage(language, topic, 'label'),
    href: addressOf(language, 'topic', topic.key),
    count,
    isWithin,
  })),
)}`,
    }
  },
  table: (data) => ({
    columns: ['id', 'label_sv', 'label_en', 'broader', 'agreements'],
    rows: rowsOf(data).map(({ topic, count }) => [
      topic.key,
      topic.labelSv,
      topic.labelEn,
      topic.broader?.key ?? null,
      count,
    ]),
  }),
})

function rowsOf({ topics, statistics }: StartData) {
  const countOf = new Map(
    statistics.map(({ key, agreements }) => [key, agreements.transcribed + agreements.catalogued]),
  )
  return topicTree(topics.nodes, ({ key }) => countOf.get(key) ?? 0)
}

function numbersOf({ all, statistics }: StartData) {
  const without = statistics.find(({ key }) => key === null)?.agreements
  return {
    total: all.totalCount,
    without: (without?.transcribed ?? 0) + (without?.catalogued ?? 0),
  }
}
