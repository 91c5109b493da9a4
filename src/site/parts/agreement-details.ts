import { addressOf, municipalityPart } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { periodIn } from '../periods.ts'
import type { AgreementDetails } from '../queries/fragments.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { followUpTexts } from '../texts/follow-ups.ts'
import { known } from '../unknown.ts'
import { reportsOf } from './reports.ts'

/** The name of an agreement: its title, or its kind and period. */
export function agreementName(
  language: Language,
  agreement: Pick<
    AgreementDetails,
    | 'title'
    | 'kind'
    | 'periodStart'
    | 'periodStartPrecision'
    | 'periodEnd'
    | 'periodEndPrecision'
    | 'periodUnknownReason'
  >,
): string {
  return (
    agreement.title ?? `${agreementTexts[language].kinds[agreement.kind]}, ${periodIn(language, agreement)}`
  )
}

/** Period, parties, signing and review of an agreement. */
export function agreementFacts(language: Language, agreement: AgreementDetails): Html {
  const text = agreementTexts[language]
  const {
    policeArea,
    municipalities,
    extent,
    parties: others,
    signedOn,
    signedOnText,
    signedOnUnknownReason,
  } = agreement
  const fact = (term: string, value: Html) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`
  const parties = [
    ...municipalities.map(
      (each) =>
        html`<a href="${addressOf(language, 'municipality', municipalityPart(each))}">${each.formalName}</a>`,
    ),
    ...(policeArea
      ? [
          html`<a href="${addressOf(language, 'police', policeArea.key)}">${text.policeArea(policeArea.name)}</a>`,
        ]
      : []),
    ...others.map(({ name }) => html`${name}`),
  ]
  const signed =
    signedOn === null && signedOnText !== null
      ? html`${text.dayUnknown} <q lang="sv">${signedOnText}</q>.`
      : known(
          language,
          signedOn,
          extent === 'CATALOGUED' ? 'NOT_TRANSCRIBED' : signedOnUnknownReason,
          (day) => formats[language].day(day),
        )
  return html`<dl class="meta">
${fact(text.period, html`${periodIn(language, agreement)}, ${text.lifecycle[agreement.lifecycle]}`)}${fact(
  text.parties,
  html`${parties.map((party, index) => html`${index > 0 ? ', ' : ''}${party}`)}${policeArea ? '' : html`. <span class="unknown">${text.noPoliceArea}</span>`}`,
)}${agreement.place ? fact(text.place, html`${agreement.place}`) : ''}${fact(text.signed, signed)}${fact(text.reading, html`${text.readings[agreement.reviewState ?? 'CATALOGUED']}`)}</dl>`
}

/** The promised follow-up, and what is known about reports. */
function followUpsOf(language: Language, { followUps, followUpPromised, extent }: AgreementDetails): Html {
  const text = followUpTexts[language]
  const nodes = followUps?.nodes ?? []
  return html`<div><h3 class="minor">${text.heading}</h3>${
    nodes.length > 0
      ? html`<ul class="unclear">${nodes.map(
          (each) =>
            html`<li id="${each.key}"><q lang="sv">${each.text}</q><br><span class="muted">${[
              each.frequency && text.frequency[each.frequency],
              each.dueOn ? text.due(each.dueOn) : each.dueText && text.dueText(each.dueText),
              each.reportUrl === null && text.report[each.reportState],
            ]
              .filter(Boolean)
              .join(
                ' ',
              )}</span>${each.reportUrl ? html` <a href="${each.reportUrl}">${text.report[each.reportState]}</a>` : ''}</li>`,
        )}</ul>`
      : html`<p class="sub">${text.promised[followUpPromised]}${extent === 'CATALOGUED' ? ` ${text.notTranscribed}` : ''}</p>`
  }</div>`
}

/** Who signed or presented the agreement. Null if it is not transcribed, which the page says elsewhere. */
export function signaturesOf(language: Language, { signatures }: AgreementDetails): Html | null {
  const text = agreementTexts[language]
  if (signatures === null) return null
  return html`<div><h3 class="minor">${text.signers}</h3>${
    signatures.nodes.length === 0
      ? html`<p class="sub">${text.noSigners}</p>`
      : html`<table class="num"><thead><tr><th scope="col">${text.name}</th><th scope="col">${text.role}</th></tr></thead><tbody>${signatures.nodes.map(
          ({ key, signatory, roleAsPrinted, organisationAsPrinted, capacity }) =>
            html`<tr id="${key}"><th scope="row"><a href="${addressOf(language, 'person', signatory.key)}">${signatory.name}</a></th><td><span lang="sv">${[roleAsPrinted, organisationAsPrinted].filter(Boolean).join(', ')}</span>${capacity === 'PRESENTED' ? ` (${text.presented})` : ''}</td></tr>\n`,
        )}</tbody></table>`
  }</div>`
}

/** What is unclear in the source. */
function unclearPoints(language: Language, { issues }: AgreementDetails): Html | null {
  const text = agreementTexts[language]
  if (issues.nodes.length === 0) return null
  return html`<div><h3 class="minor">${text.unclear}</h3><ul class="unclear">${issues.nodes.map(
    (issue) =>
      html`<li id="${issue.key}">${inLanguage(language, issue, 'explanation')}${issue.text ? html` <span class="muted">${text.inSource} <q lang="sv">${issue.text}</q></span>` : ''}</li>\n`,
  )}</ul></div>`
}

/** What the parties said about the situation. */
function findingsOf(language: Language, { findings }: AgreementDetails): Html | null {
  const text = agreementTexts[language]
  const nodes = findings?.nodes ?? []
  if (nodes.length === 0) return null
  return html`<div><h3 class="minor">${text.situation}</h3><ul class="unclear">${nodes.map(({ key, kind, text: words }) => html`<li id="${key}"><q lang="sv">${words}</q> <span class="small muted">${text.findings[kind]}</span></li>\n`)}</ul></div>`
}

/** The documents that the agreement is based on, extends or renews. */
function relatedPapers(language: Language, { relations }: AgreementDetails): Html | null {
  const text = agreementTexts[language]
  if (relations.length === 0) return null
  return html`<div><h3 class="minor">${text.papers}</h3><ul class="unclear">${relations.map(
    ({ key, relation, relatedKind, relatedAgreement, relatedPeriodStart, relatedPeriodEnd, text: words }) => {
      const years = [relatedPeriodStart, relatedPeriodEnd].filter((year) => year !== null)
      const paper = `${text.relatedKinds[relatedKind]}${years.length > 0 ? ` ${[...new Set(years)].join('–')}` : ''}`
      return html`<li id="${key}">${text.relation[relation]} ${relatedAgreement ? html`<a href="${addressOf(language, 'agreement', relatedAgreement.key)}">${paper}</a>` : paper}.${words === null ? '' : html` <q lang="sv" class="muted">${words}</q>`}</li>\n`
    },
  )}</ul></div>`
}

/** Everything below the promises of an agreement, in two columns. */
export function agreementRest(language: Language, agreement: AgreementDetails): Html {
  const parts = [
    followUpsOf(language, agreement),
    html`<div><h3 class="minor">${followUpTexts[language].reports}</h3>${reportsOf(language, agreement)}</div>`,
    signaturesOf(language, agreement),
    unclearPoints(language, agreement),
    findingsOf(language, agreement),
    relatedPapers(language, agreement),
  ].filter((part) => part !== null)
  return html`<div class="cols">${parts}</div>`
}
