import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { addressOf, municipalityPart, pathsOf, shortCounty } from '../addresses.ts'
import { html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
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
import { dayIn } from '../periods.ts'
import { type ReportsData, reportsQuery } from '../queries/reports.graphql.ts'
import { reportTexts } from '../texts/reports.ts'
import { known } from '../unknown.ts'
import { valueLabel, valueWords } from '../vocabulary-words.ts'

type ListedReport = ReportsData['reports']['nodes'][number]

interface Reports {
  readonly all: readonly ListedReport[]
  readonly shown: readonly ListedReport[]
  readonly chosen: Chosen
  readonly number: number
}

/** The value in the address for a year that is not stated. */
const NO_YEAR = 'okant'

const FACETS = ['utfall', 'utgivare', 'ar', 'lan'] as const

function reportFacets(language: Language, all: readonly ListedReport[]): readonly FacetOf<ListedReport>[] {
  const text = reportTexts[language]
  const counties = new Map(
    all.map(({ municipality: { county } }) => [county.code, shortCounty(county.nameSv)]),
  )
  const own: { readonly [F in (typeof FACETS)[number]]: Omit<FacetOf<ListedReport>, 'name'> } = {
    utfall: {
      heading: text.state,
      values: ({ state }) => [state],
      label: (value) => valueLabel(language, outcomeState, value),
    },
    utgivare: {
      heading: text.by,
      values: ({ publisherKind }) => [publisherKind],
      label: (value) => text.publishers[value as ListedReport['publisherKind']], // the values are the row's own
    },
    ar: {
      heading: text.year,
      order: lastYearFirst,
      values: ({ publishedOn }) => [publishedOn?.slice(0, 4) ?? NO_YEAR],
      label: (value) => (value === NO_YEAR ? text.notStated : value),
    },
    lan: {
      heading: text.county,
      values: ({ municipality }) => [municipality.county.code],
      label: (value) => counties.get(value),
    },
  }
  return FACETS.map((name) => ({ name, ...own[name] }))
}

/** Reports on the results, by reported outcome, publisher, year and county. */
export const reportsPage = pageKind<Reports>({
  name: 'reports',
  paths: pathsOf('report'),
  summary: { sv: 'Alla redovisningar.', en: 'All reports.' },
  search: [...FACETS, 'sida'],
  examples: ['/redovisning/', '/redovisning/?utgivare=NEWS&ar=okant', '/redovisning/?ar=1900'],
  async read({ ask, language, search }) {
    const all = (await ask(reportsQuery, {})).reports.nodes
    const chosen = chosenOf(search, FACETS)
    const own = reportFacets(language, all)
    const shown = all.filter((each) => fitsChosen(each, chosen, own))
    return { all, chosen, shown, number: pageNumber(search, shown.length) }
  },
  page({ all, shown, chosen, number }, { language, path }) {
    const text = reportTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'agreement',
      isUnlisted: Object.keys(chosen).length > 0 || number > 1,
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, text.says(shown.length, all.length))}
<p class="sub measure">${text.note}</p>
${facets(language, path, chosen, facetsOfRows(all, chosen, reportFacets(language, all)))}
${
  shown.length === 0
    ? html`<p class="sub">${text.none}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num stacked"><thead><tr><th scope="col">${text.municipality}</th><th scope="col">${text.published}</th><th scope="col">${text.by}</th><th scope="col">${text.state}</th><th scope="col">${text.about}</th></tr></thead><tbody>
${rowsOfPage(shown, number).map((each) => reportRow(language, each))}</tbody></table></div>`
}
${paging(language, number, shown.length, hrefOfPages(path, chosen))}`,
    }
  },
  table: ({ shown }, { language }) => ({
    columns: [
      'id',
      'municipality_code',
      'municipality',
      'published_on',
      'publisher_kind',
      'kind',
      'state',
      'covers_from',
      'covers_to',
      'gist',
      'outcomes',
      'source',
    ],
    rows: shown.map((each) => [
      each.key,
      each.municipality.code,
      each.municipality.name,
      each.publishedOn,
      each.publisherKind.toLowerCase(),
      each.kind.toLowerCase(),
      each.state.toLowerCase(),
      each.coversFrom,
      each.coversTo,
      inLanguage(language, each, 'gist'),
      each.outcomes.totalCount,
      each.sourceUrl,
    ]),
  }),
})

function reportRow(language: Language, report: ListedReport) {
  const { key, municipality, publishedOn, publishedOnPrecision, publisherKind, state } = report
  const text = reportTexts[language]
  const published = known(language, publishedOn, 'NOT_STATED', (day) =>
    dayIn(language, day, publishedOnPrecision),
  )
  return html`<tr><th scope="row"><a href="${addressOf(language, 'municipality', municipalityPart(municipality))}">${municipality.name}</a></th><td data-label="${text.published}">${published}</td><td data-label="${text.by}">${text.publishers[publisherKind]}</td><td data-label="${text.state}">${valueWords(language, outcomeState, state)}</td><td><a href="${addressOf(language, 'report', key)}">${inLanguage(language, report, 'gist')}<span class="vh"> ${key}</span></a></td></tr>\n`
}
