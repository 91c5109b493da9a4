import { createReadStream } from 'node:fs'
import type { Text } from '../../datasets/dataset.ts'
import type { ReleasedFile, ReleaseHead } from '../manifest.ts'
import { dataPackage } from '../metadata/data-package.ts'
import { paths } from '../metadata/files.ts'
import type { Written } from '../stored.ts'
import type { Staging } from '../stores/staging.ts'
import { ExportsUnavailable, type ReleaseStore } from '../stores/store.ts'
import { Places } from './places.ts'
import { compared, isComparable, openRelease, type ReadableRelease } from './releases.ts'
import { Summary } from './summary.ts'
import { firstReleasePage, summaryPage } from './summary-page.ts'
import { deltaOf, headOf } from './write.ts'

/** Files of one kind that were written. */
interface WrittenAs {
  readonly mediaType: string
  readonly written: readonly Written[]
}

/**
 * Writes what a release changes against the one before it in the store: the delta, and a summary in each language. The
 * first release has no delta, and its summary says so.
 */
export async function writeChanges(
  store: ReleaseStore,
  staging: Staging,
  head: ReleaseHead,
  files: readonly ReleasedFile[],
): Promise<WrittenAs[]> {
  const previous = await releaseBefore(store, head)
  if (!previous) return writePages(staging, (language) => firstReleasePage(head, language))

  const from = await openRelease(previous)
  const to = compared(head, dataPackage(head, files), files, (path) => createReadStream(staging.pathOf(path)))
  const summary = new Summary(await Places.of(from, to))
  const written = await staging.write(
    paths.delta,
    deltaOf(from, to, (change) => summary.see(change)),
  )
  const pages = await writePages(staging, (language) =>
    summaryPage({ from, to }, headOf(from, to), summary, language),
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

/** The release of the newest revision below this one, of those that can be compared with. */
async function releaseBefore(
  store: ReleaseStore,
  { revision }: ReleaseHead,
): Promise<ReadableRelease | null> {
  const manifest = (await store.manifests()).find((each) => each.revision < revision && isComparable(each))
  if (!manifest) return null
  return {
    manifest,
    async *read(path) {
      try {
        yield* store.read(manifest.release, path)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new ExportsUnavailable(
          `${store.place}/${manifest.release}, the release before, can't be read: ${reason}. Restore it, or remove the release`,
          { cause: error },
        )
      }
    },
  }
}
