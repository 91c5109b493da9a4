import type { Language } from '../../datasets/dataset.ts'
import { type Html, html } from '../../site/html.ts'
import { texts } from './texts.ts'

const STYLES = ['review.css', 'draft.css', 'boxes.css']

/** A page of the review, in one language, with a link to the other. */
export function shell(
  language: Language,
  { title, body }: { readonly title: string; readonly body: Html },
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${STYLES.map(
  (name) => html`<link rel="stylesheet" href="/page/${name}">
`,
)}
</head>
${body}
</html>
`.text
}

/** The link to the same page in the other language. */
export function languageLink(language: Language, path: string): Html {
  const other = language === 'sv' ? 'en' : 'sv'
  return html`<a href="${texts[other].prefix}${path}" hreflang="${other}" lang="${other}">${texts[language].otherLanguage}</a>`
}
