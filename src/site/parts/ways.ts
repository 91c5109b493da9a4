import { type AddressKind, addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { wayTexts } from '../texts/ways.ts'

/** Links to other ways of looking at what was promised. */
const WAYS = ['explore', 'numbers', 'report', 'calendar', 'alike'] as const satisfies readonly AddressKind[]

/** Other ways of looking at the same: by number, report, time and wording. */
export function ways(language: Language): Html {
  const text = wayTexts[language]
  return html`<nav aria-label="${text.heading}"><ul class="acts">${WAYS.map((kind) => html`<li><a href="${addressOf(language, kind)}">${text.names[kind]}</a></li>`)}</ul></nav>`
}
