import { addressOf, pathsOf } from '../addresses.ts'
import { firstToLast } from '../first-to-last.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementTable } from '../parts/agreement-table.ts'
import { cite } from '../parts/cite.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { says } from '../parts/says.ts'
import { locator } from '../parts/tile-map.ts'
import { type KnownByYearData, knownByYearQuery } from '../queries/known-by-year.graphql.ts'
import { startQuery } from '../queries/start.graphql.ts'
import { type TopicData, topicQuery } from '../queries/topic.graphql.ts'
import { type TopicNumbersData, topicNumbersQuery } from '../queries/topic-numbers.graphql.ts'
import { topicTexts } from '../texts/topics.ts'

interface TopicPage {
  readonly topic: NonNullable<TopicData['topic']>
  readonly numbers: TopicNumbersData
  /** The same numbers of all topics together: every page of a topic asks for them, and they are read once. */
  readonly known: KnownByYearData
}

/** The page of a topic. */
export const topicPage = pageKind<TopicPage>({
  name: 'topic',
  paths: pathsOf('topic', ':topic'),
  summary: { sv: 'Ett ämne.', en: 'A topic.' },
  examples: ['/amne/narcotics/', '/amne/public-space-safety/'],
  parts: async (ask) => (await ask(startQuery, {})).topics.nodes.map(({ key }) => key),
  async read({ ask, day, parameters }) {
    const { topic } = await ask(topicQuery, { key: parameters.topic ?? '', day })
    if (topic === null) return null
    const [numbers, known] = await Promise.all([
      ask(topicNumbersQuery, { filter: { topic: topic.key, kind: 'CITIZEN_PROMISE' } }),
      ask(knownByYearQuery, {}),
    ])
    return { topic, numbers, known }
  },
  page({ topic, numbers, known }, setting) {
    const { language } = setting
    const text = topicTexts[language]
    const label = inLanguage(language, topic, 'label')
    const total = known.all.reduce((sum, group) => sum + countOf(group), 0)
    const codes = numbers.byMunicipality.flatMap((group) => (countOf(group) > 0 && group.key) || [])
    const sentences = text.saysTopic(label, topic.agreements.totalCount, total, codes.length)
    const to = ({
      key,
      ...row
    }: {
      readonly key: string
      readonly labelSv: string
      readonly labelEn: string
    }) => ({
      href: addressOf(language, 'topic', key),
      name: inLanguage(language, row, 'label'),
    })
    return {
      title: label,
      description: sentences,
      section: 'topic',
      main: html`${crumbs(language, { href: addressOf(language, 'topic'), name: text.title })}
<div class="pagehead"><div><h1>${label}</h1>${says(language, sentences)}
<p class="sub measure">${inLanguage(language, topic, 'definition')}</p>
${facts([
  [text.broader, inlineLinks(topic.broader ? [to(topic.broader)] : [])],
  [text.narrower, inlineLinks(topic.narrower.map(to))],
  [text.source, topic.source],
])}</div><div class="mini">${locator(codes)}</div></div>
<section aria-labelledby="years"><h2 id="years">${text.byYear}</h2><p class="sub measure">${text.byYearNote}</p>
<table class="num narrow"><thead><tr><th scope="col">${text.year}</th><th scope="col" class="right">${text.agreements}</th><th scope="col" class="right">${text.of}</th></tr></thead><tbody>${yearRows(
        language,
        numbers,
        known,
      ).map(
        ({ year, count, of }) =>
          html`<tr><th scope="row">${year}</th><td class="right">${formats[language].number(count)}</td><td class="right">${formats[language].number(of)}</td></tr>\n`,
      )}</tbody></table></section>
<section aria-labelledby="newest"><h2 id="newest">${text.newest}</h2>${agreementTable(language, topic.agreements.nodes)}
<ul class="acts"><li><a href="${addressOf(language, 'agreement')}?amne=${topic.key}">${text.all(topic.agreements.totalCount)}</a></li></ul></section>
<section class="cols">${cite(setting, label)}</section>`,
    }
  },
  table: ({ numbers, known }, { language }) => ({
    columns: ['year', 'agreements', 'of_known'],
    rows: yearRows(language, numbers, known).map(({ key, count, of }) => [key, count, of]),
  }),
})

type Group = TopicNumbersData['byYear'][number]

function countOf({ agreements }: Group): number {
  return agreements.transcribed + agreements.catalogued
}

/** For each year of which agreements are known, how many are about the topic, of how many known ones. */
function yearRows(language: Language, { byYear }: TopicNumbersData, { byYear: allByYear }: KnownByYearData) {
  const counts = new Map(byYear.map((group) => [group.key, countOf(group)]))
  const years = allByYear.filter(({ key }) => key !== null)
  const unknown = allByYear.filter(({ key }) => key === null)
  return [...firstToLast(years, countOf), ...unknown].map((group) => ({
    key: group.key,
    year: group.key ?? topicTexts[language].noYear,
    count: counts.get(group.key) ?? 0,
    of: countOf(group),
  }))
}
