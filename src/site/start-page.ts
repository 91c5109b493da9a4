import { description, title, totalsNote } from '../datasets/publication.ts'
import { codeBlock } from './code-block.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { type Language, texts } from './texts.ts'

/** What the start page shows of the data. */
export interface Overview {
  readonly revision: { readonly number: number; readonly date: string }
  readonly counts: {
    readonly rows: { readonly promises: number; readonly activities: number }
    readonly agreements: { readonly transcribed: number; readonly catalogued: number }
    /** Of the transcribed ones, those that nobody has reviewed. */
    readonly drafts: number
    readonly municipalities: { readonly [state: string]: number }
  }
  /** The newest release, if there is one. */
  readonly release: string | null
}

const FIRST_QUERY = '{ municipality(code: "0685") { name agreements(first: 10) { nodes { key title } } } }'

/** The start page: what the data set is, and the two ways to it. */
export function startPage(
  language: Language,
  { revision, counts, release }: Overview,
  publicUrl: string,
): string {
  const text = texts[language]
  const number = (value: number) => value.toLocaleString(text.locale)
  return page(
    language,
    title[language],
    { sv: '/', en: '/en/' },
    html`
<p>${description[language]}</p>
<h2>${text.graphqlHeading}</h2>
<p>${text.graphql} <a href="/graphql">${publicUrl}/graphql</a>. ${text.schema} <a href="/schema.graphql">schema.graphql</a>.</p>
<h3>${text.firstQuery}</h3>
${codeBlock(
  text.firstQuery,
  `curl ${publicUrl}/graphql -H 'content-type: application/json' \\
  -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
)}
<h2>${text.exportsHeading}</h2>
<p>${text.exports} <a href="${text.exportsPath}">${text.allReleases}</a>.</p>
${
  release === null
    ? html`<p>${text.noRelease}</p>`
    : html`<p>${text.latest}: ${release} –
<a href="/exports/latest/agreements.csv">agreements.csv</a>,
<a href="/exports/latest/activities.csv">activities.csv</a>,
<a href="/exports/${release}/index.json">index.json</a></p>`
}
<h2>${text.contents}</h2>
<dl>
<dt>${text.revision}</dt><dd>${revision.number}</dd>
<dt>${text.date}</dt><dd>${revision.date}</dd>
<dt>${text.transcribed}</dt><dd>${number(counts.agreements.transcribed)}</dd>
${counts.drafts > 0 ? html`<dt>${text.drafts}</dt><dd>${number(counts.drafts)}</dd>` : ''}
<dt>${text.promises}</dt><dd>${number(counts.rows.promises)}</dd>
<dt>${text.activities}</dt><dd>${number(counts.rows.activities)}</dd>
<dt>${text.catalogued}</dt><dd>${number(counts.agreements.catalogued)}</dd>
<dt>${text.municipalities}</dt><dd>${text.municipalityStates(counts.municipalities)}</dd>
</dl>
<p>${totalsNote[language]}</p>
<h2>${text.operators}</h2>
<p>${text.routes} <a href="/openapi.json">openapi.json</a>.</p>`,
  )
}
