import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { knownAddresses } from '../catalogue-run/addresses.ts'
import { type RunMeans, runCatalogue } from '../catalogue-run/run.ts'
import { RunState } from '../catalogue-run/run-state.ts'
import { type RunSummary, summaryOf } from '../catalogue-run/summary.ts'
import { takeLock } from '../common/take-lock.ts'
import { WrongUsage } from '../config.ts'
import { readData } from '../records/read-data.ts'
import type { Drafting } from '../review/keeping/keep-source.ts'

/** The source of the addresses, and the place of their drafts. */
export interface CatalogueRun
  extends Pick<RunMeans, 'reader' | 'follow' | 'timegate' | 'allowPrivateAddresses' | 'onDone' | 'onError'> {
  readonly words: readonly string[]
  readonly data: string
  readonly out: string
  readonly drafting: Drafting
  readonly stopping?: AbortSignal
}

/**
 * Requests the pages at the addresses of the catalogue and summarises the result. Only one process at a time may do so in a
 * folder.
 *
 * @throws {WrongUsage} when no address matches the words given, or another run uses the folder.
 */
export async function ingestCatalogue(run: CatalogueRun): Promise<RunSummary> {
  const { words, data, out } = run
  const { tables } = readData(data)
  const every = knownAddresses(tables, [])
  const addresses = words.length === 0 ? every : knownAddresses(tables, words)
  if (addresses.length === 0)
    throw new WrongUsage(
      `no address matches ${words.join(', ')}; give the name or code of a municipality, the beginning of an agreement's id, or a part of an address`,
    )
  const archive = join(out, 'archive')
  await mkdir(archive, { recursive: true })
  const release = takeLock(join(archive, 'lock'))
  if (!release)
    throw new WrongUsage(
      `${archive} is in use by another run; wait until it ends, or give another folder with --out`,
    )
  try {
    const known = new Set(every.map(({ url }) => url))
    const state = await RunState.open(join(archive, 'catalogue.json'), known, new Date())
    return summaryOf(await runCatalogue(addresses, { ...run, state, archive }), state)
  } finally {
    release()
  }
}
