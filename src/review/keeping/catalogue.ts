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
  summary_sv: z.string().default(''),
  summary_en: z.string().default(''),
})
/** A row of the catalogue: one municipality's part in an agreement that is known by facts and a link. */
export type KnownRow = z.infer<typeof rowSchema>

/** The rows of the catalogue in a data folder. What is wrong with it is for the load to say: then there are none. */
export async function readCatalogue(data: string): Promise<KnownRow[]> {
  const csv = await readIfThere(join(data, 'agreements', 'catalogued.csv'))
  if (!csv) return []
  try {
    return z.array(rowSchema).parse(parse(csv, { columns: true, bom: true }))
  } catch {
    return []
  }
}
