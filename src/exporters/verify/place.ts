import type { KeyObject } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { reasonOf } from '../../common/reason.ts'
import { isReleaseName } from '../manifest.ts'
import { SIGNATURE } from '../signature.ts'
import { LATEST } from '../stores/store.ts'
import { type Copy, copyInFolder, readListed } from './copy.ts'
import { type CopyFinding, fault, note } from './finding.ts'
import { copyAt, type DownloadPatience } from './http-copy.ts'
import { readManifest } from './manifest.ts'
import { type Verified, verifyRelease } from './release.ts'

/** Thrown when a place cannot be checked: there is no release, or it does not respond. The message says which. */
export class NothingToVerify extends Error {
  override readonly name = 'NothingToVerify'
}

/** How a place is checked. */
export interface VerifyOptions {
  /** The keys that the reader trusts. If there are none, a signature is checked by the key that comes with it. */
  readonly trusted?: readonly KeyObject[]
  /** Called for each file that is started. */
  readonly progress?: (file: string) => void
  readonly patience?: DownloadPatience
}

/**
 * Checks the release at a place, or all releases in it, the newest first: a folder of this machine, or an HTTP
 * address. For a folder, the network is not used. Throws `NothingToVerify`.
 */
export async function verifyPlace(
  place: string,
  { trusted = [], progress = () => {}, patience }: VerifyOptions = {},
): Promise<Verified[]> {
  const copies = await copiesAt(
    isAddress(place)
      ? copyAt(folderOf(place), patience)
      : copyInFolder(await realpath(place).catch(() => resolve(place))),
  )
  const checked: Verified[] = []
  for (const copy of copies) {
    const verified = await verifyRelease(copy, trusted, progress)
    checked.push(trusted.length > 0 && !verified.isSigned ? vouchedFor(verified, checked) : verified)
  }
  return checked
}

/** Whether a place is an address, rather than a folder. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place)
}

/** The address of a folder, with a slash at its end, also if the address of its `index.json` is given. */
function folderOf(address: string): URL {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/(\/index\.json|\/*)$/, '/')
  url.search = ''
  url.hash = ''
  return url
}

/** The copies of releases at a place, the newest first: the place itself, or those in it. */
async function copiesAt(place: Copy): Promise<Copy[]> {
  const unreadable = (error: unknown) => {
    throw new NothingToVerify(`${place.place} cannot be read: ${reasonOf(error)}`)
  }
  const index = await readListed(place, 'index.json').catch(unreadable)
  const listed = index && listedIn(index)
  if (index && !listed) return [await byItsName(place, index)]
  const names = (await place.names().catch(unreadable)) ?? listed ?? []
  const releases = names
    .filter(isReleaseName)
    .sort((one, other) => revisionNumber(other) - revisionNumber(one))
  if (releases.length === 0) throw new NothingToVerify(`No release found at ${place.place}`)
  return releases.map((name) => place.within(name))
}

const listSchema = z.object({ releases: z.array(z.object({ release: z.string() })) })

/** The names in a list of releases, which a server has in place of a manifest. Null if it is not such a list. */
function listedIn(index: Uint8Array): string[] | null {
  try {
    return listSchema.parse(JSON.parse(index.toString())).releases.map(({ release }) => release)
  } catch {
    return null
  }
}

/** A server's latest release by its own name, so that its files stay the same if another is published meanwhile. */
async function byItsName(copy: Copy, index: Uint8Array): Promise<Copy> {
  if (copy.name !== LATEST || !isAddress(copy.place)) return copy
  try {
    const { release } = readManifest(index)
    if (!isReleaseName(release)) return copy
    const named = copy.beside(release)
    return (await readListed(named, 'index.json'))?.equals(index) ? named : copy
  } catch {
    return copy
  }
}

/** The revision in the name of a release. */
function revisionNumber(release: string): number {
  return Number.parseInt(release.slice(1), 10)
}

/**
 * The note for a release that is not signed: it can be trusted as much as a signed one that was checked before and that
 * contains its hash, or the hash of one that does.
 */
function vouchedFor(verified: Verified, checked: readonly Verified[]): Verified {
  const next = checked.find(
    ({ isWhole, previous }) =>
      isWhole &&
      previous?.release === verified.release &&
      previous?.manifest_sha256 === verified.manifestSha256,
  )
  const finding: CopyFinding = next
    ? note(`is not signed, but ${next.release} contains its SHA-256`)
    : fault(
        SIGNATURE,
        'is missing: the release is not signed, and no signed release that was checked contains its SHA-256',
      )
  return {
    ...verified,
    isWhole: verified.isWhole && finding.kind === 'note',
    findings: [...verified.findings, finding],
  }
}
