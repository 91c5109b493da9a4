import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { reasonOf } from '../../common/reason.ts'
import type { Text } from '../../datasets/dataset.ts'
import type { Manifest, ReleasedFile, ReleaseHead, Written } from '../manifest.ts'
import { dataPackage } from '../metadata/data-package.ts'
import { paths } from '../metadata/files.ts'
import type { Staging } from '../stores/staging.ts'
import { ExportsUnavailable, type ReleaseStore } from '../stores/store.ts'
import { Names } from './names.ts'
import { Places } from './places.ts'
import { compared, openRelease, type ReadableRelease } from './releases.ts'
import { DeltaRefused } from './shape.ts'
import { Summary } from './summary.ts'
import { firstReleasePage, notComparedPage, summaryPage } from './summary-page.ts'
import { deltaHead, deltaOf } from './write.ts'

/** Files of one kind that were written. */
interface WrittenAs {
  readonly mediaType: string
  readonly written: readonly Written[]
}

/** What a release has changed, as far as it is known. */
interface ReleaseChanges {
  readonly files: readonly WrittenAs[]
  /** Why the previous release cannot be compared; null if it was, or if there is none. */
  readonly fault: string | null
}

/**
 * Writes what a release changes compared with the previous one in the store: the delta, and a summary in each language. The
 * first release has no delta, nor does one after a release that cannot be compared; their summaries say so.
 */
export async function writeChanges(
  store: ReleaseStore,
  staging: Staging,
  before: Manifest | null,
  head: ReleaseHead,
  files: readonly ReleasedFile[],
): Promise<ReleaseChanges> {
  if (!before) {
    return { files: await writePages(staging, (language) => firstReleasePage(head, language)), fault: null }
  }
  try {
    return { files: await writeDelta(staging, readable(store, before), head, files), fault: null }
  } catch (error) {
    if (!(error instanceof DeltaRefused)) throw error
    for (const name of await readdir(staging.path))
      if (name.startsWith(paths.delta)) await rm(staging.pathOf(name))
    const pages = await writePages(staging, (language) => notComparedPage(head, before.release, language))
    return { files: pages, fault: error.message }
  }
}

async function writeDelta(
  staging: Staging,
  before: ReadableRelease,
  head: ReleaseHead,
  files: readonly ReleasedFile[],
): Promise<WrittenAs[]> {
  const from = await openRelease(before)
  const to = compared(head, dataPackage(head, files), files, (path) => createReadStream(staging.pathOf(path)))
  const summary = new Summary(await Places.of(from, to))
  const written = await staging.write(
    paths.delta,
    deltaOf(from, to, (change) => summary.see(change)),
  )
  const names = await Names.of(from, to, summary.links())
  const pages = await writePages(staging, (language) =>
    summaryPage({ from, to }, deltaHead(from, to), summary, names, language),
  )
  return [{ mediaType: 'application/jsonl; charset=utf-8', written }, ...pages]
}

async function writePages(staging: Staging, textOf: (language: keyof Text) => string): Promise<WrittenAs[]> {
  const pages: WrittenAs[] = []
  for (const language of ['sv', 'en'] as const) {
    const written = await staging.write(paths.changes[language], [textOf(language)])
    pages.push({ mediaType: 'text/markdown; charset=utf-8', written })
  }
  return pages
}

/** A release of the store, whose files are read when they are needed. */
function readable(store: ReleaseStore, manifest: Manifest): ReadableRelease {
  return {
    manifest,
    async *read(path) {
      try {
        yield* store.read(manifest.release, path)
      } catch (error) {
        if ((await store.size(manifest.release, path)) === null) {
          throw new DeltaRefused(
            `${path} of ${manifest.release} is missing. Restore it, or remove the release`,
          )
        }
        const reason = reasonOf(error)
        throw new ExportsUnavailable(
          `${store.place}/${manifest.release}, the previous release, cannot be read: ${reason}. Restore it, or remove the release`,
          { cause: error },
        )
      }
    },
  }
}
