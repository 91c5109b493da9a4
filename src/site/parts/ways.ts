import { type AddressKind, addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { wayTexts } from '../texts/ways.ts'

/** Links to other views of the promises. */
const WAYS = ['explore', 'numbers', 'report', 'calendar', 'alike'] as const satisfies readonly AddressKind[]

/** Other views of the same data: by number, report, time and wording. */
export function ways(language: Language): Html {
  const text = wayTexts[language]
  return html`<nav aria-label="${text.heading}"><ul class="acts">${WAYS.map((kind) => html`<li><a href="${addressOf(language, kind)}">${text.names[kind]}</a></li>`)}</ul></nav>`
}
