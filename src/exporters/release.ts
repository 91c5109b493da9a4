import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Database, Reader } from '../database/client.ts'
import { type Copier, openCopier } from '../database/copy.ts'
import { type Counts, readCounts } from '../database/counts.ts'
import { readTemporalCoverage } from '../database/coverage.ts'
import { latestRevision, type Revision } from '../database/revisions.ts'
import { datasetSource, type RowSource, readSource } from '../database/rows.ts'
import { inSnapshot } from '../database/snapshot.ts'
import { countView, viewSource } from '../database/views.ts'
import { datasetNames } from '../datasets/index.ts'
import { licence, title, totalsNote } from '../datasets/publication.ts'
import { viewNames } from '../datasets/views/index.ts'
import { ARCHIVE, archiveOf, checksumLines } from './archive.ts'
import { checkWhole } from './check-whole.ts'
import { datedDatasets } from './dated.ts'
import { writeChanges } from './delta/release-changes.ts'
import { refuseUnfit } from './fitness.ts'
import { bundles, formats } from './formats.ts'
import { listed } from './listed.ts'
import { type Manifest, type ReleasedFile, type ReleaseHead, releaseName } from './manifest.ts'
import { paths } from './metadata/files.ts'
import { descriptions } from './metadata/index.ts'
import type { Publisher } from './metadata/place.ts'
import { ParquetWriter } from './parquet.ts'
import { previousOf, releaseBefore } from './previous.ts'
import { releaseReadme } from './readme.ts'
import type { ReleasedTable } from './released-table.ts'
import { removeOldest } from './retention.ts'
import { PUBLIC_KEY, publicKeyPem, SIGNATURE, signatureOf } from './signature.ts'
import type { Staging } from './stores/staging.ts'
import { ExportsUnavailable, type ReleaseStore } from './stores/store.ts'

/** How many rows are in memory at a time. */
const PAGE_ROWS = 5_000

/** The progress of a release: which file is being written, and how many rows it has. */
export interface ReleaseStep {
  readonly file: string
  readonly rows: number | null
  /** How many files are done, of how many. */
  readonly done: number
  readonly files: number
}

/** The progress of a release in one line. */
export function describeStep({ file, rows, done, files }: ReleaseStep): string {
  return `writing file ${done + 1} of ${files}: ${file}${rows === null ? '' : `, ${rows} rows`}`
}

/** Who publishes the data, and at which address they are served: null if it is not set. */
export interface ReleaseSource {
  readonly url: string | null
  readonly publisher: Publisher | null
}

const UNKNOWN: ReleaseSource = { url: null, publisher: null }

export interface ReleaseResult {
  readonly manifest: Manifest
  /** False if this revision had been released before; then nothing was written. */
  readonly isNew: boolean
  /** Why it has no delta although there is a previous release. */
  readonly fault?: string | null
}

/** A file of a release that is not a format of a dataset, such as a chart. */
interface FurtherFile {
  readonly path: string
  readonly mediaType: string
  readonly contents: string | Buffer
}

/** How a release is written. */
export interface ReleaseOptions {
  /** Who publishes it and where, which is stated in files that may be found alone. */
  readonly source?: ReleaseSource
  /** Called for each file that is started. */
  readonly progress?: (step: ReleaseStep) => void
  /** The key to sign it with. */
  readonly signingKey?: KeyObject | null
  /** Further files of the revision, which are made from the database. */
  readonly further?: (revision: Revision) => Promise<readonly FurtherFile[]>
  /** Whether the data are a sample, whose datasets may have fewer rows than `leastRows`. */
  readonly isSample?: boolean
}

/**
 * Writes the release of the current revision from one snapshot of the database, and makes `latest` lead to it. The release
 * appears completely or not at all, and is never overwritten. The oldest releases may be removed.
 *
 * @throws {ReleaseRefused} when the data are not fit to be released.
 */
export async function release(
  db: Database,
  store: ReleaseStore,
  options: ReleaseOptions = {},
): Promise<ReleaseResult> {
  const result = await inSnapshot(db, async (snapshot): Promise<ReleaseResult> => {
    const revision = await latestRevision(snapshot)
    if (!revision) throw new ExportsUnavailable('The database is empty: run npm run load first')
    const name = releaseName(revision)
    const released = await store.manifest(name)
    if (released) {
      await checkWhole(store, released)
      return { manifest: released, isNew: false }
    }

    const copier = await openCopier(db, snapshot)
    try {
      return await writeRelease(snapshot, copier, { store, name, revision }, options)
    } finally {
      await copier?.close()
    }
  })
  await leadLatest(db, store, result.manifest.release)
  await removeOldest(store)
  return result
}

/**
 * Makes `latest` lead to the release that was just made, or, if newer data were loaded and released meanwhile, to that of
 * the newer data, whichever of the two ends last.
 */
async function leadLatest(db: Database, store: ReleaseStore, made: string): Promise<void> {
  const newest = async () => {
    const revision = await latestRevision(db)
    const name = revision && releaseName(revision)
    return name !== null && (await store.manifest(name)) ? name : made
  }
  let led: string | null = null
  for (let next = await newest(); next !== led; next = await newest()) {
    await store.pointLatestTo(next)
    led = next
  }
}

async function writeRelease(
  snapshot: Reader,
  copier: Copier | null,
  { store, name, revision }: { store: ReleaseStore; name: string; revision: Revision },
  { source = UNKNOWN, progress = () => {}, signingKey = null, further, isSample = false }: ReleaseOptions,
): Promise<ReleaseResult> {
  const counts = await readCounts(snapshot)
  const tables = await releasedTables(snapshot, counts, copier)
  const few = isSample ? [] : tables.filter(({ dataset, rows }) => rows < dataset.leastRows)
  await refuseUnfit(snapshot, name, few, counts.drafts)
  const staging = await store.stage()
  try {
    const before = await releaseBefore(store, revision.number)
    const previous = await previousOf(store, before)
    const undated = await headOf(snapshot, revision, { tables, counts, previous, source })
    const tell = counting(progress, tables)
    // At the same time, since pictures do not depend on the tables.
    const drawn = further?.(revision) ?? Promise.resolve([])
    drawn.catch(() => {}) // thrown when it is awaited
    const files = await writeTables(staging, tables, undated, tell)
    const head = { ...undated, datasets: datedDatasets(undated, files, before) }
    for (const { path, mediaType, contents } of await drawn)
      files.push(...listed(await staging.write(path, [contents]), mediaType, null))
    tell(paths.delta, null)
    const changes = await writeChanges(store, staging, before, head, files)
    for (const { written, mediaType } of changes.files) files.push(...listed(written, mediaType, null))
    for (const { path, mediaType, text } of descriptions) {
      files.push(...listed(await staging.write(path, [text(head, files)]), mediaType, null))
    }
    const readme = await staging.write('README.md', [releaseReadme(head)])
    files.push(...listed(readme, 'text/markdown; charset=utf-8', null))
    tell(ARCHIVE, null)
    const archive = archiveOf(head.release, files, (path) => createReadStream(staging.pathOf(path)))
    if (archive) files.push(...listed(await staging.write(ARCHIVE, archive), 'application/zip', null))
    const manifest = { ...head, files }
    const index = `${JSON.stringify(manifest, null, 2)}\n`
    const lists = await staging.write('index.json', [index])
    if (signingKey) {
      lists.push(...(await staging.write(SIGNATURE, [signatureOf(index, signingKey)])))
      lists.push(...(await staging.write(PUBLIC_KEY, [publicKeyPem(signingKey)])))
    }
    await staging.write('SHA256SUMS', [checksumLines([...files, ...lists])])
    if ((await latestRevision(snapshot))?.number !== revision.number) {
      throw new ExportsUnavailable(`The data changed while ${name} was written. Release again`)
    }
    if (await store.publish(staging, name)) return { manifest, isNew: true, fault: changes.fault }
    // Another process was faster. Its release counts, and may have another previous release than ours.
    const released = await store.manifest(name)
    if (released) return { manifest: released, isNew: false }
    throw new ExportsUnavailable(
      `${store.place}/${name} already exists but is not a complete release. Remove it, or store releases elsewhere`,
    )
  } catch (error) {
    await staging.discard()
    throw error
  }
}

/** The part of a manifest about the release as a whole. */
async function headOf(
  snapshot: Reader,
  revision: Revision,
  of: {
    tables: readonly ReleasedTable[]
    counts: Counts
    previous: ReleaseHead['previous']
    source: ReleaseSource
  },
): Promise<ReleaseHead> {
  const { tables, previous, source } = of
  const { agreements, municipalities } = of.counts
  const name = releaseName(revision)
  return {
    title,
    release: name,
    revision: revision.number,
    date: revision.date,
    content_sha256: revision.contentSha256,
    previous,
    publisher: source.publisher,
    address: source.url === null ? null : `${source.url}/exports/${name}/`,
    licence,
    note: totalsNote,
    counts: { agreements, municipalities },
    temporal: await readTemporalCoverage(snapshot),
    datasets: tables.map(({ dataset, rows }) => ({
      name: dataset.name,
      title: dataset.title,
      description: dataset.description,
      rows,
    })),
  }
}

/** Every dataset and view, to be read in the snapshot. A copier writes the large ones faster. */
async function releasedTables(
  snapshot: Reader,
  { rows }: Counts,
  copier: Copier | null,
): Promise<ReleasedTable[]> {
  const tableOf = (source: RowSource, count: number): ReleasedTable => ({
    dataset: source.dataset,
    rows: count,
    pages: count > PAGE_ROWS ? () => readSource(snapshot, source, PAGE_ROWS) : readOnce(snapshot, source),
    copy: copier && count > PAGE_ROWS ? (form, frame) => copier.copy(source, form, frame) : null,
  })
  const tables = datasetNames.map((name) => tableOf(datasetSource(name), rows[name]))
  for (const name of viewNames) tables.push(tableOf(viewSource(name), await countView(snapshot, name)))
  return tables
}

/** The rows of a small source, which are read from the database once for all formats. */
function readOnce(snapshot: Reader, source: RowSource): () => AsyncGenerator<readonly object[]> {
  let read: Promise<object[][]> | undefined
  return async function* () {
    read ??= Array.fromAsync(readSource(snapshot, source, PAGE_ROWS))
    yield* await read
  }
}

/**
 * Reports each file with its number among all: those of the tables, those with all tables, the changes, and the archive.
 */
function counting(progress: (step: ReleaseStep) => void, tables: readonly ReleasedTable[]) {
  const ofTables = tables.map(({ dataset }) => formats.filter(({ has }) => has(dataset)).length)
  const files = ofTables.reduce((sum, count) => sum + count, bundles.length + 2)
  let done = 0
  return (file: string, rows: number | null) => progress({ file, rows, done: done++, files })
}

/** Writes every dataset in each of its formats, and the files with all datasets. */
async function writeTables(
  staging: Staging,
  tables: readonly ReleasedTable[],
  head: ReleaseHead,
  tell: (file: string, rows: number | null) => void,
): Promise<ReleasedFile[]> {
  const files: ReleasedFile[] = []
  const tools = { staging, parquet: new ParquetWriter() }
  try {
    for (const table of tables) {
      for (const { extension, mediaType, has, put } of formats) {
        if (!has(table.dataset)) continue
        const path = `${table.dataset.name}.${extension}`
        tell(path, table.rows)
        files.push(...listed(await put(tools, path, table), mediaType, table))
      }
    }
    for (const { file, mediaType, put } of bundles) {
      tell(file, null)
      files.push(...listed(await put(tools, tables, head), mediaType, null))
    }
    return files
  } finally {
    await tools.parquet.close()
  }
}
