import { addressOf, municipalityPart } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import type { Table } from '../page-kind.ts'
import { periodIn } from '../periods.ts'
import type { AgreementInShort } from '../queries/fragments.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { agreementsTexts } from '../texts/agreements.ts'
import { hostOf } from './hosts.ts'

/** An agreement in the file of a list. */
export interface ListedAgreement extends AgreementInShort {
  readonly topics: readonly { readonly key: string }[]
}

/** Agreements of many places: period and state, parties, summary in our words. */
export function agreementTable(language: Language, agreements: readonly AgreementInShort[]): Html {
  const text = agreementsTexts[language]
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num stacked"><thead><tr><th scope="col">${text.period}</th><th scope="col">${text.parties}</th><th scope="col">${text.about}</th><th scope="col">${text.source}</th></tr></thead><tbody>${agreements.map(
    (agreement) => {
      const names = agreement.municipalities.map(
        (each, index) =>
          html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'municipality', municipalityPart(each))}">${each.name}</a>`,
      )
      const url = agreement.documents.find((each) => each.url !== null)?.url
      const period = periodIn(language, agreement)
      return html`<tr><th scope="row"><a href="${addressOf(language, 'agreement', agreement.key)}">${period}<span class="vh"> ${agreement.municipalities[0]?.name ?? ''} ${agreement.key}</span></a><br><small class="muted">${agreementTexts[language].lifecycle[agreement.lifecycle]}</small></th><td>${names}</td><td>${inLanguage(language, agreement, 'summary') ?? html`<span lang="sv">${agreement.title ?? ''}</span>`}</td><td data-label="${text.source}">${url ? html`<a href="${url}">${hostOf(url)}<span class="vh">, ${agreement.key}</span></a>` : '–'}</td></tr>\n`
    },
  )}</tbody></table></div>`
}

/** The same for CSV. */
export function agreementTableCsv(language: Language, agreements: readonly ListedAgreement[]): Table {
  return {
    columns: [
      'id',
      'extent',
      'municipality_codes',
      'municipalities',
      'period_start',
      'period_end',
      'state',
      'topics',
      'summary',
      'source',
    ],
    rows: agreements.map((each) => [
      each.key,
      each.extent.toLowerCase(),
      each.municipalities.map(({ code }) => code).join('|'),
      each.municipalities.map(({ name }) => name).join('|'),
      each.periodStart,
      each.periodEnd,
      each.lifecycle.toLowerCase(),
      each.topics.map(({ key }) => key).join('|'),
      inLanguage(language, each, 'summary') ?? each.title,
      each.documents.flatMap(({ url }) => url ?? []).join(' '),
    ]),
  }
}
