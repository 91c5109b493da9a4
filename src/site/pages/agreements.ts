import { pathsOf } from '../addresses.ts'
import { AGREEMENT_FACETS, narrowedAgreements } from '../agreement-facets.ts'
import { html } from '../html.ts'
import { type PageContext, pageKind } from '../page-kind.ts'
import { agreementTable, agreementTableCsv, type ListedAgreement } from '../parts/agreement-table.ts'
import { crumbs } from '../parts/crumbs.ts'
import { type Chosen, chosenOf, type Facet, facets } from '../parts/facets.ts'
import { hrefOfPages, pageNumber, paging } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { ways } from '../parts/ways.ts'
import { agreementsQuery } from '../queries/agreements.graphql.ts'
import { agreementsBeforeQuery } from '../queries/agreements-before.graphql.ts'
import { agreementsShownQuery } from '../queries/agreements-shown.graphql.ts'
import type { AgreementInShort } from '../queries/fragments.graphql.ts'
import { agreementsTexts } from '../texts/agreements.ts'

interface Agreements {
  readonly all: number
  readonly shown: number
  readonly chosen: Chosen
  readonly facets: readonly Facet[]
  readonly number: number
  readonly rows: readonly AgreementInShort[]
  /** All that fit, for the files beside the page. */
  readonly whole: readonly ListedAgreement[]
}

/** The list of agreements, by state, year, topic, county and reading. */
export const agreementsPage = pageKind<Agreements>({
  name: 'agreements',
  paths: pathsOf('agreement'),
  summary: { sv: 'Alla medborgarlöften.', en: 'All agreements.' },
  search: [...AGREEMENT_FACETS, 'sida'],
  examples: ['/lofte/', '/lofte/?ar=2024&amne=narcotics', '/lofte/?ar=1900', '/lofte/?sida=3'],
  async read(context) {
    const { ask, day, form, search } = context
    const chosen = chosenOf(search, AGREEMENT_FACETS)
    const { filter, ...counted } = await narrowedAgreements(context, chosen)
    const number = pageNumber(search, counted.shown)
    const isPage = form.name === ''
    return {
      ...counted,
      chosen,
      number,
      rows: isPage ? await readRowsOfPage(context, filter, number) : [],
      whole: isPage ? [] : (await ask(agreementsQuery, { day, filter })).agreements.nodes,
    }
  },
  page({ all, shown, chosen, facets: counted, number, rows }, { language, path }) {
    const text = agreementsTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'agreement',
      isUnlisted: Object.keys(chosen).length > 0 || number > 1,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, text.says(shown, all))}
${ways(language)}
${facets(language, path, chosen, counted)}
${shown === 0 ? html`<p class="sub">${text.none}</p>` : agreementTable(language, rows)}
${paging(language, number, shown, hrefOfPages(path, chosen))}`,
    }
  },
  table: ({ whole }, { language }) => agreementTableCsv(language, whole),
})

/** The rows of one page. Those before it are passed over without reading what they hold. */
async function readRowsOfPage({ ask, day }: PageContext, filter: object, number: number) {
  let from = {}
  for (let passed = 1; passed < number; passed++) {
    const { pageInfo } = (await ask(agreementsBeforeQuery, { filter, ...from })).agreements
    from = pageInfo.endCursor === null ? {} : { from: pageInfo.endCursor }
  }
  return (await ask(agreementsShownQuery, { day, filter, ...from })).agreements.nodes
}
