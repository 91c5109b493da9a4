import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { sayTexts } from '../texts/says.ts'

/** The sentences at the head of a page, ready to print. Those that tell that we know nothing are not offered for copying. */
export function says(language: Language, sentences: string, { canCopy = true } = {}): Html {
  const text = sayTexts[language]
  return html`<p class="says" id="says">${sentences}</p>
${canCopy ? html`<ul class="acts"><li><button class="quiet" data-copy="says" hidden>${text.copy}</button></li></ul>` : ''}`
}
