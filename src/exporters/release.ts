import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/client.ts'
import { readCounts } from '../database/counts.ts'
import { readTemporalCoverage } from '../database/coverage.ts'
import { latestRevision } from '../database/revisions.ts'
import { readPages } from '../database/rows.ts'
import { datasetNames, datasets } from '../datasets/index.ts'
import { licence, title, totalsNote } from '../datasets/publication.ts'
import { ExportsUnavailable, pointLatestTo, Staging } from './folder.ts'
import { formats } from './formats.ts'
import { type Manifest, type ReleasedFile, readManifest, releaseName } from './manifest.ts'
import { descriptions } from './metadata/index.ts'
import { releaseReadme } from './readme.ts'

/** How many rows are held in memory at a time. */
const PAGE_ROWS = 5_000

export interface ReleaseResult {
  readonly manifest: Manifest
  /** False if this revision had been released before; then nothing was written. */
  readonly isNew: boolean
}

/**
 * Writes the release of the revision that the database holds, from one snapshot of it, and makes `latest`
 * lead to it. The release appears whole or not at all, and is never overwritten.
 */
export async function release(
  db: Database,
  exportsDir: string,
  progress: (file: string) => void = () => {},
): Promise<ReleaseResult> {
  const result = await db.transaction(
    async (snapshot): Promise<ReleaseResult> => {
      const revision = await latestRevision(snapshot)
      if (!revision)
        throw new ExportsUnavailable('Nothing has been loaded into the database: run npm run load first')
      const name = releaseName(revision)
      const released = readManifest(exportsDir, name)
      if (released) {
        await checkWhole(exportsDir, released)
        return { manifest: released, isNew: false }
      }

      const counts = await readCounts(snapshot)
      const head = {
        title,
        release: name,
        revision: revision.number,
        date: revision.date,
        content_sha256: revision.contentSha256,
        licence,
        note: totalsNote,
        counts: { agreements: counts.agreements, municipalities: counts.municipalities },
        temporal: await readTemporalCoverage(snapshot),
        datasets: datasetNames.map((dataset) => ({
          name: dataset,
          title: datasets[dataset].title,
          description: datasets[dataset].description,
          rows: counts.rows[dataset],
        })),
      }
      const staging = await Staging.begin(exportsDir)
      try {
        const files: ReleasedFile[] = []
        for (const { name: dataset, rows } of head.datasets) {
          for (const { extension, mediaType, write } of formats) {
            const path = `${dataset}.${extension}`
            progress(path)
            const pages = readPages(snapshot, dataset, PAGE_ROWS)
            const written = await staging.write(path, write(datasets[dataset], pages))
            files.push({ path, dataset, media_type: mediaType, rows, ...written })
          }
        }
        for (const { path, mediaType, text } of descriptions) {
          const written = await staging.write(path, [text(head, files)])
          files.push({ path, dataset: null, media_type: mediaType, rows: null, ...written })
        }
        const readme = await staging.write('README.md', [releaseReadme(head)])
        const about = { dataset: null, media_type: 'text/markdown; charset=utf-8', rows: null }
        files.push({ path: 'README.md', ...about, ...readme })
        const manifest = { ...head, files }
        const index = await staging.write('index.json', [`${JSON.stringify(manifest, null, 2)}\n`])
        await staging.write('SHA256SUMS', checksums([...files, { path: 'index.json', ...index }]))
        const isNew = await staging.publish(name)
        if (!isNew && !readManifest(exportsDir, name)) {
          throw new ExportsUnavailable(
            `${exportsDir}/${name} is in the way: it is no whole release. Remove it, or choose another EXPORTS_DIR`,
          )
        }
        return { manifest, isNew }
      } catch (error) {
        await staging.discard()
        throw error
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  await pointLatestTo(exportsDir, result.manifest.release)
  return result
}

/** Throws if a file of a release is missing or cut. Their bytes are for `sha256sum -c` to compare. */
async function checkWhole(exportsDir: string, { release: name, files }: Manifest): Promise<void> {
  for (const { path, bytes } of files) {
    const found = await stat(join(exportsDir, name, path)).catch(() => null)
    if (found?.size === bytes) continue
    throw new ExportsUnavailable(
      `${exportsDir}/${name} is damaged: ${path} ${found ? 'has another size' : 'is missing'}. Restore it, or remove the release`,
    )
  }
}

/** The lines that `sha256sum -c` reads. */
function checksums(files: readonly { path: string; sha256: string }[]): string[] {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`)
}
