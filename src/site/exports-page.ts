import { totalsNote } from '../datasets/publication.ts'
import { feedPaths } from './feed.ts'
import { Html, html } from './html.ts'
import { page } from './layout.ts'
import { type Language, texts } from './texts.ts'

/** What the page shows of a release. */
export interface ListedRelease {
  readonly release: string
  readonly revision: number
  readonly date: string
  readonly datasets: readonly {
    readonly name: string
    readonly title: { readonly [L in Language]: string }
    readonly description: { readonly [L in Language]: string }
    readonly rows: number
  }[]
  readonly files: readonly {
    readonly path: string
    readonly dataset: string | null
    readonly bytes: number
  }[]
}

/**
 * The page that lists the releases, the newest with all its files. `linkedData` is what search engines read of it.
 */
export function exportsPage(
  language: Language,
  releases: readonly ListedRelease[],
  linkedData: object | null,
): string {
  const text = texts[language]
  const [latest] = releases
  return page(
    language,
    text.exportsHeading,
    { sv: '/exports/', en: '/en/exports/' },
    html`
<p>${text.exports} ${text.verify}</p>
${latest ? filesOf(language, latest) : html`<p>${text.noRelease}</p>`}
<h2>${text.releasesHeading}</h2>
<p>${text.feed} <a href="${feedPaths[language]}">${feedPaths[language].slice(1)}</a></p>
<ul>
${releases.map(
  ({
    release,
    date,
  }) => html`<li><a href="/exports/${release}/index.json">${release}</a>, ${text.date.toLowerCase()} ${date}</li>
`,
)}
</ul>
<p>${totalsNote[language]}</p>
${linkedData ? dataBlock(linkedData) : ''}`,
  )
}

/** JSON-LD in a page: data, which no browser runs. In it a `<` can't end the block or begin a comment. */
function dataBlock(linkedData: object): Html {
  const json = JSON.stringify(linkedData).replaceAll('<', '\\u003c')
  return new Html(`<script type="application/ld+json">${json}</script>`)
}

function filesOf(language: Language, { release, date, datasets, files }: ListedRelease): Html {
  const text = texts[language]
  const number = (value: number) => value.toLocaleString(text.locale)
  const link = ({ path, bytes }: ListedRelease['files'][number]) =>
    html`<a href="/exports/latest/${path}">${path}</a> (${number(bytes)} ${text.bytes}) `
  return html`
<h2>${text.latest}: ${release}</h2>
<p>${text.date} ${date}. ${text.about}: ${files.filter(({ dataset }) => dataset === null).map(link)}
<a href="/exports/latest/index.json">index.json</a> <a href="/exports/latest/SHA256SUMS">SHA256SUMS</a></p>
<p>${text.catalogue} <a href="/catalog.rdf">RDF/XML</a> <a href="/catalog.ttl">Turtle</a> <a href="/catalog.jsonld">JSON-LD</a></p>
<div class="scroll"><table>
<thead><tr><th>${text.dataset}</th><th class="number">${text.rows}</th><th>${text.files}</th></tr></thead>
<tbody>
${datasets.map(
  ({ name, title, description, rows }) => html`<tr>
<td><strong>${title[language]}</strong><br>${description[language]}</td>
<td class="number">${number(rows)}</td>
<td>${files.filter(({ dataset }) => dataset === name).map((file) => html`<div>${link(file)}</div>`)}</td>
</tr>
`,
)}
</tbody>
</table></div>`
}
