import { addressOf, pathsOf } from '../addresses.ts'
import { correctionsFeed, correctionsFeedPath, datasetTitle } from '../corrections-feed.ts'
import { FEED_TYPE } from '../feed.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { type CorrectionsData, correctionsQuery } from '../queries/corrections.graphql.ts'
import { correctionsTexts } from '../texts/corrections.ts'
import { frameTexts } from '../texts/frame.ts'

type Changes = CorrectionsData['changes']

/** The revision in which the data were first published. */
const FIRST = 1

/** What has been corrected, added and removed. */
export const correctionsPage = pageKind<Changes>({
  name: 'corrections',
  paths: pathsOf('corrections'),
  summary: { sv: 'Rättelser.', en: 'Corrections.' },
  examples: ['/rattelser/'],
  async read({ ask, language }) {
    const asked = { since: FIRST, language: language === 'sv' ? 'SV' : 'EN' } as const
    const { totalCount, nodes } = (await ask(correctionsQuery, asked)).changes
    return { totalCount, nodes: nodes.toReversed() } // newest first
  },
  page({ totalCount, nodes }, { language }) {
    const text = correctionsTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'about',
      links: html`<link rel="alternate" type="${FEED_TYPE}" title="${text.title}" href="${correctionsFeedPath(language)}">`,
      main: html`${crumbs(language, { href: addressOf(language, 'about'), name: frameTexts[language].menu.about })}<h1>${text.title}</h1>
${says(language, totalCount === 0 ? text.none : text.says(totalCount, nodes.length), { canCopy: false })}
<p class="sub"><a href="${correctionsFeedPath(language)}">${text.ownFeed}</a>. ${text.feedNote} <a href="${addressOf(language, 'feed')}">${addressOf(language, 'feed')}</a>. <a href="${addressOf(language, 'officers')}">${text.how}</a>.</p>
${
  nodes.length === 0
    ? ''
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num"><thead><tr><th scope="col">${text.row}</th><th scope="col">${text.dataset}</th><th scope="col">${text.what}</th><th scope="col">${text.day}</th><th scope="col" class="right">${text.revision}</th></tr></thead><tbody>${nodes.map(
        ({ revision, date, dataset, rowKey, kind, isWithdrawn, node }) =>
          html`<tr><th scope="row">${node ? html`<a href="${node.url}">${rowKey}</a>` : isWithdrawn ? '–' : rowKey}</th><td>${datasetTitle(language, dataset)}</td><td>${isWithdrawn ? text.withdrawn : text.kinds[kind]}</td><td>${formats[language].day(date)}</td><td class="right">${revision}</td></tr>\n`,
      )}</tbody></table></div>`
}`,
    }
  },
  table: ({ nodes }) => ({
    columns: ['revision', 'date', 'dataset', 'row', 'kind'],
    rows: nodes.map(({ revision, date, dataset, rowKey, kind }) => [
      revision,
      date,
      dataset,
      rowKey,
      kind.toLowerCase(),
    ]),
  }),
  files: {
    '.atom': { mediaType: FEED_TYPE, write: ({ nodes }, setting) => correctionsFeed(nodes, setting) },
  },
})
