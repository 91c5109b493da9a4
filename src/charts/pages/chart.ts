import { addressOf, pathsOf } from '../../site/addresses.ts'
import { type Html, html } from '../../site/html.ts'
import { pageKind, type Setting } from '../../site/page-kind.ts'
import { cite } from '../../site/parts/cite.ts'
import { crumbs } from '../../site/parts/crumbs.ts'
import { says } from '../../site/parts/says.ts'
import { charts } from '../all/index.ts'
import type { MadeChart } from '../chart.ts'
import { chartJson } from '../files.ts'
import { originOf } from '../origin.ts'
import { light } from '../palette.ts'
import { embedAddresses, embedCode } from '../parts/embed-codes.ts'
import { pngOf } from '../png.ts'
import { sheet, showFigure } from '../sheet.ts'
import { chartTexts } from '../texts/charts.ts'

/** The files of a chart: pictures and data. */
const FORMS = ['png', 'svg', 'csv', 'json'] as const

/** A chart: the figure, the table, and the files. */
export const chartPage = pageKind<MadeChart>({
  name: 'chart',
  paths: pathsOf('charts', ':chart'),
  summary: { sv: 'Ett diagram.', en: 'A chart.' },
  examples: charts.map(({ slug }) => addressOf('sv', 'charts', slug)),
  parts: async () => charts.map(({ slug }) => slug),
  read: async ({ ask, day, parameters }) =>
    (await charts.find(({ slug }) => slug === parameters.chart)?.make(ask, day)) ?? null,
  page(made, setting) {
    const { language, path, url } = setting
    const text = chartTexts[language]
    const { heads, rows } = made.shown(language)
    return {
      title: made.title[language],
      description: made.says(language),
      section: 'charts',
      picture: formPath(path, 'png'),
      links: html`<link rel="alternate" type="application/json+oembed" href="${url}/oembed?url=${encodeURIComponent(`${url}${path}`)}" title="${made.title[language]}">`,
      main: html`${crumbs(language, { href: addressOf(language, 'charts'), name: text.all })}<h1>${made.title[language]}</h1>
${says(language, made.says(language))}
<figure class="chart"><p class="sub measure">${made.how[language]}</p>${showFigure(made.figure(language), language)}
<figcaption>${made.notes(language).map((note) => html`<p class="cap measure">${note}</p>`)}</figcaption></figure>
<section class="cols"><div><h2 class="minor">${text.take}</h2><ul class="acts">${FORMS.map((form) => html`<li><a href="${formPath(path, form)}">${form.toUpperCase()}</a></li>`)}</ul></div>
${cite(setting, made.title[language])}</section>
${embedding(made, setting)}
<section aria-labelledby="rows"><h2 class="minor" id="rows">${text.rows}</h2><details><summary>${text.show(rows.length)}</summary><div class="scroll" tabindex="0" role="group" aria-labelledby="rows"><table class="num"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div></details></section>`,
    }
  },
  table: ({ table }) => table,
  files: {
    '.svg': {
      mediaType: 'image/svg+xml',
      write: (made, setting) => sheetFor(made, setting),
    },
    '.png': {
      mediaType: 'image/png',
      write: (made, setting) => pngOf(sheetFor(made, setting)),
    },
    '.csv': { mediaType: 'text/csv', write: ({ table }) => table },
    '.json': {
      mediaType: 'application/json',
      write: (made, setting) => chartJson(made, setting.language, originOf(setting)),
    },
  },
})

function sheetFor(made: MadeChart, setting: Setting): string {
  return sheet(made, { language: setting.language, palette: light, origin: originOf(setting) })
}

/** /diagram/amnen/ and svg give /diagram/amnen.svg. */
function formPath(path: string, form: string): string {
  return `${path.slice(0, -1)}.${form}`
}

function embedding(made: MadeChart, setting: Setting): Html {
  const text = chartTexts[setting.language]
  const { newest, pinned } = embedAddresses(made.slug, setting)
  const code = (id: string, explained: string, address: string) =>
    html`<div><p class="sub">${explained}</p><pre id="${id}" tabindex="0" role="group" aria-label="${explained}">${embedCode(made, address, setting)}</pre><ul class="acts"><li><button class="quiet" data-copy="${id}" hidden>${text.copy}</button></li></ul></div>`
  return html`<section aria-labelledby="embed"><h2 class="minor" id="embed">${text.embed}</h2><div class="cols">
${pinned ? code('embed-pinned', text.pinned(setting.releases[0]?.release ?? ''), pinned) : ''}${code('embed-newest', text.newest, newest)}</div></section>`
}
