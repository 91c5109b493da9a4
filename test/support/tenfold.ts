import type { Column } from '../../src/datasets/dataset.ts'
import { datasetNames, datasets, type Tables } from '../../src/datasets/index.ts'
import type { Data } from '../../src/records/read-data.ts'
import { PLACES_AND_WORDS } from './emptied.ts'

type Values = { readonly [column: string]: unknown }

/** What is not copied: places, people, and the words that all agreements share. */
const SHARED: ReadonlySet<string> = new Set([
  ...PLACES_AND_WORDS,
  'municipality_years',
  'signatories',
  'confirmations',
  'tombstones',
])

/** How many times each agreement stands in the data. */
const TIMES = 10

/** Made up for tests: data with each agreement, and all that belongs to it, ten times, each copy with ids of its own. */
export function tenfold({ tables, ...data }: Data): Data {
  const copied = datasetNames.map((name) => {
    const rows: readonly Values[] = tables[name]
    if (SHARED.has(name)) return [name, rows]
    const ids = Object.entries<Column>(datasets[name].columns).flatMap(([column, { references }]) =>
      column === 'id' || (references && !SHARED.has(references)) ? [column] : [],
    )
    return [
      name,
      Array.from({ length: TIMES }, (_, copy) => rows.map((row) => renamed(row, ids, copy))).flat(),
    ]
  })
  return { ...data, tables: Object.fromEntries(copied) as Tables } // the same datasets
}

function renamed(row: Values, columns: readonly string[], copy: number): Values {
  const ids = columns.map((column) => [column, row[column] && idOfCopy(String(row[column]), copy)])
  return { ...row, ...Object.fromEntries(ids) }
}

/** Ids begin with the municipality and the year of their agreement, or count the reports of a municipality. */
function idOfCopy(id: string, copy: number): string {
  if (copy === 0) return id
  return id
    .replace(/^(\d{4})-(\d{4}|undated)/, (_, code, year) => `${code}-${(Number(year) || 8000) + copy * 100}`)
    .replace(/-rep(\d+)/, (_, number) => `-rep${Number(number) + copy * 1000}`)
}
