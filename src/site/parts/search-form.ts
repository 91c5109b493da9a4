import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { searchTexts } from '../texts/search.ts'

/** The field for searching. */
export function searchForm(language: Language, typed = ''): Html {
  const text = searchTexts[language]
  return html`<form class="find" action="${addressOf(language, 'search')}" role="search"><label for="q">${text.label}</label><input id="q" name="q" type="search" value="${typed}" placeholder="${text.placeholder}" autocomplete="off" maxlength="200"><button>${text.button}</button></form>`
}
