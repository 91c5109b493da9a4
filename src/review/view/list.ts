import type { Language } from '../../datasets/dataset.ts'
import { type Html, html } from '../../site/html.ts'
import { optionName, type Reference } from '../kinds/reference.ts'
import { countsOfQueue, filteredQueue, type QueueFilter, type QueueRow, queueStates } from '../queue/queue.ts'
import { languageLink, shell } from './shell.ts'
import { texts } from './texts.ts'

/** How many rows are shown at once. */
export const ROWS_SHOWN_MAX = 200

/** The contents of the list. */
interface ShownQueue {
  readonly rows: readonly QueueRow[]
  readonly filter: QueueFilter
  /** Who reviews, if the command was given it. */
  readonly by: string | null
  readonly token: string
}

/** The page of everything to be done, with counts of what is left. */
export function listPage(
  { rows, filter, by, token }: ShownQueue,
  { municipalities }: Reference,
  language: Language,
): string {
  const text = texts[language]
  const nameOf = (code: string) => optionName(municipalities, code)[language]
  const found = filteredQueue(rows, filter, nameOf)
  const shown = found.slice(0, ROWS_SHOWN_MAX)
  const table = html`<table>
<thead><tr><th scope="col">${text.agreement}</th><th scope="col">${text.place}</th><th scope="col">${text.title}</th>
<th scope="col">${text.state}</th><th scope="col" class="number">${text.left}</th><th scope="col" class="number">${text.doubted}</th>
<th scope="col">${text.takenBy}</th></tr></thead>
<tbody>
${shown.map((row) => rowView(row, nameOf, language))}</tbody>
</table>`
  const body = html`<body class="list" data-token="${token}">
<header><h1>${text.listHeading}</h1>${languageLink(language, '/')}</header>
<main>
<p>${rows.some(({ draft }) => draft !== null) ? '' : html`${text.noDrafts} `}${text.counts(countsOfQueue(rows))}</p>
${filterForm(rows, filter, by, language)}
<p id="status" role="status">${found.length === 0 ? text.noMatch : text.shownOf(shown.length, found.length)}</p>
${found.length === 0 ? '' : table}
</main>
<script type="module" src="/page/list.js"></script>
</body>`
  return shell(language, { title: text.listHeading, body })
}

function filterForm(
  rows: readonly QueueRow[],
  { words, state, who }: QueueFilter,
  by: string | null,
  language: Language,
): Html {
  const text = texts[language]
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`
  const people = [...new Set(rows.flatMap(({ claims }) => claims.map((claim) => claim.by)))].sort()
  return html`<form class="filter" method="get" action="${text.prefix}/">
<label>${text.search} <input type="search" name="q" value="${words}" placeholder="${text.searchHint}"></label>
<label>${text.state} <select name="state">${option('', text.allStates, state)}${queueStates.map((each) => option(each, text.states[each], state))}</select></label>
<label>${text.takenBy} <select name="who">${option('', text.anybody, who)}${option('free', text.nobody, who)}${people.map((each) => option(each, each, who))}</select></label>
<button type="submit">${text.filter}</button>
<label class="own">${text.yourName} <input id="by" autocomplete="name" value="${by ?? ''}"></label>
</form>`
}

function rowView(
  { name, state, municipalities, about, url, draft, claims }: QueueRow,
  nameOf: (code: string) => string,
  language: Language,
): Html {
  const text = texts[language]
  const link = html`<a href="${text.prefix}/drafts/${encodeURIComponent(name)}">${name}</a>`
  const counted = draft !== null && state !== 'unreadable'
  return html`<tr>
<th scope="row">${counted ? link : name}</th>
<td>${municipalities.map(nameOf).join(', ')}</td>
<td>${about[language]}${url === null ? '' : html` <a href="${url}" rel="noreferrer">${text.source}</a>`}${draft?.fault ? html`<pre>${draft.fault}</pre>` : ''}</td>
<td><span class="chip ${state}">${text.states[state]}</span></td>
<td class="number">${counted ? text.leftOf(draft.undecided, draft.values) : ''}</td>
<td class="number">${counted ? draft.doubted : ''}</td>
<td class="claims" data-claimed="${claims.map(({ by }) => by).join('\n')}">${claims.map(({ by }) => by).join(', ')} <button type="button" class="quiet" data-claim="${name}" data-take="${text.take}" data-leave="${text.leave}" aria-label="${text.takeNamed(name)}" data-take-label="${text.takeNamed(name)}" data-leave-label="${text.leaveNamed(name)}">${text.take}</button></td>
</tr>
`
}
