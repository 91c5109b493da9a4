import { addressOf, pathsOf } from '../addresses.ts'
import { documents, type ShownDocument } from '../documents.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { docsTexts } from '../texts/docs.ts'

/** A guide as a page. */
export const docPage = pageKind<ShownDocument>({
  name: 'doc',
  paths: pathsOf('docs', ':document'),
  summary: { sv: 'En vägledning, på engelska.', en: 'A guide.' },
  examples: documents.map(({ part }) => addressOf('sv', 'docs', part)),
  parts: async () => documents.map(({ part }) => part),
  read: async ({ parameters }) => documents.find(({ part }) => part === parameters.document) ?? null,
  page({ title, body }, { language }) {
    const text = docsTexts[language]
    return {
      title,
      description: `${text.title}: ${title}. ${text.description}`,
      section: 'exports',
      main: html`${crumbs(language, { href: addressOf(language, 'docs'), name: text.title })}<h1 lang="en">${title}</h1><div class="docs prose" lang="en">${body}</div>`,
    }
  },
})
