import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { readIfThere } from '../../common/whole-file.ts'
import { publisherKind } from '../../datasets/vocabularies/agreements.ts'
import { oneOf } from '../../records/field.ts'

const rowSchema = z.object({
  id: z.string(),
  municipality_code: z.string().default(''),
  url: z.string(),
  publisher_kind: oneOf(publisherKind).nullable().catch(null),
  topics: z.string().default(''),
  summary_sv: z.string().default(''),
  summary_en: z.string().default(''),
})
/** A row of the catalogue: one municipality's part in an agreement that is known only by facts and a link. */
export type KnownRow = z.infer<typeof rowSchema>

/** The rows of the catalogue in a data folder. */
export async function readCatalogue(data: string): Promise<KnownRow[]> {
  const csv = await readIfThere(join(data, ...CATALOGUE))
  return csv ? parseCatalogue(csv) : []
}

/** The path of the catalogue in a data folder. */
export const CATALOGUE = ['agreements', 'catalogued.csv'] as const

/** The rows of a catalogue. Its errors are reported when it is loaded: then it has no rows here. */
export function parseCatalogue(csv: string | Buffer): KnownRow[] {
  try {
    return z.array(rowSchema).parse(parse(csv, { columns: true, bom: true }))
  } catch {
    return []
  }
}
