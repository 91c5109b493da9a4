import { licence } from '../datasets/publication.ts'
import { type AddressKind, addressOf, queryAddress } from './addresses.ts'
import { assets, icon } from './assets.ts'
import { FEED_TYPE, feedPaths, feedTitle } from './feed.ts'
import { formats } from './formats.ts'
import { Html, html } from './html.ts'
import { type In, type Language, otherThan } from './language.ts'
import type { MenuItem, Setting, ShownPage } from './page-kind.ts'
import type { AskedQuery } from './query.ts'
import { frameTexts } from './texts/frame.ts'

/** The address of a page in each language. */
export type Paths = In<string>

/** What the frame needs to know about a page. */
interface Framing extends Pick<Setting, 'language' | 'url'> {
  readonly paths: Paths
  /** The newest release and the day of the data, if they are known. */
  readonly release?: string | undefined
  readonly date?: string | undefined
  /** The queries that made the page, and whether it is available as JSON and CSV. */
  readonly asked?: readonly AskedQuery[]
  readonly forms?: readonly string[]
  /** The chosen filters, as the query of the address: the other language keeps them. */
  readonly search?: string
}

/** The items of the main menu, in order. */
const MENU: readonly MenuItem[] = ['municipality', 'topic', 'agreement', 'charts', 'exports', 'about']

/** A whole page in its frame. */
export function framed(page: ShownPage, framing: Framing): string {
  const { language, url, paths } = framing
  const other = otherThan(language)
  const text = frameTexts[language]
  const isStart = !page.isUnlisted && paths[language] === addressOf(language, 'start')
  const title = isStart ? `${text.name}: ${text.tagline}` : `${page.title} – ${text.name}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${
  page.isUnlisted
    ? html`<meta name="robots" content="noindex">`
    : html`<link rel="canonical" href="${url}${paths[language]}">
<link rel="alternate" hreflang="sv" href="${url}${paths.sv}">
<link rel="alternate" hreflang="en" href="${url}${paths.en}">
<link rel="alternate" hreflang="x-default" href="${url}${paths.sv}">`
}
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:locale" content="${text.locale}">
<meta property="og:site_name" content="${text.name}">
${page.picture ? html`<meta property="og:image" content="${url}${page.picture}"><meta name="twitter:card" content="summary_large_image">` : ''}
<link rel="icon" href="${icon.path}" type="${icon.mediaType}">
<link rel="preload" href="${assets.sans.path}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.css.path}">
<script type="module" src="${assets.script.path}"></script>
<link rel="alternate" type="${FEED_TYPE}" title="${feedTitle(language)}" href="${feedPaths[language]}">
${(framing.forms ?? []).map((form) => html`<link rel="alternate" type="${isCsv(form) ? 'text/csv' : 'application/json'}" href="${form}">`)}
${page.links ?? ''}${page.linkedData ? dataBlock(page.linkedData) : ''}
</head>
<body data-suggestions="${addressOf(language, 'municipality')}names.json" data-copied="${text.copied}">
<a class="skip" href="#content">${text.skip}</a>
<header class="top"><div class="wrap">
<a class="mark" href="${addressOf(language, 'start')}">${text.name}</a>
<nav aria-label="${text.mainMenu}"><ul>${MENU.map((section) => html`<li><a href="${addressOf(language, section as AddressKind)}"${page.section === section ? new Html(' aria-current="true"') : ''}>${text.menu[section]}</a></li>`)}</ul></nav>
<a class="lang" href="${paths[other]}${framing.search}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a>
</div></header>
<main id="content"><div class="wrap">
${page.main}
${behind(language, framing)}
</div></main>
${foot(language, framing)}
</body>
</html>
`.text
}

function isCsv(form: string): boolean {
  return /\.csv(?:\?|$)/.test(form)
}

/** The same data in other formats, and the queries that produced them. */
function behind(language: Language, { asked = [], forms = [] }: Framing): Html {
  const text = frameTexts[language]
  if (forms.length === 0) return html``
  const links = new Map(
    asked.map(({ query, variables }) => [queryAddress(language, query.text, variables), query.name]),
  )
  return html`<nav class="behind" aria-label="${text.behind}"><p>${text.behind}</p><ul class="acts">
${forms.map((form) => html`<li><a href="${form}">${isCsv(form) ? 'CSV' : 'JSON'}</a></li>`)}
${[...links].map(([href, name], index) => html`<li><a href="${href}" rel="nofollow">GraphQL: ${name}${[...links.values()].indexOf(name) === index ? '' : html` <span class="num">(${index + 1})</span>`}</a></li>`)}
</ul></nav>`
}

function foot(language: Language, { release, date }: Framing): Html {
  const text = frameTexts[language]
  const link = (kind: AddressKind) =>
    html`<li><a href="${addressOf(language, kind)}">${text.foot[kind]}</a></li>`
  return html`<footer class="foot"><div class="wrap">
<div><p><strong>${text.fullName}</strong></p><p class="muted">${text.about} ${date ? text.dataOf(formats[language].day(date)) : ''}${release ? html` ${text.release} <a href="${addressOf(language, 'exports', release)}">${release}</a>.` : ''}</p></div>
<nav aria-label="${text.footMenu}"><ul>${(['method', 'corrections', 'newsrooms', 'officers', 'privacy'] as const).map(link)}</ul></nav>
<nav aria-label="${text.buildersMenu}"><ul>${(['exports', 'query', 'docs', 'feed', 'status', 'accessibility'] as const).map(link)}</ul></nav>
<p class="muted">${text.free} <a href="${licence.url}" rel="license">CC0 1.0</a>. ${text.cite}</p>
</div></footer>`
}

/** JSON-LD in a page: data, which browsers do not run. A `<` in it cannot end the block or begin a comment. */
function dataBlock(linkedData: object): Html {
  const json = JSON.stringify(linkedData).replaceAll('<', '\\u003c')
  return new Html(`<script type="application/ld+json">${json}</script>`)
}
