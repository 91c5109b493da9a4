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
import { join } from 'node:path'
import { CHUNK_BYTES } from '../../database/copy.ts'
import { makeFolder } from '../../database/folders.ts'
import { isReleaseName, type Manifest, newestRevisionFirst, parseManifest } from '../manifest.ts'
import { Staging } from './staging.ts'
import { ExportsUnavailable, LATEST, type Part, type ReleaseStore } from './store.ts'

/** What renaming a folder to a name that is taken fails with. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR']

const STAGING = '.staging-'
/** No release takes so long to write: what is older was left by a process that died. */
const STAGING_LIFETIME_MS = 60 * 60 * 1000

/** Releases in a folder of this machine, a folder each. */
export class FolderStore implements ReleaseStore {
  readonly place: string
  readonly #folder: string

  constructor(exportsDir: string) {
    this.#folder = exportsDir
    this.place = exportsDir
  }

  async stage(): Promise<Staging> {
    try {
      makeFolder(this.#folder)
      await removeLeftOver(this.#folder)
      const path = join(this.#folder, `${STAGING}${randomUUID()}`)
      await mkdir(path)
      return new Staging(path, (error) => this.#unwritable(error))
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  async publish(staging: Staging, release: string): Promise<boolean> {
    await staging.guard(() => syncFiles(staging.path))
    await syncFolder(staging.path)
    try {
      await rename(staging.path, join(this.#folder, release))
    } catch (error) {
      await staging.discard()
      if (error instanceof Error && 'code' in error && TAKEN.includes(String(error.code))) return false
      throw this.#unwritable(error)
    }
    await syncFolder(this.#folder)
    return true
  }

  async pointLatestTo(release: string): Promise<void> {
    const latest = join(this.#folder, LATEST)
    const current = await lstat(latest).catch(() => null)
    if (current?.isSymbolicLink() && (await readlink(latest)) === release) return
    if (current && !current.isSymbolicLink()) {
      throw new ExportsUnavailable(
        `${latest} is in the way: it is no link. Remove it, or choose another EXPORTS_DIR`,
      )
    }
    const next = join(this.#folder, `${STAGING}${randomUUID()}`)
    try {
      await symlink(release, next, 'junction') // 'junction' matters on Windows alone
      await rename(next, latest)
    } catch (error) {
      await rm(next, { force: true })
      throw this.#unwritable(error)
    }
    await syncFolder(this.#folder)
  }

  async manifests(): Promise<Manifest[]> {
    let names: string[]
    try {
      names = await readdir(this.#folder)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
    const found = await Promise.all(names.filter(isReleaseName).map((name) => this.manifest(name)))
    return found.filter((manifest) => manifest !== null).sort(newestRevisionFirst)
  }

  async manifest(release: string): Promise<Manifest | null> {
    try {
      return parseManifest(await readFile(join(this.#folder, release, 'index.json'), 'utf8'))
    } catch {
      return null
    }
  }

  async size(release: string, file: string): Promise<number | null> {
    const found = await stat(join(this.#folder, release, file)).catch(() => null)
    return found?.size ?? null
  }

  async *read(release: string, file: string, part?: Part): AsyncGenerator<Uint8Array> {
    // A link may lead out of the folder, and no release has one.
    const opened = await open(join(this.#folder, release, file), constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      // Larger chunks than Node's own: a file is sent with half the work.
      yield* opened.createReadStream({ autoClose: false, highWaterMark: CHUNK_BYTES, ...part })
    } finally {
      await opened.close()
    }
  }

  /** The error for a folder that can't be written, whatever the reason. */
  #unwritable(error: unknown): ExportsUnavailable {
    const reason = error instanceof Error ? error.message : String(error)
    return new ExportsUnavailable(
      `EXPORTS_DIR (${this.#folder}) cannot be written: ${reason}. Make it writable, or choose another EXPORTS_DIR`,
      { cause: error },
    )
  }
}

async function removeLeftOver(exportsDir: string): Promise<void> {
  for (const name of await readdir(exportsDir)) {
    if (!name.startsWith(STAGING)) continue
    const path = join(exportsDir, name)
    const { mtimeMs } = await lstat(path).catch(() => ({ mtimeMs: 0 })) // gone meanwhile
    if (Date.now() - mtimeMs > STAGING_LIFETIME_MS) await rm(path, { recursive: true, force: true })
  }
}

/** Asks the disk to keep all files in a folder: together, which takes a fraction of the time of one by one. */
async function syncFiles(path: string): Promise<void> {
  const names = await readdir(path)
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
}

/** Asks the disk to keep the names in a folder, as far as the system lets us. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // folders can't be opened there
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
