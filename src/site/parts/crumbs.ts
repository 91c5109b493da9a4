import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { frameTexts } from '../texts/frame.ts'

/** A link to a page above the current one. */
interface Step {
  readonly href: string
  readonly name: string
}

/**
 * Breadcrumbs: links to the pages above this one.
 *
 * @example crumbs(language, { href: addressOf(language, 'county'), name: 'Län' }) // start page, then Län
 */
export function crumbs(language: Language, ...steps: readonly Step[]): Html {
  const text = frameTexts[language]
  const all = [{ href: addressOf(language, 'start'), name: text.start }, ...steps]
  return html`<nav class="crumbs" aria-label="${text.where}"><ol>${all.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ol></nav>`
}
