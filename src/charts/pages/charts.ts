import { addressOf, pathsOf } from '../../site/addresses.ts'
import { html } from '../../site/html.ts'
import { pageKind } from '../../site/page-kind.ts'
import { crumbs } from '../../site/parts/crumbs.ts'
import { charts } from '../all/index.ts'
import { SHEET_WIDTH } from '../sheet.ts'
import { chartTexts } from '../texts/charts.ts'

/** The list of charts. */
export const chartsPage = pageKind<true>({
  name: 'charts',
  paths: pathsOf('charts'),
  summary: { sv: 'Alla diagram.', en: 'All charts.' },
  examples: [addressOf('sv', 'charts')],
  read: async () => true,
  page(_data, { language }) {
    const text = chartTexts[language]
    return {
      title: text.all,
      description: text.lead,
      section: 'charts',
      main: html`${crumbs(language)}<h1>${text.all}</h1>
<p class="lead">${text.lead}</p>
<ul class="acts"><li><a href="${addressOf(language, 'explore')}">${text.explore}</a></li></ul>
<ul class="gallery">${charts.map(({ slug, title, how }) => {
        const href = addressOf(language, 'charts', slug)
        return html`<li><a href="${href}"><img src="${href.slice(0, -1)}.svg" alt="" loading="lazy" width="${SHEET_WIDTH}" height="${SHEET_WIDTH}"><span>${title[language]}</span></a><p class="sub">${how[language]}</p></li>\n`
      })}</ul>`,
    }
  },
  table: () => ({
    columns: ['chart', 'title_sv', 'title_en'],
    rows: charts.map(({ slug, title }) => [slug, title.sv, title.en]),
  }),
})
