import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import type { TargetParts } from '../queries/fragments.graphql.ts'
import { targetTexts } from '../texts/targets.ts'

/** How a target reads before and after its number: "minst 15", "per år". */
export function targetWords(
  language: Language,
  { operator, per }: TargetParts,
): { before: string; after: string } {
  const text = targetTexts[language]
  return { before: text.operators[operator], after: per === null ? '' : text.per[per] }
}

/** A number large, with the words of its source. */
export function bigNumber(language: Language, target: TargetParts, words: Html, where: Html): Html {
  const { before, after } = targetWords(language, target)
  return html`<li><p class="n"><small>${before}</small> ${formats[language].number(target.value)}${after ? html` <small>${after}</small>` : ''}</p><p>${words}</p><p>${where}</p></li>`
}
