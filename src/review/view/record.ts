import type { Language, Text } from '../../datasets/dataset.ts'
import { type Html, html } from '../../site/html.ts'
import { kindOf } from '../kinds/index.ts'
import type { Reference } from '../kinds/reference.ts'
import { GONE } from '../record/names.ts'
import { commitmentOf, type Place, placesOf } from '../record/places.ts'
import { statesOf } from '../record/states.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Shown } from '../server/reviews.ts'
import { followTexts } from './follow-texts.ts'
import { goneView } from './gone.ts'
import { texts } from './texts.ts'

/** The record, group by group: each value with its words, how it was read, and the decision about it. */
export function recordView(shown: Shown, reference: Reference, language: Language): Html {
  const { record } = shown.draft
  const groups = new Map<string, Place[]>()
  for (const place of placesOf(record)) {
    groups.set(place.group, [...(groups.get(place.group) ?? []), place])
  }
  const general = shown.hindrances.filter(({ value }) => value === null)
  return html`${reviewedView(record, language)}${general.length > 0 ? hindranceList(general, language) : ''}
${[...groups].map(([name, places]) => groupView(name, places, shown, reference, language))}
${rejectedView(record, language)}`
}

/** Who has reviewed the record, or had before its document changed. */
function reviewedView({ reviewed, reviewedBefore }: Unfinished, language: Language): Html {
  const text = texts[language]
  if (reviewed) return html`<p class="reviewed">${text.reviewed(reviewed)}</p>`
  return reviewedBefore ? html`<p class="reviewed">${text.reviewedBefore(reviewedBefore)}</p>` : html``
}

function groupView(
  name: string,
  places: readonly Place[],
  shown: Shown,
  reference: Reference,
  language: Language,
): Html {
  const text = texts[language]
  const states = statesOf(shown.draft.record)
  const waiting = places.filter(
    ({ value, kind }) => !states.has(value) && kind !== 'issue' && !shown.doubted.has(value),
  )
  const list = shown.lists.get(name)
  const heading = `g-${name}`
  const button = html`<button type="button" class="quiet" data-do="acceptGroup" data-group="${name}">${name === 'gone' ? text.keepGroup : text.acceptGroup} <kbd>g</kbd></button>`
  const whole = html`<button type="button" class="quiet" data-do="askList">${text.listMenu} <kbd>s</kbd></button>`
  return html`<section class="group" aria-labelledby="${heading}" ${list === undefined ? '' : html`data-list="${list}"`}>
<header><h3 id="${heading}">${groupName(name, shown.draft.record, language)}</h3>${list === undefined ? '' : whole}${waiting.length > 0 ? button : ''}</header>
<ul>
${places.map((place) => valueView(place, shown, reference, language))}</ul>
</section>
`
}

function groupName(name: string, record: Unfinished, language: Language): Html {
  const { groups } = texts[language]
  const [list, id] = record.promises.some((each) => each.id === name)
    ? ['promise', name]
    : record.activities.some((each) => each.id === name)
      ? ['activity', name]
      : [name, '']
  const label = Object.entries(groups).find(([each]) => each === list)?.[1] ?? list
  return html`${label}${id === '' ? '' : html` <small>${id}</small>`}`
}

function valueView(
  place: Place,
  { draft: { record }, hindrances, doubted }: Shown,
  reference: Reference,
  language: Language,
): Html {
  const text = texts[language]
  const { value, kind: name, group, item, quotes, words } = place
  const kind = kindOf(name)
  const state = statesOf(record).get(value) ?? 'undecided'
  const before = name === 'gone' ? goneView(record, place, reference, language) : null
  const says = before?.says ?? kind.says(record, place, reference)?.[language]
  const [main] = quotes
  const reading = record.reading.find((each) => each.value === value)
  const isDoubtful = name !== 'issue' && doubted.has(value)
  const asks = record.issues.find((issue) => issue.id === value)?.asks ?? null
  const wrong = hindrances.filter((each) => each.value === value)
  return html`<li class="value ${state}${name === 'issue' ? ' issue' : ''}" data-value="${value}" data-group="${group}" data-kind="${name}" data-item="${item ?? ''}" data-state="${state}" ${doubted.has(value) ? html`data-doubted` : ''} data-shows="${main ? value : `${item}.text`}" data-start="${(main ?? commitmentOf(record, item)?.text)?.at[0] ?? ''}" tabindex="-1">
<p class="what">${before?.label ?? kind.label[language]}</p>
<div class="content">
${says || words === null ? html`<p class="says">${says || '–'}</p>` : ''}${words === null ? '' : html`<q lang="sv">${words}</q>`}
${before ? html`<p class="reading">${before.state}</p>` : ''}
${reading ? html`<p class="reading">${text.rule} <code>${reading.rule}</code>, ${text.sure} ${reading.confidence.toLocaleString({ sv: 'sv-SE', en: 'en-GB' }[language])}</p>` : ''}
${wrong.length > 0 ? hindranceList(wrong, language) : ''}
<div class="actions">${actions(place, asks, language)}</div>
</div>
<p class="state">${isDoubtful ? html`<span class="chip doubtful">${text.doubtful}</span> ` : ''}<span class="chip ${state}">${text[state]}</span></p>
</li>
`
}

type AskedByIssue = Unfinished['issues'][number]['asks'] | null

/** The actions on a value. An issue that asks something is about the program: it can only be marked as seen. */
function actions({ kind: name }: Place, asks: AskedByIssue, language: Language): Html {
  const text = texts[language]
  const button = (action: string, label: string, key: string) =>
    html`<button type="button" data-do="${action}">${label} <kbd>${key}</kbd></button>`
  if (asks !== null) {
    const follow =
      asks === 'links'
        ? html`<button type="button" data-follow>${followTexts[language].follow}</button>`
        : html``
    return html`${follow}${button('accept', text.done, 'a')}`
  }
  const turn = { promise: text.toActivity, activity: text.toPromise }
  const { correct, reject } = kindOf(name)
  const isKept = name === 'issue' || name === 'gone'
  return html`${button('accept', isKept ? text.keep : text.accept, 'a')}${correct ? button('correct', text.correct, 'e') : ''}${
    reject ? button('reject', text.reject, 'x') : ''
  }${name === 'promise' || name === 'activity' ? button('turn', turn[name], 't') : ''}`
}

function hindranceList(hindrances: readonly { readonly message: Text }[], language: Language): Html {
  const rows = hindrances.map(({ message }) => html`<li>${message[language]}</li>`)
  return html`<ul class="hindrances" aria-label="${texts[language].hindrances}">${rows}</ul>`
}

/** Rejected values, which are no longer in the record. */
function rejectedView(record: Unfinished, language: Language): Html {
  const standing = new Set(placesOf(record).map(({ value }) => value))
  const rejected = record.review.filter(({ value, state }) => state === 'rejected' && !standing.has(value))
  if (rejected.length === 0) return html``
  const rows = rejected.map(
    ({ value, words }) =>
      html`<li class="rejected-value"><code>${value.replace(GONE, '')}</code>${words ? html` <q lang="sv">${words}</q>` : ''}</li>`,
  )
  return html`<section class="group" aria-labelledby="g-rejected">
<header><h3 id="g-rejected">${texts[language].rejectedHeading}</h3></header>
<ul>${rows}</ul>
</section>`
}
