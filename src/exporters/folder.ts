import { randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../database/folders.ts'
import type { Contents } from './chunks.ts'
import { measureFile, storeFile, type Written } from './stored.ts'

/** A release can't be written where it should be; the message says what to do. */
export class ExportsUnavailable extends Error {
  override readonly name = 'ExportsUnavailable'
}

/** What renaming a folder to a name that is taken fails with. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR']

const STAGING = '.staging-'
/** No release takes so long to write: what is older was left by a process that died. */
const STAGING_LIFETIME_MS = 60 * 60 * 1000

/** The name that always leads to the newest release. */
export const LATEST = 'latest'

/** A folder that is being filled, and that nobody sees before `publish`. */
export class Staging {
  readonly #exportsDir: string
  readonly #path: string

  private constructor(exportsDir: string, path: string) {
    this.#exportsDir = exportsDir
    this.#path = path
  }

  /** Begins a new folder beside the releases. Throws `ExportsUnavailable` where nothing can be written. */
  static async begin(exportsDir: string): Promise<Staging> {
    try {
      makeFolder(exportsDir)
      await removeLeftOver(exportsDir)
      const path = join(exportsDir, `${STAGING}${randomUUID()}`)
      await mkdir(path)
      return new Staging(exportsDir, path)
    } catch (error) {
      throw unwritable(exportsDir, error)
    }
  }

  /** Writes a file, and where it turns out large its compressed copy. */
  write(name: string, contents: Contents): Promise<Written[]> {
    return this.#guard(() => storeFile(this.#path, name, contents))
  }

  /** Has something else write a file, to which it is given the path. */
  make(name: string, maker: (path: string) => Promise<void>): Promise<Written[]> {
    return this.#guard(async () => {
      await maker(this.pathOf(name))
      return measureFile(this.#path, name)
    })
  }

  /** The path of a file in the folder. */
  pathOf(name: string): string {
    return join(this.#path, name)
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw isFromSystem(error) ? unwritable(this.#exportsDir, error) : error
    }
  }

  /** Makes the folder the release of that name, all at once. False if there is one already, which stays. */
  async publish(release: string): Promise<boolean> {
    await this.#guard(() => syncFiles(this.#path))
    await syncFolder(this.#path)
    try {
      await rename(this.#path, join(this.#exportsDir, release))
    } catch (error) {
      await this.discard()
      if (error instanceof Error && 'code' in error && TAKEN.includes(String(error.code))) return false
      throw unwritable(this.#exportsDir, error)
    }
    await syncFolder(this.#exportsDir)
    return true
  }

  /** Removes the folder and what was written to it. */
  async discard(): Promise<void> {
    await rm(this.#path, { recursive: true, force: true })
  }
}

/** Makes `latest` lead to a release, without a moment in which it leads nowhere. */
export async function pointLatestTo(exportsDir: string, release: string): Promise<void> {
  const latest = join(exportsDir, LATEST)
  const current = await lstat(latest).catch(() => null)
  if (current?.isSymbolicLink() && (await readlink(latest)) === release) return
  if (current && !current.isSymbolicLink()) {
    throw new ExportsUnavailable(
      `${latest} is in the way: it is no link. Remove it, or choose another EXPORTS_DIR`,
    )
  }
  const next = join(exportsDir, `${STAGING}${randomUUID()}`)
  try {
    await symlink(release, next, 'junction') // 'junction' matters on Windows alone
    await rename(next, latest)
  } catch (error) {
    await rm(next, { force: true })
    throw unwritable(exportsDir, error)
  }
  await syncFolder(exportsDir)
}

/** The error for a folder that can't be written, whatever the reason. */
function unwritable(exportsDir: string, error: unknown): ExportsUnavailable {
  const reason = error instanceof Error ? error.message : String(error)
  return new ExportsUnavailable(
    `EXPORTS_DIR (${exportsDir}) cannot be written: ${reason}. Make it writable, or choose another EXPORTS_DIR`,
    { cause: error },
  )
}

/** Whether an error is the system's, and not the program's. */
function isFromSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
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
