import type { Column } from '../src/datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../src/datasets/index.ts'
import type { Data } from '../src/records/read-data.ts'

/** The counties whose agreements are in the sample: Jönköpings län has citizen promises alone, Gotlands län each kind. */
const COUNTIES = ['06', '09']

/**
 * Whether a file of the release of the sample is kept in `exports/sample`. Files that nobody can read as a
 * diff, and those that say again what another says, are not: their checksums stand in its SHA256SUMS.
 */
export function isInSample(file: string): boolean {
  return /(^SHA256SUMS|\.md|\.csv|\.json|\.jsonld|\.geojson)$/.test(file) && !file.endsWith('.excel.csv')
}

/**
 * A part of the data that is small enough to be read in a diff and released often: all places and topics, and of what was
 * agreed the agreements of some counties, and of the municipalities whose agreements are transcribed, with all that belongs
 * to them.
 */
export function sampleOf(data: Data): Data {
  const { agreement_municipalities: places, agreement_documents: sources, ...tables } = data.tables
  const transcribed = tables.agreements.filter(({ extent }) => extent === 'transcribed').map(({ id }) => id)
  const codes = new Set([
    ...tables.municipalities
      .filter(({ countyCode }) => COUNTIES.includes(countyCode))
      .map(({ code }) => code),
    ...places
      .filter(({ agreementId }) => transcribed.includes(agreementId))
      .map((row) => row.municipalityCode),
  ])
  const held = new Set(
    places
      .filter(({ municipalityCode }) => codes.has(municipalityCode))
      .map(({ agreementId }) => agreementId),
  )
  const agreements = tables.agreements.filter(({ id }) => held.has(id))
  const documentIds = new Set(
    sources.filter(({ agreementId }) => held.has(agreementId)).map(({ documentId }) => documentId),
  )
  return {
    ...data,
    tables: withoutDangling({
      ...data.tables,
      agreements,
      documents: tables.documents.filter(({ id }) => documentIds.has(id)),
      municipality_years: tables.municipality_years.filter((row) => codes.has(row.municipalityCode)),
      reports: tables.reports.filter(
        ({ municipalityCode }) => municipalityCode && codes.has(municipalityCode),
      ),
    }),
  }
}

/** The rows whose references all lead to a row. A dataset refers to itself and to those before it. */
function withoutDangling(tables: Tables): Tables {
  const kept: { [dataset: string]: readonly object[] } = {}
  const keys: { [dataset: string]: ReadonlySet<unknown> } = {}
  for (const name of datasetNames) {
    const { columns, key } = datasets[name]
    const references = Object.entries<Column>(columns).filter(
      ([, { references }]) => references && references !== name,
    )
    const rows: readonly { readonly [column: string]: unknown }[] = tables[name]
    const whole = rows.filter((row) =>
      references.every(
        ([column, { references = '' }]) => row[column] === null || keys[references]?.has(row[column]),
      ),
    )
    kept[name] = whole
    keys[name] = new Set(whole.map((row) => row[key[0]]))
  }
  return kept as Tables // the same rows, fewer
}
