import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { readIfThere, writeWhole } from '../../common/whole-file.ts'
import type { Unfinished } from '../record/unfinished.ts'

const ROLES = ['lookups', 'roles.csv'] as const
const rows = z.array(z.object({ wording: z.string(), role: z.string(), organisation: z.string() }))

type RoleSaid = Pick<Unfinished['signatures'][number], 'role' | 'roleAsPrinted' | 'organisation'>

/**
 * Records in the lookup of a data folder which role a wording stands for, for documents that are read from then on. An
 * existing wording without a role gets one.
 */
export async function rememberRole(
  data: string,
  { role, roleAsPrinted, organisation }: RoleSaid,
): Promise<void> {
  const wording = roleAsPrinted.words.replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')
  // A star would match any letters there.
  if (role === null || wording === '' || wording.includes('*')) return
  const file = join(data, ...ROLES)
  const csv = (await readIfThere(file))?.toString('utf8')
  if (csv === undefined) return
  const known = rows.parse(parse(csv, { columns: true, bom: true }))
  const row = { wording, role, organisation: organisation.kind }
  const before = known.find((each) => each.wording === wording)
  if (before && before.role !== '') return
  const after = before ? known.map((each) => (each === before ? row : each)) : [...known, row]
  await writeWhole(file, stringify(after, { header: true, columns: ['wording', 'role', 'organisation'] }))
}
