import type { Column, Dataset } from '../../datasets/dataset.ts'
import { datasetNames, datasets } from '../../datasets/index.ts'
import { addressOf, pathsOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { docsTexts } from '../texts/docs.ts'

const all: readonly Dataset[] = datasetNames.map((name) => datasets[name])

/** What each column of each dataset means. */
export const dictionaryPage = pageKind<readonly Dataset[]>({
  name: 'dictionary',
  paths: { sv: `${pathsOf('docs').sv}data/`, en: `${pathsOf('docs').en}data/` },
  summary: { sv: 'Vad varje kolumn betyder.', en: 'What each column means.' },
  examples: [addressOf('sv', 'docs', 'data')],
  read: async () => all,
  page(shown, { language }) {
    const text = docsTexts[language]
    return {
      title: text.data,
      description: text.dataDescription,
      section: 'exports',
      main: html`${crumbs(language, { href: addressOf(language, 'docs'), name: text.title })}<h1>${text.data}</h1><p class="lead">${text.dataDescription}</p>
<nav aria-label="${text.data}"><ul class="counties">${shown.map(({ name, title }) => html`<li><a href="#${name}">${title[language]}</a></li>`)}</ul></nav>
${shown.map((dataset) => datasetSection(language, dataset))}`,
    }
  },
  table: (shown, { language }) => ({
    columns: ['dataset', 'column', 'title', 'description', 'empty'],
    rows: shown.flatMap(({ name, columns }) =>
      Object.entries(columns).map(([column, each]) => [
        name,
        snake(column),
        each.title[language],
        each.description[language],
        each.absent?.[language] ?? null,
      ]),
    ),
  }),
})

function datasetSection(language: Language, { name, title, description, columns }: Dataset): Html {
  const text = docsTexts[language]
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${title[language]} <code>${name}</code></h2><p class="sub measure">${description[language]}</p><dl class="list-of">${Object.entries(
    columns,
  ).map(
    ([column, each]) =>
      html`<div><dt id="${name}.${snake(column)}">${each.title[language]}<br><code>${snake(column)}</code></dt><dd>${each.description[language]}${
        each.absent ? html`<br><span class="muted">${text.empty}: ${each.absent[language]}</span>` : ''
      }${values(language, each)}</dd></div>\n`,
  )}</dl></section>\n`
}

function values(language: Language, column: Column): Html | '' {
  if (!('values' in column) || typeof column.values !== 'object' || column.values === null) return ''
  const { values: listed } = column.values as {
    readonly values?: { readonly [value: string]: { readonly sv: string; readonly en: string } }
  }
  if (!listed) return ''
  return html`<details class="small"><summary>${docsTexts[language].values}</summary><dl class="pairs">${Object.entries(
    listed,
  ).map(([value, label]) => html`<dt><code>${value}</code></dt><dd>${label[language]}</dd>`)}</dl></details>`
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
