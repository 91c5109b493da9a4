import { z } from 'zod'
import { reasonOf } from '../../common/reason.ts'
import { isReleaseName, type Manifest, parseManifest, releaseName } from '../manifest.ts'
import { PUBLIC_KEY, SIGNATURE } from '../signature.ts'
import { type CopyFinding, fault } from './finding.ts'

/** The files of a release that its manifest does not list, because they list or sign the others. */
export const LISTS = ['index.json', 'SHA256SUMS', SIGNATURE, PUBLIC_KEY] as const

/** Reads a manifest of unknown origin. Throws an error that says in one line why it is not valid. */
export function readManifest(bytes: Uint8Array): Manifest {
  try {
    return parseManifest(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : []
    throw new Error(issue ? `${issue.path.join('.')}: ${issue.message}` : reasonOf(error))
  }
}

/** Contradictions within a manifest, or with the name of the release's folder. */
export function faultsOfManifest(manifest: Manifest, standsUnder: string): CopyFinding[] {
  const { release, revision, content_sha256: contentSha256, datasets, files } = manifest
  const found: CopyFinding[] = []
  const add = (message: string) => found.push(fault('index.json', message))
  if (release !== releaseName({ number: revision, contentSha256 }))
    add(`calls itself ${release}, which is not the name of revision ${revision} with that content`)
  if (isReleaseName(standsUnder) && standsUnder !== release)
    add(`is for ${release}, but is stored under ${standsUnder}`)
  const names = new Set<string>(LISTS)
  for (const { path, dataset, rows } of files) {
    if (!isFileName(path)) add(`lists ${path}, which is not a valid file name in a release`)
    else if (names.has(path)) add(`lists ${path} twice, or although it is not a data file`)
    names.add(path)
    const told = dataset === null ? null : datasets.find(({ name }) => name === dataset)?.rows
    if (rows !== (told ?? null)) add(`says that ${path} has ${rows} rows, but ${dataset} ${told ?? 'none'}`)
  }
  return found
}

/** Whether a name is that of a file in a release, whose only folder is that of the charts: nothing else is opened. */
export function isFileName(path: string): boolean {
  return /^(?:charts\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(path)
}
