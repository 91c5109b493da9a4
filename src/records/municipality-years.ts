import type { Row, Tables } from '../datasets/index.ts'

/** The first year with citizen promises. */
const FIRST_YEAR = 2015

/** What we know about each municipality in each year up to the edition, derived from the agreements and our searches. */
export function municipalityYears(tables: Tables, lastYear: number): Row<'municipality_years'>[] {
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
  const promises = new Map(
    tables.agreements.filter(({ kind }) => kind === 'citizen_promise').map((row) => [row.id, row]),
  )
  const partsOf = Map.groupBy(tables.agreement_municipalities, ({ municipalityCode }) => municipalityCode)
  const documents = new Map(tables.documents.map((row) => [row.id, row]))
  const linksOf = Map.groupBy(tables.agreement_documents, ({ agreementId }) => agreementId)
  return tables.municipalities.flatMap(({ code, researchState }) => {
    const ids = (partsOf.get(code) ?? []).map(({ agreementId }) => agreementId)
    const own = ids.flatMap((id) => promises.get(id) ?? [])
    const read = ids
      .flatMap((id) => linksOf.get(id) ?? [])
      .flatMap(({ documentId }) => documents.get(documentId) ?? [])
      .filter(({ readOn }) => readOn !== null)
      .sort((one, other) => (one.readOn ?? '').localeCompare(other.readOn ?? ''))
      .at(-1)
    const isUndated = own.some(({ periodStart, periodEnd }) => periodStart === null && periodEnd === null)
    return years.map((year) => ({
      municipalityCode: code,
      year,
      state: own.some((row) => covers(row, year))
        ? ('known' as const)
        : researchState === 'not_researched'
          ? ('not_researched' as const)
          : isUndated
            ? ('series_incomplete' as const)
            : ('none_found' as const),
      readOn: read?.readOn ?? null,
      copyKind: read?.copyKind ?? null,
    }))
  })
}

/** Whether an agreement covers a day of a year. If its end is unknown, only the first year counts. */
function covers({ periodStart, periodEnd, periodUnknownReason }: Row<'agreements'>, year: number): boolean {
  const first = Number((periodStart ?? periodEnd)?.slice(0, 4))
  const isOpen = periodEnd === null && periodUnknownReason === 'open_ended'
  const last = isOpen ? year : Number((periodEnd ?? periodStart)?.slice(0, 4))
  return first <= year && year <= last
}
