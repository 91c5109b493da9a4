import { z } from 'zod'
import { publisherTypes } from '../datasets/publication.ts'

const text = z.object({ sv: z.string(), en: z.string() })
const counts = z.record(z.string(), z.int())

const fileSchema = z.object({
  path: z.string(),
  /** The dataset of the file, or null if it describes the release. */
  dataset: z.string().nullable(),
  media_type: z.string(),
  rows: z.int().nullable(),
  bytes: z.int(),
  sha256: z.string(),
})

/** A file of a release. */
export type ReleasedFile = z.infer<typeof fileSchema>
/** What is known about a file of any kind after it has been written. */
export type Written = Readonly<Pick<ReleasedFile, 'path' | 'bytes' | 'sha256'>>

const manifestSchema = z.object({
  title: text,
  release: z.string(),
  revision: z.int(),
  /** The day of the newest change to the data. */
  date: z.string(),
  content_sha256: z.string(),
  /**
   * The previous release, and the SHA-256 of its `index.json`: null for the first in its store. Missing in older releases.
   */
  previous: z.object({ release: z.string(), manifest_sha256: z.string() }).nullable().optional(),
  /** Who publishes it: null if it was not set. Missing in older releases, like the address. */
  publisher: z
    .object({ name: z.string(), type: z.enum(publisherTypes), url: z.string().nullable(), email: z.string() })
    .nullable()
    .optional(),
  /** The address at which it was published, with a slash at the end: null if it was not set. */
  address: z.string().nullable().optional(),
  licence: z.object({ id: z.string(), name: z.string(), url: z.string() }),
  note: text,
  counts: z.object({ agreements: counts, municipalities: counts }),
  /** The first and the last day of the periods of all agreements. Missing in older releases. */
  temporal: z.object({ start: z.string().nullable(), end: z.string().nullable() }).optional(),
  datasets: z.array(
    z.object({
      name: z.string(),
      title: text,
      description: text,
      rows: z.int(),
      /** The day of the data of the first release that had it. Missing in older releases. */
      issued: z.string().optional(),
      /** The day of the data of the release that changed its rows last. */
      modified: z.string().optional(),
    }),
  ),
  files: z.array(fileSchema),
})

/** `index.json` of a release: what it is, and its files with rows, bytes and SHA-256. */
export type Manifest = z.infer<typeof manifestSchema>

/** The part of a manifest about the release as a whole. */
export type ReleaseHead = Omit<Manifest, 'files'>

/** The name of a release: revision and the beginning of its content's checksum, such as r1-60e0c67c. */
export function releaseName(revision: { number: number; contentSha256: string }): string {
  return `r${revision.number}-${revision.contentSha256.slice(0, 8)}`
}

const RELEASE_NAME = /^r[1-9]\d*-[0-9a-f]{8}$/

/** Whether a name is that of a release. */
export function isReleaseName(name: string): boolean {
  return RELEASE_NAME.test(name)
}

/**
 * Reads an `index.json`.
 *
 * @throws {Error} when it is not a valid manifest.
 */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text))
}

/** The order of releases: the newest revision first. */
export function newestRevisionFirst(one: Manifest, other: Manifest): number {
  return other.revision - one.revision || (one.release < other.release ? -1 : 1)
}
