import { addressOf, pathsOf } from './addresses.ts'
import { framed } from './frame.ts'
import { html } from './html.ts'
import type { Language } from './language.ts'
import { searchForm } from './parts/search-form.ts'
import { frameTexts } from './texts/frame.ts'

/** A page that explains a failed request to a person using a browser. */
export function problemPage(language: Language, heading: string, detail: string): string {
  const text = frameTexts[language]
  return framed(
    {
      title: heading,
      description: detail,
      isUnlisted: true,
      main: html`<h1>${heading}</h1>
<p class="lead">${detail}.</p>
${searchForm(language)}
<p class="sub"><a href="${addressOf(language, 'start')}">${text.start}</a></p>`,
    },
    { language, url: '', paths: pathsOf('start') },
  )
}
