import { addressOf, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { agreementName } from '../parts/agreement-details.ts'
import { crumbs } from '../parts/crumbs.ts'
import { anchorOf } from '../parts/promises.ts'
import { says } from '../parts/says.ts'
import { type PersonData, personQuery } from '../queries/person.graphql.ts'
import { personTexts } from '../texts/person.ts'
import { known } from '../unknown.ts'

/** The page of a person who signed or presented agreements. Search engines are not to list it. */
export const personPage = pageKind<NonNullable<PersonData['signatory']>>({
  name: 'person',
  paths: pathsOf('person', ':person'),
  summary: { sv: 'En undertecknare.', en: 'A signatory.' },
  examples: ['/person/jonas-lindell/'],
  read: async ({ ask, parameters }) => (await ask(personQuery, { key: parameters.person ?? '' })).signatory,
  page({ name, signatures }, { language }) {
    const text = personTexts[language]
    const { nodes } = signatures
    const sentences = text.says(name, new Set(nodes.map(({ agreement }) => agreement.key)).size)
    return {
      title: name,
      description: sentences,
      isUnlisted: true,
      main: html`${crumbs(language, { href: addressOf(language, 'agreement'), name: text.agreement })}
<h1>${name}</h1>${says(language, sentences, { canCopy: false })}
<div class="scroll" tabindex="0" role="group" aria-label="${text.agreement}"><table class="num"><thead><tr><th scope="col">${text.agreement}</th><th scope="col">${text.role}</th><th scope="col">${text.signed}</th><th scope="col">${text.words}</th></tr></thead><tbody>${nodes.map(
        (signature) => {
          const { agreement, roleAsPrinted, organisationAsPrinted, capacity, signedOn, quotes } = signature
          const quote = quotes.find(({ columnName }) => columnName === 'name') ?? quotes[0]
          return html`<tr><th scope="row"><a href="${addressOf(language, 'agreement', agreement.key)}">${agreementName(language, agreement)}</a></th><td><span lang="sv">${[roleAsPrinted, organisationAsPrinted].filter(Boolean).join(', ')}</span>${capacity === 'PRESENTED' ? ` (${text.presented})` : ''}</td><td>${known(language, signedOn, 'NOT_STATED', (day) => formats[language].day(day))}</td><td>${quote ? html`<a href="${addressOf(language, 'source', quote.document.key)}#${anchorOf(quote)}">${text.words}<span class="vh"> ${agreement.key}</span></a>` : '–'}</td></tr>\n`
        },
      )}</tbody></table></div>
<p class="sub"><a href="${addressOf(language, 'privacy')}">${text.privacy}</a></p>`,
    }
  },
})
