import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { sha256Of } from '../../common/sha256.ts'
import { readYaml, writeWhole } from '../../common/whole-file.ts'
import { slugOf } from '../../datasets/slug.ts'

// Who has taken what stands in a file for each person and agreement, so that git merges them without a conflict: two who
// took the same one at the same time are both seen, the first first.

const claimSchema = z.strictObject({ agreement: z.string(), by: z.string(), at: z.string() })
/** Somebody has taken an agreement to work on. */
export type Claim = z.infer<typeof claimSchema>

const FOLDER = 'claims'
/** What an agreement or the folder of a draft is called. */
export const CLAIMED_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/** Who has taken which agreement of a folder of drafts; whoever took one first stands first. */
export async function readClaims(drafts: string): Promise<Map<string, Claim[]>> {
  const folder = join(drafts, FOLDER)
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml'))
  // A file that is half written, or somebody else's, says nothing.
  const read = await Promise.all(names.map((name) => readYaml(join(folder, name), claimSchema)))
  const claims = read.filter((claim) => claim !== null).sort((one, other) => (one.at < other.at ? -1 : 1))
  return Map.groupBy(claims, ({ agreement }) => agreement)
}

/** Takes an agreement for somebody, or leaves it. */
export async function writeClaim(drafts: string, claim: Claim, isTaken: boolean): Promise<void> {
  const folder = join(drafts, FOLDER)
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${claim.agreement}.${personOf(claim.by)}.yaml`)
  if (isTaken) await writeWhole(file, stringify(claim))
  else await rm(file, { force: true })
}

/** A name as a part of a file's name; another one for every name. */
function personOf(by: string): string {
  const slug = slugOf(by)
  const isWhole = slug !== '' && slug === by.toLowerCase().replaceAll(' ', '-')
  return isWhole ? slug : `${slug || 'person'}-${sha256Of(by).slice(0, 6)}`
}
