import { type AddressKind, addressOf, pathsOf } from './addresses.ts'
import { type Html, html } from './html.ts'
import type { In, Language } from './language.ts'
import { type AnyPageKind, pageKind, type Setting } from './page-kind.ts'
import { crumbs } from './parts/crumbs.ts'
import { frameTexts } from './texts/frame.ts'

/** A page that is text alone. */
interface TextPage {
  readonly title: string
  readonly description: string
  /** The text below the heading. `to` gives the addresses of other pages in this language. */
  main(to: (kind: AddressKind) => string, setting: Setting): Html
}

/** A page kind with one page, whose text does not depend on the data. */
export function textPage(kind: AddressKind, texts: In<TextPage>): AnyPageKind {
  return pageKind<In<TextPage>>({
    name: kind,
    paths: pathsOf(kind),
    summary: { sv: `${texts.sv.title}.`, en: `${texts.en.title}.` },
    examples: [addressOf('sv', kind)],
    read: async () => texts,
    page(all, setting) {
      const { language } = setting
      const { title, description, main } = all[language]
      return {
        title,
        description,
        section: 'about',
        main: html`${crumbs(language, ...above(language, kind))}<h1>${title}</h1>
<p class="lead">${description}</p>
<div class="prose">${main((other) => addressOf(language, other), setting)}</div>`,
      }
    },
  })
}

function above(language: Language, kind: AddressKind) {
  if (kind === 'about') return []
  return [{ href: addressOf(language, 'about'), name: frameTexts[language].menu.about }]
}

/** How to contact the publisher of the data, or that this copy of the site does not name one. */
export function contact(language: Language, { publisher }: Setting): Html {
  if (publisher) return html`<a href="mailto:${publisher.email}">${publisher.email}</a> (${publisher.name})`
  return html`${language === 'sv' ? 'den som driver den här kopian av webbplatsen; ingen adress är angiven' : 'whoever runs this copy of the site; no address is stated'}`
}
