import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import type { AgreementDetails } from '../queries/fragments.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { wording } from './marked-words.ts'

type Promise = NonNullable<AgreementDetails['promises']>['nodes'][number]
type Activity = NonNullable<AgreementDetails['activities']>['nodes'][number]

/** The promises of an agreement, each with its activities: who is responsible, what is measurable, and where it stands. */
export function promisesOf(language: Language, { promises, activities }: AgreementDetails): Html {
  const text = agreementTexts[language]
  const all = activities?.nodes ?? []
  const within = (key: string) =>
    all.filter((each) => each.promises.some(({ promise }) => promise.key === key))
  const loose = all.filter((each) => each.promises.length === 0)
  const listed = promises?.nodes ?? []
  const isByTopic = all.some((each) => each.promises.some(({ basis }) => basis === 'BY_TOPIC'))
  return html`${listed.map((promise, index) => promiseBlock(language, promise, index + 1, within(promise.key)))}
${loose.length > 0 ? html`<div class="promise"><h3><span class="no">${text.activities}</span>${listed.length > 0 ? text.noPromise : text.noneStated}</h3>${list(language, loose)}</div>` : ''}
${isByTopic ? html`<p class="cap measure">${text.byTopic}</p>` : ''}`
}

function promiseBlock(
  language: Language,
  promise: Promise,
  number: number,
  activities: readonly Activity[],
): Html {
  const text = agreementTexts[language]
  return html`<div class="promise"><div><h3 id="${promise.key}"><span class="no">${text.promiseNumber(number)}</span>${wording(language, promise)}</h3>${whoAndWhere(language, promise, '')}</div>${
    activities.length > 0 ? list(language, activities) : html`<p class="muted">${text.noActivities}</p>`
  }</div>\n`
}

function list(language: Language, activities: readonly Activity[]): Html {
  const text = agreementTexts[language]
  return html`<ul class="acti">${activities.map(
    (activity) =>
      html`<li id="${activity.key}">${wording(language, activity)}${whoAndWhere(language, activity, `${text.nobodyNamed}.`)}</li>`,
  )}</ul>`
}

/** Who is to do it, until when, and where the source says so. `otherwise` is said where nobody is named. */
function whoAndWhere(
  language: Language,
  { key, actors, deadlineOn, quotes }: Promise | Activity,
  otherwise: string,
): Html {
  const text = agreementTexts[language]
  const quote = quotes.find(({ columnName }) => columnName === 'text')
  const names = [...new Set(actors.map(({ actor }) => inLanguage(language, actor, 'label')))]
  return html`<p class="small muted">${names.length > 0 ? `${text.responsible}: ${names.join(', ')}.` : otherwise}${deadlineOn ? ` ${text.deadline(deadlineOn)}` : ''}${
    quote
      ? html` <a href="${addressOf(language, 'source', quote.document.key)}#${anchorOf(quote)}">${text.sourceWords}<span class="vh"> ${key}</span></a>`
      : ''
  }</p>`
}

/** The anchor of a quote on the page of its source. */
export function anchorOf({ startOffset }: { readonly startOffset: number }): string {
  return `t${startOffset}`
}
