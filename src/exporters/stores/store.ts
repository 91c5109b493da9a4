import type { Manifest } from '../manifest.ts'
import type { Staging } from './staging.ts'

/** A release can't be written where it should be; the message says what to do. */
export class ExportsUnavailable extends Error {
  override readonly name = 'ExportsUnavailable'
}

/** Where releases are kept does not answer, which may pass by itself. */
export class ExportsAway extends ExportsUnavailable {}

/** The name that always leads to the newest release. */
export const LATEST = 'latest'

/** How many manifests a store holds in memory. A manifest of the bundled data takes some 100 kB. */
export const KEPT_MANIFESTS = 100

/** A part of a file: its first and its last byte, counted from 0. */
export interface FilePart {
  readonly start: number
  readonly end: number
}

/** What is read of a file, and for how long. */
export interface ReadOptions {
  /** Without it, the whole file is read. */
  readonly part?: FilePart | undefined
  /** Ends the reading at any time, also while it waits for bytes, and closes what was opened. */
  readonly signal?: AbortSignal
}

/** Where releases are kept: each appears all at once, and never changes. */
export interface ReleaseStore {
  /** What messages call it. */
  readonly place: string
  /** How many releases stay when a new one comes. 0 is all of them. */
  readonly kept: number
  /** Begins a release: a folder of this machine that nobody sees. Throws `ExportsUnavailable` where none can be. */
  stage(): Promise<Staging>
  /** Makes what was staged the release of that name, all at once. False if there is one already, which stays. */
  publish(staging: Staging, release: string): Promise<boolean>
  /** Makes `latest` lead to a release, without a moment in which it leads nowhere. */
  pointLatestTo(release: string): Promise<void>
  /** The release that `latest` leads to, or null where it leads nowhere yet. */
  latest(): Promise<string | null>
  /** The manifests of all whole releases, the newest revision first. */
  manifests(): Promise<Manifest[]>
  /** The manifest of a release, or null where there is no such release, or none that can be read. */
  manifest(release: string): Promise<Manifest | null>
  /** When a release appeared, by the clock of where it is kept; null where there is no such release. */
  publishedAt(release: string): Promise<Date | null>
  /** The size of a file of a release, or null where there is no such file. */
  size(release: string, file: string): Promise<number | null>
  /** The bytes of a file of a release, or of a part of it. Nothing is opened before they are asked for. */
  read(release: string, file: string, options?: ReadOptions): AsyncIterable<Uint8Array>
  /** Removes a release: nobody sees a part of it, and who is reading a file of it reads on where the system can. */
  remove(release: string): Promise<void>
}
