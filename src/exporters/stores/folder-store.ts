import { randomUUID } from 'node:crypto'
import {
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { CHUNK_BYTES } from '../../common/chunk-bytes.ts'
import { makeFolder } from '../../common/make-folder.ts'
import { isReleaseName, type Manifest, newestRevisionFirst, parseManifest } from '../manifest.ts'
import { failureOf } from './disk-errors.ts'
import { filesBelow } from './files-below.ts'
import { removeLeftOver } from './left-over.ts'
import { Staging } from './staging.ts'
import { ExportsUnavailable, KEPT_MANIFESTS, LATEST, type ReadOptions, type ReleaseStore } from './store.ts'

/** The error codes for renaming a folder to a name that is taken. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR']

/** The names of hidden folders: not yet a release, or no longer one. */
const STAGING = '.staging-'

/** Releases in a folder of this machine, one folder each. */
export class FolderStore implements ReleaseStore {
  readonly place: string
  readonly kept: number
  readonly #folder: string
  readonly #manifests = new LRUCache<string, { stamp: string; manifest: Manifest }>({ max: KEPT_MANIFESTS })

  constructor(exportsDir: string, kept = 0) {
    this.#folder = exportsDir
    this.place = exportsDir
    this.kept = kept
  }

  async stage(): Promise<Staging> {
    try {
      makeFolder(this.#folder)
      await removeLeftOver(this.#folder, STAGING)
      const path = this.#unseen()
      await mkdir(path)
      return new Staging(path, (error) => this.#unwritable(error))
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  async publish(staging: Staging, release: string): Promise<boolean> {
    await staging.guard(() => syncAll(staging.path))
    try {
      await rename(staging.path, join(this.#folder, release))
    } catch (error) {
      await staging.discard()
      if (isErrorOf(error, TAKEN)) return false
      throw this.#unwritable(error)
    }
    await syncFolder(this.#folder)
    return true
  }

  /**
   * Makes `latest` a link to a release.
   *
   * @throws {ExportsUnavailable} when something other than a link is in its place, or the folder cannot be written.
   */
  async pointLatestTo(release: string): Promise<void> {
    const latest = join(this.#folder, LATEST)
    const current = await lstat(latest).catch(() => null)
    if (current?.isSymbolicLink() && (await readlink(latest)) === release) return
    if (current && !current.isSymbolicLink()) {
      throw new ExportsUnavailable(
        `${latest} is not a link, as it should be. Remove it, or choose another EXPORTS_DIR`,
      )
    }
    const next = this.#unseen()
    try {
      await symlink(release, next, 'junction') // 'junction' matters only on Windows
      await rename(next, latest)
    } catch (error) {
      await rm(next, { force: true })
      throw this.#unwritable(error)
    }
    await syncFolder(this.#folder)
  }

  async latest(): Promise<string | null> {
    return readlink(join(this.#folder, LATEST)).catch(() => null)
  }

  async manifests(): Promise<Manifest[]> {
    let names: string[]
    try {
      names = await readdir(this.#folder)
    } catch (error) {
      if (isErrorOf(error, ['ENOENT'])) return []
      throw error
    }
    const found = await Promise.all(names.filter(isReleaseName).map((name) => this.manifest(name)))
    return found.filter((manifest) => manifest !== null).sort(newestRevisionFirst)
  }

  async manifest(release: string): Promise<Manifest | null> {
    const path = join(this.#folder, release, 'index.json')
    try {
      // It never changes, but somebody may have put another release in its place, or damaged it.
      const { ino, mtimeMs, size } = await stat(path)
      const stamp = `${ino} ${mtimeMs} ${size}`
      const known = this.#manifests.get(release)
      if (known?.stamp === stamp) return known.manifest
      const manifest = parseManifest(await readFile(path, 'utf8'))
      this.#manifests.set(release, { stamp, manifest })
      return manifest
    } catch {
      return null
    }
  }

  async publishedAt(release: string): Promise<Date | null> {
    const found = await stat(join(this.#folder, release, 'index.json')).catch(() => null)
    return found?.mtime ?? null
  }

  async size(release: string, file: string): Promise<number | null> {
    const found = await stat(join(this.#folder, release, file)).catch(() => null)
    return found?.size ?? null
  }

  async *read(release: string, file: string, { part, signal }: ReadOptions = {}): AsyncGenerator<Uint8Array> {
    // A link may lead out of the folder, and no release has one.
    const opened = await open(join(this.#folder, release, file), constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      // Larger chunks than the default of Node, which halves the work of sending a file.
      yield* opened.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES, signal, ...part })
    } finally {
      await opened.close()
    }
  }

  async remove(release: string): Promise<void> {
    const gone = this.#unseen()
    try {
      await rename(join(this.#folder, release), gone)
      await syncFolder(this.#folder)
      await rm(gone, { recursive: true })
    } catch (error) {
      if (isErrorOf(error, ['ENOENT'])) return // by somebody else
      throw this.#unwritable(error)
    }
  }

  /** A hidden path in the folder. */
  #unseen(): string {
    return join(this.#folder, `${STAGING}${randomUUID()}`)
  }

  /** The error for a folder that cannot be written, for any reason. */
  #unwritable(error: unknown): ExportsUnavailable {
    const { reason, remedy } = failureOf(error)
    return new ExportsUnavailable(
      `EXPORTS_DIR (${this.#folder}) cannot be written to: ${reason}. ${remedy} or choose another EXPORTS_DIR`,
      { cause: error },
    )
  }
}

/** Whether an error is one of the system's with such a code. */
function isErrorOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** Flushes all files in a folder and below it to disk: together, which takes a fraction of the time of one by one. */
async function syncAll(path: string): Promise<void> {
  const names = await filesBelow(path)
  await Promise.all(
    names.map(async (name) => {
      const file = await open(join(path, name), 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    }),
  )
  for (const folder of new Set(names.map((name) => dirname(join(path, name))))) await syncFolder(folder)
  await syncFolder(path)
}

/** Flushes the names in a folder to disk, as far as the system allows. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // folders can't be opened there
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
