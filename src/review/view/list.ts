import type { Language } from '../../datasets/dataset.ts'
import { html } from '../../site/html.ts'
import { optionName, type Reference } from '../kinds/reference.ts'
import type { DraftSummary } from '../server/reviews.ts'
import { languageLink, shell } from './shell.ts'
import { texts } from './texts.ts'

const ORDER = ['begun', 'new', 'unreadable', 'finished'] as const

/** The page of all drafts: those that somebody has begun first, those that are finished last. */
export function listPage(
  drafts: readonly DraftSummary[],
  { municipalities }: Reference,
  language: Language,
): string {
  const text = texts[language]
  const sorted = drafts.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  const rows = sorted.map(({ name, state, title, municipalities: codes, values, undecided, fault }) => {
    const places = codes.map((code) => optionName(municipalities, code)[language]).join(', ')
    const link = html`<a href="${text.prefix}/drafts/${encodeURIComponent(name)}">${name}</a>`
    return html`<tr>
<th scope="row">${state === 'unreadable' ? name : link}</th>
<td>${places}</td>
<td>${title ?? ''}${fault === null ? '' : html`<pre>${fault}</pre>`}</td>
<td><span class="chip ${state}">${text.states[state]}</span></td>
<td class="number">${state === 'unreadable' ? '' : text.leftOf(undecided, values)}</td>
</tr>
`
  })
  const table = html`<table>
<thead><tr><th scope="col">${text.agreement}</th><th scope="col">${text.place}</th><th scope="col">${text.title}</th>
<th scope="col">${text.state}</th><th scope="col" class="number">${text.left}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
  const body = html`<body class="list">
<header><h1>${text.listHeading}</h1>${languageLink(language, '/')}</header>
<main>${drafts.length === 0 ? html`<p>${text.noDrafts}</p>` : table}</main>
</body>`
  return shell(language, { title: text.listHeading, body })
}
