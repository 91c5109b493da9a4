import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { sha256Of } from '../../common/sha256.ts'
import { readYaml, writeWhole } from '../../common/whole-file.ts'
import { slugOf } from '../../datasets/slug.ts'

// Claims are kept in one file for each person and agreement, so that git merges them without a conflict: if two people
// claim the same agreement at the same time, both are shown, the earlier first.

const claimSchema = z.strictObject({ agreement: z.string(), by: z.string(), at: z.string() })
/** Somebody's claim to work on an agreement. */
export type Claim = z.infer<typeof claimSchema>

const FOLDER = 'claims'
/** The id of an agreement, or the name of a draft's folder. */
export const CLAIMED_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/** The claims on the agreements of a folder of drafts, earliest first. */
export async function readClaims(drafts: string): Promise<Map<string, Claim[]>> {
  const folder = join(drafts, FOLDER)
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml'))
  // A file that is incomplete or foreign is ignored.
  const read = await Promise.all(names.map((name) => readYaml(join(folder, name), claimSchema)))
  const claims = read.filter((claim) => claim !== null).sort((one, other) => (one.at < other.at ? -1 : 1))
  return Map.groupBy(claims, ({ agreement }) => agreement)
}

/** Claims an agreement for somebody, or releases it. */
export async function writeClaim(drafts: string, claim: Claim, isTaken: boolean): Promise<void> {
  const folder = join(drafts, FOLDER)
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${claim.agreement}.${personOf(claim.by)}.yaml`)
  if (isTaken) await writeWhole(file, stringify(claim))
  else await rm(file, { force: true })
}

/** A person's name as part of a file name; different names give different ones. */
function personOf(by: string): string {
  const slug = slugOf(by)
  const isWhole = slug !== '' && slug === by.toLowerCase().replaceAll(' ', '-')
  return isWhole ? slug : `${slug || 'person'}-${sha256Of(by).slice(0, 6)}`
}
