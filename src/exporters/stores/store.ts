import type { Manifest } from '../manifest.ts'
import type { Staging } from './staging.ts'

/** Thrown when a release cannot be written; the message says what to do. */
export class ExportsUnavailable extends Error {
  override readonly name = 'ExportsUnavailable'
}

/** Thrown when the storage of the releases does not respond, which may be temporary. */
export class ExportsAway extends ExportsUnavailable {}

/** The name that always leads to the newest release. */
export const LATEST = 'latest'

/** How many manifests a store keeps in memory. A manifest of the bundled data takes about 100 kB. */
export const KEPT_MANIFESTS = 100

/** A part of a file: its first and its last byte, counted from 0. */
interface FilePart {
  readonly start: number
  readonly end: number
}

/** Which part of a file is read, and a signal to stop. */
export interface ReadOptions {
  /** Without it, the whole file is read. */
  readonly part?: FilePart | undefined
  /** Ends the reading at any time, also while it waits for bytes, and closes what was opened. */
  readonly signal?: AbortSignal
}

/** A storage of releases: each appears all at once, and never changes. */
export interface ReleaseStore {
  /** Its name in messages. */
  readonly place: string
  /** How many releases to keep when a new one is added. 0 keeps all. */
  readonly kept: number
  /**
   * Starts a release, in a hidden folder of this machine.
   *
   * @throws {ExportsUnavailable} when it cannot be created.
   */
  stage(): Promise<Staging>
  /**
   * Publishes what was staged as the release with a name, all at once. False if the release exists already; it is then not
   * changed.
   */
  publish(staging: Staging, release: string): Promise<boolean>
  /** Makes `latest` lead to a release, without a moment in which it leads nowhere. */
  pointLatestTo(release: string): Promise<void>
  /** The release that `latest` leads to, or null if there is none yet. */
  latest(): Promise<string | null>
  /** The manifests of all complete releases, the newest revision first. */
  manifests(): Promise<Manifest[]>
  /** The manifest of a release, or null if there is no such release, or its manifest cannot be read. */
  manifest(release: string): Promise<Manifest | null>
  /** When a release appeared, by the clock of its storage; null if there is no such release. */
  publishedAt(release: string): Promise<Date | null>
  /** The size of a file of a release, or null if there is no such file. */
  size(release: string, file: string): Promise<number | null>
  /** The bytes of a file of a release, or of a part of it. Nothing is opened before they are read. */
  read(release: string, file: string, options?: ReadOptions): AsyncIterable<Uint8Array>
  /** Removes a release all at once. Readers with an open file can finish, if the system allows it. */
  remove(release: string): Promise<void>
}
