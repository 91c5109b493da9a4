import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { periodIn } from '../periods.ts'
import type {
  AgreementCommitments,
  AgreementInShort,
  AgreementSummary,
} from '../queries/fragments.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { statedIn } from '../texts/stated.ts'
import { hostOf } from './hosts.ts'
import { promiseList } from './promises.ts'
import { reportsOf } from './reports.ts'

/** An agreement in a list of those of one place: period, summary in our words, topics, and the source. */
export function agreementEntry(language: Language, agreement: AgreementCommitments): Html {
  const text = agreementTexts[language]
  const period = periodIn(language, agreement)
  const held = promiseList(language, agreement)
  const seen = held.text === '' ? statedIn(language, agreement) : text.seen[agreement.commitmentsSeen]
  const note = inLanguage(language, agreement, 'note')
  return html`<li class="entry" id="${agreement.key}"><p class="when num">${period}<small>${text.lifecycle[agreement.lifecycle]}</small></p><div>${agreement.kind === 'CITIZEN_PROMISE' ? '' : html`<p class="small muted">${text.kinds[agreement.kind]}</p>`}<p>${inLanguage(language, agreement, 'summary') ?? agreement.title ?? ''}${agreement.stage === 'ANNOUNCED' ? ` ${text.announced}` : ''}</p>
${agreement.topics.length > 0 ? html`<p>${agreement.topics.map((topic) => html`<a class="tag" href="${addressOf(language, 'topic', topic.key)}">${inLanguage(language, topic, 'label')}</a>`)}</p>` : ''}
${held}
${agreement.reports.length > 0 ? reportsOf(language, agreement) : ''}<p class="small muted">${seen} ${sourceLinks(language, agreement, period)} · <a href="${addressOf(language, 'agreement', agreement.key)}">${text.ownPage}<span class="vh">, ${period}</span></a></p>${
    note
      ? html`<details class="small"><summary>${text.note}<span class="vh"> ${period}</span></summary><p>${note}</p></details>`
      : ''
  }</div></li>
`
}

/** A shorter version: period, summary in our words, and a link to the page. */
export function agreementInShort(language: Language, agreement: AgreementInShort): Html {
  const text = agreementTexts[language]
  const period = periodIn(language, agreement)
  return html`<li class="entry" id="${agreement.key}"><p class="when num">${period}<small>${text.lifecycle[agreement.lifecycle]}</small></p><div>${agreement.kind === 'CITIZEN_PROMISE' ? '' : html`<p class="small muted">${text.kinds[agreement.kind]}</p>`}<p>${inLanguage(language, agreement, 'summary') ?? agreement.title ?? ''}</p><p class="small"><a href="${addressOf(language, 'agreement', agreement.key)}">${text.ownPage}<span class="vh">, ${period}</span></a></p></div></li>
`
}

/** Links to the sources of an agreement, each named by its host. */
function sourceLinks(
  language: Language,
  { documents }: Pick<AgreementSummary, 'documents'>,
  about: string,
): Html {
  const text = agreementTexts[language]
  const links = documents.flatMap(({ url }) =>
    url ? [html`<a href="${url}">${text.source}: ${hostOf(url)}<span class="vh">, ${about}</span></a>`] : [],
  )
  return links.length > 0
    ? html`${links.map((link, index) => html`${index > 0 ? ', ' : ''}${link}`)}`
    : html`${text.noSource}.`
}
