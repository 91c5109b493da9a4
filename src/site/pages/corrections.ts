import { datasetNames, datasets } from '../../datasets/index.ts'
import { addressOf, pathsOf } from '../addresses.ts'
import { html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { type CorrectionsData, correctionsQuery } from '../queries/corrections.graphql.ts'
import { correctionsTexts } from '../texts/corrections.ts'
import { frameTexts } from '../texts/frame.ts'

type Changes = CorrectionsData['changes']

/** The revision that the data were first public as. */
const FIRST = 1

/** What has been corrected, added and removed. */
export const correctionsPage = pageKind<Changes>({
  name: 'corrections',
  paths: pathsOf('corrections'),
  summary: { sv: 'Rättelser.', en: 'Corrections.' },
  examples: ['/rattelser/'],
  read: async ({ ask, language }) =>
    (await ask(correctionsQuery, { since: FIRST, language: language === 'sv' ? 'SV' : 'EN' })).changes,
  page({ totalCount, nodes }, { language }) {
    const text = correctionsTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'about',
      main: html`${crumbs(language, { href: addressOf(language, 'about'), name: frameTexts[language].menu.about })}<h1>${text.title}</h1>
${says(language, totalCount === 0 ? text.none : text.says(totalCount, nodes.length), { canCopy: false })}
<p class="sub">${text.feedNote} <a href="${addressOf(language, 'feed')}">${addressOf(language, 'feed')}</a>. <a href="${addressOf(language, 'officers')}">${text.how}</a>.</p>
${
  nodes.length === 0
    ? ''
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num"><thead><tr><th scope="col">${text.row}</th><th scope="col">${text.dataset}</th><th scope="col">${text.what}</th><th scope="col" class="right">${text.revision}</th></tr></thead><tbody>${nodes.map(
        ({ revision, dataset, rowKey, kind, isWithdrawn, node }) =>
          html`<tr><th scope="row">${node ? html`<a href="${node.url}">${rowKey}</a>` : isWithdrawn ? '–' : rowKey}</th><td>${titleOf(language, dataset)}</td><td>${isWithdrawn ? text.withdrawn : text.kinds[kind]}</td><td class="right">${revision}</td></tr>\n`,
      )}</tbody></table></div>`
}`,
    }
  },
  table: ({ nodes }) => ({
    columns: ['revision', 'dataset', 'row', 'kind'],
    rows: nodes.map(({ revision, dataset, rowKey, kind }) => [revision, dataset, rowKey, kind.toLowerCase()]),
  }),
})

function titleOf(language: Language, dataset: string): string {
  const name = datasetNames.find((each) => each === dataset)
  return name ? datasets[name].title[language] : dataset
}
