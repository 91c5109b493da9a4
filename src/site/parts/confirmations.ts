import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import type { ConfirmationParts } from '../queries/fragments.graphql.ts'
import { correctionTexts } from '../texts/corrections-box.ts'

/** Who has confirmed the facts of a page, in which role, and when. Nothing if nobody has. */
export function confirmationsOf(language: Language, all: readonly ConfirmationParts[]): Html {
  if (all.length === 0) return html``
  const text = correctionTexts[language]
  return html`<ul class="unclear small">${all.map(
    ({ confirmedBy, role, confirmedOn, agreement }) =>
      html`<li>${text.confirmed(confirmedBy, role, confirmedOn, agreement?.key ?? null)}</li>\n`,
  )}</ul>
`
}
