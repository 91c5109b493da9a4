import { addressOf, pathsOf } from '../addresses.ts'
import { documents, type ShownDocument } from '../documents.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { docsTexts } from '../texts/docs.ts'

/** The list of the documentation. */
export const docsPage = pageKind<readonly ShownDocument[]>({
  name: 'docs',
  paths: pathsOf('docs'),
  summary: { sv: 'Dokumentation.', en: 'Documentation.' },
  examples: ['/dokumentation/'],
  read: async () => documents,
  page(all, { language }) {
    const text = docsTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'exports',
      main: html`${crumbs(language)}<h1>${text.title}</h1><p class="lead">${text.description}</p>
<div class="prose"><h2>${text.data}</h2><p><a href="${addressOf(language, 'docs', 'data')}">${text.data}</a>. ${text.dataDescription}</p>
<h2>${text.guides}</h2><ul>${all.map(({ part, title }) => html`<li lang="en"><a href="${addressOf(language, 'docs', part)}">${title}</a></li>`)}</ul>
<h2>${text.try}</h2><p>${text.tryNote}</p><p><a class="button" href="${addressOf(language, 'query')}">${text.open}</a></p>
<ul><li><a href="/schema.graphql">schema.graphql</a></li><li><a href="/openapi.json">openapi.json</a></li></ul></div>`,
    }
  },
})
