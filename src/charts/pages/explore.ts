import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { addressOf, municipalityPart, pathsOf } from '../../site/addresses.ts'
import { Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { pageKind, type Setting } from '../../site/page-kind.ts'
import { cite } from '../../site/parts/cite.ts'
import { crumbs } from '../../site/parts/crumbs.ts'
import { says } from '../../site/parts/says.ts'
import { valueWords } from '../../site/vocabulary-words.ts'
import { choiceLabel, type Explored, explore, ROWS_IN_FILE } from '../explore/explored.ts'
import type { ExploredRow } from '../explore/rows.ts'
import { choiceNames, exploredKinds, groupings, isOf, searchOf, viewNames } from '../explore/view.ts'
import { chartJson } from '../files.ts'
import { originOf } from '../origin.ts'
import { light } from '../palette.ts'
import { embedCode } from '../parts/embed-codes.ts'
import { pngOf } from '../png.ts'
import { sheet, showFigure } from '../sheet.ts'
import { chartTexts } from '../texts/charts.ts'
import { exploreTexts } from '../texts/explore.ts'

/** The files of the view. */
const FORMS = ['png', 'svg', 'csv', 'json'] as const

/** Promises, activities, agreements and reports, filtered, as a table and a chart. All choices are in the address. */
export const explorePage = pageKind<Explored>({
  name: 'explore',
  paths: pathsOf('explore'),
  summary: { sv: 'Utforska: urval som tabell och diagram.', en: 'Explore: a selection as table and chart.' },
  search: viewNames,
  examples: [
    '/utforska/',
    '/utforska/?visa=aktiviteter&efter=lan&raknar=TRAFFIC_CHECKS',
    '/utforska/?visa=avtal&efter=amne&lan=06',
    '/utforska/?visa=redovisningar&efter=utfall',
    '/utforska/?efter=redovisat&ord=zzz',
  ],
  read: explore,
  page(explored, setting) {
    const { language, path } = setting
    const text = exploreTexts[language]
    const { view, chart, found } = explored
    const search = searchOf(view)
    const address = `${path}${search}`
    return {
      title: search === '' ? text.title : chart.title[language],
      description: search === '' ? text.description : chart.says(language),
      section: 'charts',
      isUnlisted: search !== '',
      picture: `${path.slice(0, -1)}.png${search}`,
      main: html`${crumbs(language, { href: addressOf(language, 'charts'), name: chartTexts[language].all })}<h1>${text.title}</h1>
<p class="lead">${text.description}</p>
${choicesForm(language, explored)}
${says(language, chart.says(language))}
<section class="chart" aria-labelledby="chart"><h2 class="minor" id="chart">${chart.title[language]}</h2><figure><p class="sub measure">${chart.how[language]}</p>${showFigure(chart.figure(language), language)}
<figcaption>${chart.notes(language).map((note) => html`<p class="cap measure">${note}</p>`)}</figcaption></figure>
<ul class="acts">${FORMS.map((each) => html`<li><a href="${path.slice(0, -1)}.${each}${search}">${each.toUpperCase()}<span class="vh"> (${text.chart})</span></a></li>`)}</ul></section>
${rows(language, found, `${path}index.csv${search}`)}
${viewEmbedding(explored, setting, search)}
<section class="cols">${cite({ ...setting, path: address }, chart.title[language])}</section>`,
    }
  },
  table: ({ found }, { language }) => ({
    columns: ['id', 'municipality_codes', 'municipalities', 'when', 'text', 'is_quote', 'target', 'state'],
    rows: found.rows.map((row) => [
      row.key,
      row.municipalities.map(({ code }) => code).join('|'),
      row.municipalities.map(({ name }) => name).join('|'),
      row.when(language),
      row.words(language),
      String(row.isQuoted),
      row.target(language),
      row.state.toLowerCase(),
    ]),
  }),
  files: {
    '.svg': { mediaType: 'image/svg+xml', write: drawing },
    '.png': { mediaType: 'image/png', write: (explored, setting) => pngOf(drawing(explored, setting)) },
    '.csv': { mediaType: 'text/csv', write: ({ chart }) => chart.table },
    '.json': {
      mediaType: 'application/json',
      write: ({ chart }, setting) => chartJson(chart, setting.language, originOf(setting)),
    },
  },
})

function drawing({ chart }: Explored, setting: Setting): string {
  return sheet(chart, { language: setting.language, palette: light, origin: originOf(setting) })
}

/** The form: its values become the address. */
function choicesForm(language: Language, { view, choices, data }: Explored): Html {
  const text = exploreTexts[language]
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? new Html(' selected') : ''}>${label}</option>`
  const fields = choiceNames
    .filter((name) => isOf(view.kind, name))
    .map((name) => {
      const values = choices[name]
      const chosen = view.chosen[name]
      return values === null
        ? html`<label>${text.choices[name]} <input name="${name}" value="${chosen ?? ''}" maxlength="100" autocomplete="off"></label>`
        : html`<label>${text.choices[name]} <select name="${name}">${option('', text.all, chosen)}${values.map((value) => option(value, choiceLabel(language, name, value, data), chosen))}</select></label>`
    })
  return html`<form class="explore" action="${addressOf(language, 'explore')}">
<label>${text.show} <select name="visa">${exploredKinds.map((kind) => option(kind, text.kinds[kind], view.kind))}</select></label>
<label>${text.by} <select name="efter">${groupings.filter((by) => isOf(view.kind, by)).map((by) => option(by, text.groupings[by], view.by))}</select></label>
${fields}
<p><button class="button">${text.submit}</button> <a href="${addressOf(language, 'explore')}">${text.reset}</a></p></form>`
}

function rows(language: Language, { rows, totalCount }: Explored['found'], csv: string): Html {
  const text = exploreTexts[language]
  if (totalCount === 0) return html``
  return html`<section aria-labelledby="rows"><h2 class="minor" id="rows">${text.rows}</h2><p class="sub measure">${text.shown(rows.length, totalCount, ROWS_IN_FILE)} <a href="${csv}">${text.rowsCsv}</a></p><div class="scroll" tabindex="0" role="group" aria-labelledby="rows"><table class="num"><thead><tr><th scope="col">${text.municipality}</th><th scope="col">${text.when}</th><th scope="col">${text.what}</th><th scope="col">${text.target}</th><th scope="col">${text.reportedHead}</th></tr></thead><tbody>
${rows.map((each) => exploredRow(language, each))}</tbody></table></div></section>`
}

function exploredRow(language: Language, each: ExploredRow): Html {
  const names = each.municipalities.map(
    (place, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'municipality', municipalityPart(place))}">${place.name}</a>`,
  )
  const words = each.words(language)
  const state = exploreTexts[language].reported[each.state] ?? valueWords(language, outcomeState, each.state)
  return html`<tr><th scope="row">${names}</th><td>${each.when(language)}</td><td><a href="${each.href(language)}">${each.isQuoted ? html`<q lang="sv">${words}</q>` : words}<span class="vh"> ${each.key}</span></a></td><td>${each.target(language) ?? '–'}</td><td>${state}</td></tr>\n`
}

function viewEmbedding({ chart }: Explored, setting: Setting, search: string): Html {
  const text = exploreTexts[setting.language]
  const address = `${setting.url}${addressOf(setting.language, 'exploreEmbed')}${search}`
  return html`<section aria-labelledby="embed"><h2 class="minor" id="embed">${text.embed}</h2><p class="sub">${text.newest}</p><pre id="embed-newest" tabindex="0" role="group" aria-label="${text.newest}">${embedCode(chart, address, setting)}</pre><ul class="acts"><li><button class="quiet" data-copy="embed-newest" hidden>${text.copy}</button></li></ul></section>`
}
