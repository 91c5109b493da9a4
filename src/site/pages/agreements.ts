import { pathsOf, shortCounty } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementTable, agreementTableCsv } from '../parts/agreement-table.ts'
import { crumbs } from '../parts/crumbs.ts'
import { type Chosen, chosenOf, counted, type Facet, facets } from '../parts/facets.ts'
import { pageNumber, paging, rowsOfPage } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { yearOf } from '../periods.ts'
import { type AgreementsData, agreementsQuery } from '../queries/agreements.graphql.ts'
import { agreementTexts } from '../texts/agreement.ts'
import { agreementsTexts } from '../texts/agreements.ts'

type Agreement = AgreementsData['agreements']['nodes'][number]

interface Agreements {
  readonly all: readonly Agreement[]
  readonly shown: readonly Agreement[]
  readonly chosen: Chosen
  readonly number: number
}

const FACETS = ['lage', 'ar', 'amne', 'lan', 'lasning'] as const

/** What an agreement has of each facet. A topic is one of its own, or one that holds it. */
const valuesOf: { readonly [F in (typeof FACETS)[number]]: (agreement: Agreement) => readonly string[] } = {
  lage: ({ lifecycle }) => [lifecycle],
  ar: ({ periodStart, periodEnd }) => {
    const first = yearOf(periodStart)
    if (first === null) return []
    const last = yearOf(periodEnd) ?? first
    return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
  },
  amne: ({ topics }) => [
    ...new Set(topics.flatMap(({ key, broader }) => (broader ? [key, broader.key] : [key]))),
  ],
  lan: ({ parties }) => [...new Set(parties.map(({ county }) => county.code))],
  lasning: ({ extent }) => [extent],
}

/** The list of agreements, by state, year, topic, county and reading. */
export const agreementsPage = pageKind<Agreements>({
  name: 'agreements',
  paths: pathsOf('agreement'),
  summary: { sv: 'Alla medborgarlöften.', en: 'All agreements.' },
  search: [...FACETS, 'sida'],
  examples: ['/lofte/', '/lofte/?ar=2024&amne=narcotics', '/lofte/?ar=1900'],
  async read({ ask, day, search }) {
    const all = (await ask(agreementsQuery, { day })).agreements.nodes
    const chosen = chosenOf(search, FACETS)
    const shown = all.filter((each) => fits(each, chosen))
    return { all, chosen, shown, number: pageNumber(search, shown.length) }
  },
  page({ all, shown, chosen, number }, { language, path }) {
    const text = agreementsTexts[language]
    const hrefOf = (page: number) => {
      const search = new URLSearchParams({ ...chosen, ...(page > 1 && { sida: String(page) }) }).toString()
      return search ? `${path}?${search}` : path
    }
    return {
      title: text.title,
      description: text.description,
      section: 'agreement',
      isUnlisted: Object.keys(chosen).length > 0 || number > 1,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, text.says(shown.length, all.length))}
${facets(language, path, chosen, facetsOf(language, all, chosen))}
${shown.length === 0 ? html`<p class="sub">${text.none}</p>` : agreementTable(language, rowsOfPage(shown, number))}
${paging(language, number, shown.length, hrefOf)}`,
    }
  },
  // All that fit, not those of one page alone.
  table: ({ shown }, { language }) => agreementTableCsv(language, shown),
})

function fits(agreement: Agreement, chosen: Chosen, except?: string): boolean {
  return FACETS.every((name) => {
    const value = chosen[name]
    return name === except || value === undefined || valuesOf[name](agreement).includes(value)
  })
}

function facetsOf(language: Language, all: readonly Agreement[], chosen: Chosen): Facet[] {
  const text = agreementsTexts[language]
  const topics = new Map(
    all.flatMap((each) => each.topics.map((topic) => [topic.key, inLanguage(language, topic, 'label')])),
  )
  const counties = new Map(
    all.flatMap((each) => each.parties.map(({ county }) => [county.code, shortCounty(county.nameSv)])),
  )
  const labels: { readonly [F in (typeof FACETS)[number]]: (value: string) => string | undefined } = {
    lage: (value) => agreementTexts[language].lifecycle[value as Agreement['lifecycle']], // the values are the row's own
    ar: (value) => value,
    amne: (value) => topics.get(value),
    lan: (value) => counties.get(value),
    lasning: (value) => text.extents[value as Agreement['extent']],
  }
  const headings = {
    lage: text.state,
    ar: text.year,
    amne: text.topic,
    lan: text.county,
    lasning: text.extent,
  }
  return FACETS.map((name) => {
    const counts = counted(
      all.filter((each) => fits(each, chosen, name)),
      valuesOf[name],
    )
    const options = [...counts].flatMap(([value, count]) => {
      const label = labels[name](value)
      return label === undefined ? [] : [{ value, label, count }]
    })
    const order = name === 'ar' ? (a: string, b: string) => b.localeCompare(a) : formats.sv.compare
    return { name, heading: headings[name], options: options.sort((a, b) => order(a.label, b.label)) }
  })
}
