import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Place } from './country.ts'

const rows = z.array(z.object({ code: z.string(), name: z.string() }))

/** The municipalities of Sweden, as the bundled data have them. */
export function places(): Place[] {
  const csv = readFileSync('data/reference/municipalities.csv')
  return rows.parse(parse(csv, { columns: true, bom: true }))
}
