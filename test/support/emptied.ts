import type { DatasetName } from '../../src/datasets/index.ts'
import type { Data } from '../../src/records/read-data.ts'

/** What is left of data of which nobody has looked for agreements: places, topics and actors. */
export const PLACES_AND_WORDS: ReadonlySet<string> = new Set<DatasetName>([
  'police_regions',
  'counties',
  'municipalities',
  'police_districts',
  'police_areas',
  'police_area_municipalities',
  'topics',
  'actors',
])

/** Made up for tests: data in which nothing is known of any agreement. */
export function emptied(data: Data): Data {
  const tables = Object.fromEntries(
    Object.entries(data.tables).map(([name, rows]) => [name, PLACES_AND_WORDS.has(name) ? rows : []]),
  ) as typeof data.tables // the same datasets
  const municipalities = tables.municipalities.map((row) => ({
    ...row,
    researchState: 'not_researched' as const,
  }))
  return { ...data, tables: { ...tables, municipalities } }
}
