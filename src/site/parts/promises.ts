import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { addressOf } from '../addresses.ts'
import { capital } from '../capitals.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import type { ActivityParts, OutcomeParts, PromiseParts } from '../queries/fragments.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { valueWords } from '../vocabulary-words.ts'
import { commitmentWords } from './commitment-words.ts'
import type { MarkedQuote } from './marked-words.ts'
import { targetLink } from './targets.ts'

/** A quote with its document. */
interface DocumentQuote extends MarkedQuote {
  readonly document: { readonly key: string }
}

type ShownPromise = PromiseParts & { readonly quotes?: readonly DocumentQuote[] }
type ShownActivity = ActivityParts & { readonly quotes?: readonly DocumentQuote[] }

/** The promises of an agreement, as far as they are transcribed. */
interface Promising {
  readonly promises: { readonly nodes: readonly ShownPromise[] } | null
  readonly activities: { readonly nodes: readonly ShownActivity[] } | null
}

/**
 * The promises of an agreement, each with its activities: who is responsible, what is measurable, and its place
 * in the source.
 */
export function promisesOf(language: Language, { promises, activities }: Promising): Html {
  const text = agreementTexts[language]
  const all = activities?.nodes ?? []
  const within = (key: string) =>
    all.filter((each) => each.promises.some(({ promise }) => promise.key === key))
  const loose = all.filter((each) => each.promises.length === 0)
  const listed = promises?.nodes ?? []
  const isByTopic = all.some((each) => each.promises.some(({ basis }) => basis === 'BY_TOPIC'))
  return html`${listed.map((promise, index) => promiseBlock(language, promise, index + 1, within(promise.key)))}
${loose.length > 0 ? html`<div class="promise"><h3><span class="no">${text.activities}</span>${listed.length > 0 ? text.noPromise : text.noneStated}</h3>${activityList(language, loose)}</div>` : ''}
${isByTopic ? html`<p class="cap measure">${text.byTopic}</p>` : ''}`
}

function promiseBlock(
  language: Language,
  promise: ShownPromise,
  number: number,
  activities: readonly ShownActivity[],
): Html {
  const text = agreementTexts[language]
  return html`<div class="promise"><div><h3 id="${promise.key}"><span class="no">${text.promiseNumber(number)}</span>${commitmentWords(language, promise, promise.quotes)}</h3>${commitmentDetails(language, promise)}</div>${
    activities.length > 0
      ? activityList(language, activities)
      : html`<p class="muted">${text.noActivities}</p>`
  }</div>\n`
}

function activityList(language: Language, activities: readonly ShownActivity[]): Html {
  return html`<ul class="acti">${activities.map(
    (activity) =>
      html`<li id="${activity.key}">${commitmentWords(language, activity, activity.quotes)}${commitmentDetails(language, activity)}</li>`,
  )}</ul>`
}

/** Measurable target, responsible parties, place, deadline, reported results, and the place in the source. */
function commitmentDetails(language: Language, commitment: ShownPromise | ShownActivity): Html {
  const text = agreementTexts[language]
  const { key, actors, deadlineOn, target, place, outcomes, quotes = [] } = commitment
  const quote = quotes.find(({ columnName }) => columnName === 'text')
  const names = [...new Set(actors.map(({ actor }) => inLanguage(language, actor, 'label')))]
  const parts = [
    target ? targetLink(language, target) : null,
    names.length > 0 ? html`${text.responsible}: ${names.join(', ')}.` : null,
    place ? html`${text.place}: ${place}.` : null,
    deadlineOn ? html`${text.deadline(deadlineOn)}` : null,
    quote
      ? html`<a href="${addressOf(language, 'source', quote.document.key)}#${anchorOf(quote)}">${text.sourceWords}<span class="vh"> ${key}</span></a>`
      : null,
  ].filter((part) => part !== null)
  return html`${parts.length > 0 ? html`<p class="small muted">${parts.map((part, index) => html`${index > 0 ? ' ' : ''}${part}`)}</p>` : ''}${outcomes.map((outcome) => outcomeLine(language, outcome))}`
}

/** Reported results as a whole, which do not belong to one promise or activity. */
export function outcomesAsAWhole(
  language: Language,
  outcomes: readonly (OutcomeParts & { readonly promise: object | null; readonly activity: object | null })[],
): Html {
  const whole = outcomes.filter(({ promise, activity }) => promise === null && activity === null)
  return html`${whole.map((outcome) => outcomeLine(language, outcome))}`
}

/** Reported results: always the parties' own statement, never ours. */
function outcomeLine(language: Language, outcome: OutcomeParts): Html {
  const gist = inLanguage(language, outcome, 'gist')
  return html`<p class="small outcome" id="${outcome.key}">${capital(valueWords(language, outcomeState, outcome.state))}${gist ? `: ${gist}` : ''}. <a href="${addressOf(language, 'report', outcome.report.key)}#${outcome.key}">${agreementTexts[language].report}<span class="vh"> ${outcome.key}</span></a></p>`
}

/** A shorter version for a list of agreements: promises with their activities below them. */
export function promiseList(language: Language, { promises, activities }: Promising): Html {
  const all = activities?.nodes ?? []
  const line = (each: ShownPromise | ShownActivity, within: Html | '' = '') =>
    html`<li id="${each.key}">${commitmentWords(language, each)}${each.target ? html` ${targetLink(language, each.target)}` : ''}${within}</li>`
  const below = (key: string) => {
    const own = all.filter((each) => each.promises.some(({ promise }) => promise.key === key))
    return own.length > 0 ? html`<ul>${own.map((each) => line(each))}</ul>` : ''
  }
  const items = [
    ...(promises?.nodes ?? []).map((promise) => line(promise, below(promise.key))),
    ...all.filter((each) => each.promises.length === 0).map((each) => line(each)),
  ]
  return items.length > 0 ? html`<ul class="promised">${items}</ul>` : html``
}

/** The anchor of a quote on the page of its source. */
export function anchorOf({ startOffset }: { readonly startOffset: number }): string {
  return `t${startOffset}`
}
