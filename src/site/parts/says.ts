import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { sayTexts } from '../texts/says.ts'

/**
 * The sentences at the top of a page, ready to be quoted, with a button that copies them. Sentences that only say that
 * nothing is known have no button (`canCopy`).
 *
 * @example says(language, text.summary(agreements.length), { canCopy: agreements.length > 0 })
 */
export function says(language: Language, sentences: string, { canCopy = true } = {}): Html {
  const text = sayTexts[language]
  return html`<p class="says" id="says">${sentences}</p>
${canCopy ? html`<ul class="acts"><li><button class="quiet" data-copy="says" hidden>${text.copy}</button></li></ul>` : ''}`
}
