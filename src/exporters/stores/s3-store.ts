import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { sha256Of } from '../../common/sha256.ts'
import { isReleaseName, type Manifest, newestRevisionFirst, parseManifest } from '../manifest.ts'
import { failureOf } from './disk-errors.ts'
import { filesBelow } from './files-below.ts'
import { isLeftOver, removeLeftOver } from './left-over.ts'
import { S3Bucket, type S3Location } from './s3-bucket.ts'
import { POINTER, pointedTo, pointerHeaders, pointerText, releasedHeaders } from './s3-objects.ts'
import { Staging } from './staging.ts'
import { ExportsUnavailable, KEPT_MANIFESTS, type ReadOptions, type ReleaseStore } from './store.ts'

/** The prefix of the folders of this machine in which releases are written before the upload. */
const STAGING = 'medborgarloften-staging-'

/** How long a release that another process has removed may still seem to exist. */
const KNOWN_MS = 60_000

/** A manifest, when it was written, and when it was read. */
interface KnownManifest {
  readonly manifest: Manifest
  readonly writtenAt: Date | null
  readonly readMs: number
}

/** How many objects are written or removed at a time. */
const AT_ONCE = 4

/** Releases in S3 or a compatible storage: a release exists when its `index.json` does. */
export class S3Store implements ReleaseStore {
  readonly place: string
  readonly kept: number
  readonly #bucket: S3Bucket
  readonly #manifests = new LRUCache<string, KnownManifest>({ max: KEPT_MANIFESTS })

  constructor(location: S3Location, kept = 0) {
    this.#bucket = new S3Bucket(location)
    this.place = this.#bucket.place
    this.kept = kept
  }

  /**
   * Makes a folder on this machine in which a release is written before it is uploaded.
   *
   * @throws {ExportsUnavailable} when the folder for temporary files cannot be written.
   */
  async stage(): Promise<Staging> {
    await this.#removeLeftOver() // which shows at once whether the bucket can be used
    try {
      await removeLeftOver(tmpdir(), STAGING)
      return new Staging(await mkdtemp(join(tmpdir(), STAGING)), unwritable)
    } catch (error) {
      throw unwritable(error)
    }
  }

  async publish(staging: Staging, release: string): Promise<boolean> {
    try {
      if (await this.#bucket.head(`${release}/index.json`)) return false
      const manifest = parseManifest(await readFile(staging.pathOf('index.json'), 'utf8'))
      const others = (await filesBelow(staging.path)).filter((file) => file !== 'index.json')
      await some(others, (file) => this.#upload(staging, manifest, file))
      const index = staging.pathOf('index.json')
      const headers = releasedHeaders(manifest, 'index.json', sha256Of(await readFile(index)))
      return await this.#bucket.putFile(`${release}/index.json`, index, headers, true)
    } finally {
      await staging.discard()
    }
  }

  async pointLatestTo(release: string): Promise<void> {
    if ((await this.latest()) === release) return
    await this.#bucket.put(POINTER, pointerText(release), pointerHeaders)
  }

  async latest(): Promise<string | null> {
    return pointedTo((await this.#bucket.text(POINTER))?.text ?? null)
  }

  async manifests(): Promise<Manifest[]> {
    const names = (await this.#bucket.folders()).filter(isReleaseName)
    const found = await Promise.all(names.map((name) => this.manifest(name)))
    return found.filter((manifest) => manifest !== null).sort(newestRevisionFirst)
  }

  async manifest(release: string): Promise<Manifest | null> {
    return (await this.#known(release))?.manifest ?? null
  }

  async publishedAt(release: string): Promise<Date | null> {
    return (await this.#known(release))?.writtenAt ?? null
  }

  /** The cached manifest of a release, read again when it is old; null if the release does not exist. */
  async #known(release: string): Promise<KnownManifest | null> {
    const known = this.#manifests.get(release)
    if (known && Date.now() - known.readMs < KNOWN_MS) return known
    try {
      const index = await this.#bucket.text(`${release}/index.json`)
      const manifest = index && parsedManifest(index.text)
      if (!manifest) {
        this.#manifests.delete(release)
        return null
      }
      const found = { manifest, writtenAt: index.writtenAt, readMs: Date.now() }
      this.#manifests.set(release, found)
      return found
    } catch (error) {
      // A manifest never changes, so the cached one is used while S3 cannot be reached.
      if (known) return known
      throw error
    }
  }

  async size(release: string, file: string): Promise<number | null> {
    return (await this.#bucket.head(`${release}/${file}`))?.ContentLength ?? null
  }

  read(release: string, file: string, options?: ReadOptions): AsyncIterable<Uint8Array> {
    return this.#bucket.read(`${release}/${file}`, options)
  }

  async remove(release: string): Promise<void> {
    await this.#bucket.remove(`${release}/index.json`) // from here on it is not a release
    this.#manifests.delete(release)
    const objects = await this.#bucket.list(`${release}/`)
    await some(objects, ({ name }) => this.#bucket.remove(name))
  }

  /**
   * Uploads a file that does not exist. An existing one was left by a process that died, or is just being written by
   * another. If its bytes are the same, it is kept; different bytes, which only another version of the program writes, are
   * replaced once they are old.
   */
  async #upload(staging: Staging, manifest: Manifest, file: string): Promise<void> {
    const name = `${manifest.release}/${file}`
    const path = staging.pathOf(file)
    const sha256 = manifest.files.find((each) => each.path === file)?.sha256 ?? sha256Of(await readFile(path))
    const headers = releasedHeaders(manifest, file, sha256)
    if (await this.#bucket.putFile(name, path, headers, true)) return
    const there = await this.#bucket.head(name)
    if (there?.Metadata?.sha256 === sha256) return
    if (there?.LastModified && !isLeftOver(there.LastModified.getTime())) {
      throw new ExportsUnavailable(
        `${this.place}/${name} is being written by another version of the program. Try again in an hour, or remove it`,
      )
    }
    await this.#bucket.putFile(name, path, headers, false)
  }

  /** Removes the objects of releases that were never completed, once they are old. */
  async #removeLeftOver(): Promise<void> {
    for (const release of (await this.#bucket.folders()).filter(isReleaseName)) {
      if (await this.manifest(release)) continue
      const objects = await this.#bucket.list(`${release}/`)
      const isHalf = objects.every(({ name }) => name !== `${release}/index.json`) // else it is damaged
      const isOld = objects.every(({ changedMs }) => isLeftOver(changedMs))
      if (isHalf && isOld) await some(objects, ({ name }) => this.#bucket.remove(name))
    }
  }
}

/** Does some work for each item, a few at a time. */
async function some<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const worker = async () => {
    for (const each of left) await work(each)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** The manifest in an `index.json`, or null if it is damaged. */
function parsedManifest(text: string): Manifest | null {
  try {
    return parseManifest(text)
  } catch {
    return null
  }
}

/** The error for a machine on which a release cannot be written. */
function unwritable(error: unknown): ExportsUnavailable {
  const { reason, remedy } = failureOf(error)
  return new ExportsUnavailable(
    `${tmpdir()} cannot be written to: ${reason}. ${remedy} or set TMPDIR to another folder`,
    { cause: error },
  )
}
