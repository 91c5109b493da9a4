import { html } from './html.ts'
import { page } from './layout.ts'
import type { Language } from './texts.ts'

/** A page for what went wrong with a request, for a browser. */
export function problemPage(language: Language, heading: string, detail: string): string {
  return page(language, heading, { sv: '/', en: '/en/' }, html`<p>${detail}</p>`)
}
