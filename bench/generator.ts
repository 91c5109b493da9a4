import { createHash } from 'node:crypto'
import { datasetNames, type Tables } from '../src/datasets/index.ts'
import { agreementRows } from './generator/agreement.ts'
import { readPlaces } from './generator/places.ts'
import type { Size } from './generator/sizes.ts'

/** The day of the made-up data. It is part of them, so it stays. */
export const MADE_UP_DATE = '2026-01-01'

/** How many agreements are made before their rows are given away: about 100,000 activities. */
const BATCH = 5_000

/**
 * All rows of the made-up data, in batches: first what the others refer to, then agreements with all that hangs on
 * them. Every run gives the same. The texts say that they are made up; places, topics and actors are the real ones.
 */
export function* generate(size: Size): Generator<Partial<Tables>> {
  const places = readPlaces()
  yield places.rows
  for (let from = 0; from < size.agreements; from += BATCH) {
    const batch = Object.fromEntries(datasetNames.map((table) => [table, []])) as unknown as Tables
    for (let number = from; number < Math.min(from + BATCH, size.agreements); number++) {
      append(batch, agreementRows(number, size, places))
    }
    yield batch
  }
}

/** Stands for the checksum of the content, which would need all rows at once: equal where the data are. */
export function madeUpSha256(size: Size): string {
  return createHash('sha256')
    .update(`made up ${JSON.stringify(size)} ${MADE_UP_DATE}`)
    .digest('hex')
}

function append(batch: Tables, rows: Partial<Tables>): void {
  for (const table of datasetNames) {
    const target: object[] = batch[table]
    for (const row of rows[table] ?? []) target.push(row)
  }
}
