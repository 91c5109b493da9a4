import { licence, title } from '../datasets/publication.ts'
import { FEED_TYPE, feedPaths, feedTitle } from './feed.ts'
import { Html, html } from './html.ts'
import { type Language, texts } from './texts.ts'

/** Where a page stands in each language. */
export type Paths = { readonly [L in Language]: string }

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); }
html { background: Canvas; color: CanvasText; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
header, footer { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; }
header { border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .5rem; }
h1 { font-size: 1.8rem; line-height: 1.2; }
table { border-collapse: collapse; width: 100%; }
ul.files { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; margin: 0; padding: 0; }
small { color: color-mix(in srgb, currentColor 80%, transparent); font-weight: normal; }
ul small { white-space: nowrap; }
blockquote { border-left: 3px solid var(--line); margin: 0; overflow-wrap: anywhere; padding-left: 1rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
td.number, th.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; }
pre { border: 1px solid var(--line); overflow-x: auto; padding: .8rem; }
code { overflow-wrap: anywhere; }
dl { display: grid; gap: .2rem 1rem; grid-template-columns: max-content 1fr; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (width > 40rem) { .stacked th[scope=row], .stacked th:last-child { width: 46%; } }
@media (width <= 40rem) {
  .stacked thead { clip-path: inset(50%); position: absolute; }
  .stacked tr { border-bottom: 1px solid var(--line); display: block; padding: .6rem 0; }
  .stacked tr :is(th, td) { border: 0; display: block; padding: .1rem 0; text-align: left; }
  .stacked [data-label]::before { content: attr(data-label) ": "; }
}
@media print {
  body { max-width: none; padding: 0; }
  pre { white-space: pre-wrap; }
  tr, pre, blockquote { break-inside: avoid; }
}
`

/** A whole page, in one language, with the way to the other. */
export function page(language: Language, heading: string, paths: Paths, main: Html): string {
  const other = language === 'sv' ? 'en' : 'sv'
  const text = texts[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading === title[language] ? heading : `${heading} – ${title[language]}`}</title>
<link rel="icon" href="data:,">
<link rel="alternate" hreflang="${other}" href="${paths[other]}">
<link rel="alternate" type="${FEED_TYPE}" title="${feedTitle(language)}" href="${feedPaths[language]}">
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<a href="${text.home}">${title[language]}</a>
<a href="${paths[other]}" hreflang="${other}" lang="${other}">${text.otherLanguage}</a>
</header>
<main>
<h1>${heading}</h1>
${main}
</main>
<footer>
<span>${text.licence} <a href="${licence.url}" rel="license">${licence.name}</a></span>
</footer>
</body>
</html>
`.text
}
