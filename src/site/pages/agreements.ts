import { pathsOf, shortCounty } from '../addresses.ts'
import { html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementTable, agreementTableCsv } from '../parts/agreement-table.ts'
import { crumbs } from '../parts/crumbs.ts'
import {
  type Chosen,
  chosenOf,
  type FacetOf,
  facets,
  facetsOfRows,
  fitsChosen,
  lastYearFirst,
} from '../parts/facets.ts'
import { hrefOfPages, pageNumber, paging, rowsOfPage } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { ways } from '../parts/ways.ts'
import { yearOf } from '../periods.ts'
import { type AgreementsData, agreementsQuery } from '../queries/agreements.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { agreementsTexts } from '../texts/agreements.ts'

type FilteredAgreement = AgreementsData['agreements']['nodes'][number]

interface Agreements {
  readonly all: readonly FilteredAgreement[]
  readonly shown: readonly FilteredAgreement[]
  readonly chosen: Chosen
  readonly number: number
}

const FACETS = ['lage', 'ar', 'amne', 'lan', 'lasning'] as const

/** The facets. A topic is one of the agreement itself, or a parent of one. */
function agreementFacets(
  language: Language,
  all: readonly FilteredAgreement[],
): readonly FacetOf<FilteredAgreement>[] {
  const text = agreementsTexts[language]
  const topics = new Map(
    all.flatMap((each) => each.topics.map((topic) => [topic.key, inLanguage(language, topic, 'label')])),
  )
  const counties = new Map(
    all.flatMap((each) => each.parties.map(({ county }) => [county.code, shortCounty(county.nameSv)])),
  )
  const own: { readonly [F in (typeof FACETS)[number]]: Omit<FacetOf<FilteredAgreement>, 'name'> } = {
    lage: {
      heading: text.state,
      values: ({ lifecycle }) => [lifecycle],
      label: (value) => agreementTexts[language].lifecycle[value as FilteredAgreement['lifecycle']], // the values are the row's own
    },
    ar: { heading: text.year, order: lastYearFirst, values: yearsOfPeriod, label: (value) => value },
    amne: {
      heading: text.topic,
      values: ({ topics }) => [
        ...new Set(topics.flatMap(({ key, broader }) => (broader ? [key, broader.key] : [key]))),
      ],
      label: (value) => topics.get(value),
    },
    lan: {
      heading: text.county,
      values: ({ parties }) => [...new Set(parties.map(({ county }) => county.code))],
      label: (value) => counties.get(value),
    },
    lasning: {
      heading: text.extent,
      values: ({ extent }) => [extent],
      label: (value) => text.extents[value as FilteredAgreement['extent']],
    },
  }
  return FACETS.map((name) => ({ name, ...own[name] }))
}

function yearsOfPeriod({ periodStart, periodEnd }: FilteredAgreement): string[] {
  const first = yearOf(periodStart)
  if (first === null) return []
  const last = yearOf(periodEnd) ?? first
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

/** The list of agreements, by state, year, topic, county and reading. */
export const agreementsPage = pageKind<Agreements>({
  name: 'agreements',
  paths: pathsOf('agreement'),
  summary: { sv: 'Alla medborgarlöften.', en: 'All agreements.' },
  search: [...FACETS, 'sida'],
  examples: ['/lofte/', '/lofte/?ar=2024&amne=narcotics', '/lofte/?ar=1900'],
  async read({ ask, day, language, search }) {
    const all = (await ask(agreementsQuery, { day })).agreements.nodes
    const chosen = chosenOf(search, FACETS)
    const own = agreementFacets(language, all)
    const shown = all.filter((each) => fitsChosen(each, chosen, own))
    return { all, chosen, shown, number: pageNumber(search, shown.length) }
  },
  page({ all, shown, chosen, number }, { language, path }) {
    const text = agreementsTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'agreement',
      isUnlisted: Object.keys(chosen).length > 0 || number > 1,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, text.says(shown.length, all.length))}
${ways(language)}
${facets(language, path, chosen, facetsOfRows(all, chosen, agreementFacets(language, all)))}
${shown.length === 0 ? html`<p class="sub">${text.none}</p>` : agreementTable(language, rowsOfPage(shown, number))}
${paging(language, number, shown.length, hrefOfPages(path, chosen))}`,
    }
  },
  // All matching agreements, not only those of one page.
  table: ({ shown }, { language }) => agreementTableCsv(language, shown),
})
