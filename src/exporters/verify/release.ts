import type { KeyObject } from 'node:crypto'
import { reasonOf } from '../../common/reason.ts'
import { sha256Of } from '../../common/sha256.ts'
import type { Manifest } from '../manifest.ts'
import { PUBLIC_KEY, SIGNATURE } from '../signature.ts'
import { checkPrevious } from './chain.ts'
import { ContentCheck } from './content.ts'
import { type Copy, readListed } from './copy.ts'
import { faultsOfFile } from './files.ts'
import { type CopyFinding, fault, note } from './finding.ts'
import { faultsOfManifest, isFileName, LISTS, readManifest } from './manifest.ts'
import { checkSignature } from './signed.ts'
import { faultsOfSums } from './sums.ts'

/** The findings about one copy of a release. */
export interface Verified {
  readonly place: string
  /** The name in its manifest, or null if it has none. */
  readonly release: string | null
  /** Whether it has no faults. */
  readonly isWhole: boolean
  readonly files: number
  readonly bytes: number
  /** The SHA-256 of its `index.json`, to be compared with the value in the next release. */
  readonly manifestSha256: string | null
  /** Whether it has a signature, valid or not. */
  readonly isSigned: boolean
  /** The fingerprint of the key of a valid signature; otherwise null. */
  readonly signedBy: string | null
  readonly previous: Manifest['previous']
  readonly findings: readonly CopyFinding[]
}

/** Checks a copy of a release: each file, the lists of files, the signature, and the link to the previous release. */
export async function verifyRelease(
  copy: Copy,
  trusted: readonly KeyObject[],
  progress: (file: string) => void,
): Promise<Verified> {
  const findings: CopyFinding[] = []
  const list = (file: string) =>
    readListed(copy, file).catch((error: unknown) => {
      findings.push(fault(file, `cannot be read: ${reasonOf(error)}`))
      return null
    })
  const required = async (file: string) => {
    const bytes = await list(file)
    if (!bytes && findings.every((finding) => finding.file !== file)) findings.push(fault(file, 'is missing'))
    return bytes
  }
  const index = await required('index.json')
  const manifest = index && checkedManifest(index, findings)
  if (!index || !manifest) return { ...NOTHING, place: copy.place, findings }

  findings.push(...faultsOfManifest(manifest, copy.name))
  const content = await ContentCheck.of(copy, manifest)
  for (const file of manifest.files) {
    if (!isFileName(file.path)) continue
    progress(`${copy.name}/${file.path}`)
    findings.push(...(await faultsOfFile(copy, file, manifest.files, content)))
  }
  // If files differ from the manifest, so do their rows, which has been reported.
  if (content && findings.length === 0) findings.push(...content.faults())
  const [signature, publicKey] = [await list(SIGNATURE), await list(PUBLIC_KEY)]
  const sums = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  for (const [name, bytes] of [
    ['index.json', index],
    [SIGNATURE, signature],
    [PUBLIC_KEY, publicKey],
  ] as const) {
    if (bytes) sums.set(name, sha256Of(bytes))
  }
  const sumsFile = await required('SHA256SUMS')
  if (sumsFile) findings.push(...faultsOfSums(sumsFile.toString(), sums))
  findings.push(...(await unlisted(copy, manifest)))
  const signed = checkSignature({ manifest: index, signature, publicKey }, trusted)
  findings.push(...signed.findings, await checkPrevious(copy, manifest))
  return {
    place: copy.place,
    release: manifest.release,
    isWhole: findings.every(({ kind }) => kind === 'note'),
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    manifestSha256: sha256Of(index),
    isSigned: signature !== null || publicKey !== null,
    signedBy: signed.by,
    previous: manifest.previous,
    findings,
  }
}

const NOTHING = {
  release: null,
  isWhole: false,
  files: 0,
  bytes: 0,
  manifestSha256: null,
  isSigned: false,
  signedBy: null,
  previous: undefined,
} as const

function checkedManifest(bytes: Uint8Array, findings: CopyFinding[]): Manifest | null {
  try {
    return readManifest(bytes)
  } catch (error) {
    findings.push(fault('index.json', `is not a valid manifest of a release: ${reasonOf(error)}`))
    return null
  }
}

/** The files in a copy that are not listed anywhere. */
async function unlisted(copy: Copy, { files }: Manifest): Promise<CopyFinding[]> {
  const names = await copy.names()
  if (names === null)
    return [note('is on a server, so it is not known whether there are files that are not listed')]
  const known = new Set<string>([...LISTS, ...files.map(({ path }) => path)])
  const folders = new Set(files.flatMap(({ path }) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])))
  const below = await Promise.all(
    [...folders]
      .filter((folder) => names.includes(folder))
      .map(async (folder) => ((await copy.within(folder).names()) ?? []).map((name) => `${folder}/${name}`)),
  )
  return [...names.filter((name) => !folders.has(name)), ...below.flat()]
    .filter((name) => !known.has(name))
    .map((name) => fault(name, 'is not listed in index.json'))
}
