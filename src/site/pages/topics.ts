import { pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { topicBars } from '../parts/topic-bars.ts'
import { type StartData, startQuery } from '../queries/start.graphql.ts'
import { startTexts } from '../texts/start.ts'
import { topicTexts } from '../texts/topics.ts'
import { countedTopics } from '../topic-tree.ts'

/** The list of topics. */
export const topicsPage = pageKind<StartData>({
  name: 'topics',
  paths: pathsOf('topic'),
  summary: { sv: 'Alla ämnen.', en: 'All topics.' },
  examples: ['/amne/'],
  read: ({ ask }) => ask(startQuery, {}),
  page(data, { language }) {
    const text = topicTexts[language]
    const { rows, without } = countedTopics(data)
    const total = data.all.totalCount
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
${topicBars(language, rows)}`,
    }
  },
  table: (data) => ({
    columns: ['id', 'label_sv', 'label_en', 'broader', 'agreements'],
    rows: countedTopics(data).rows.map(({ topic, count }) => [
      topic.key,
      topic.labelSv,
      topic.labelEn,
      topic.broader?.key ?? null,
      count,
    ]),
  }),
})
