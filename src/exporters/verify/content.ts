import { z } from 'zod'
import { ContentHash } from '../../datasets/content-hash.ts'
import { camelCase } from '../../datasets/dataset.ts'
import { viewNames } from '../../datasets/views/index.ts'
import { jsonlPath } from '../delta/releases.ts'
import type { Manifest } from '../manifest.ts'
import { paths } from '../metadata/files.ts'
import { type Copy, readListed } from './copy.ts'
import { type CopyFinding, fault } from './finding.ts'

const descriptorSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), schema: z.object({ fields: z.array(z.object({ name: z.string() })) }) }),
  ),
})

/** Computes the content hash, which is in the name of a release, while the rows are read for the checksums of the files. */
export class ContentCheck {
  readonly #manifest: Manifest
  readonly #hash: ContentHash
  /** The columns of the datasets that have not been read yet, in the order of the hash. */
  readonly #columns: Map<string, readonly string[]>
  #begun = ''
  #decoder = new TextDecoder()
  /** Whether the rows cannot be hashed: then the checksums of their files are wrong too, or the manifest is. */
  #isBroken = false

  private constructor(manifest: Manifest, columns: Map<string, readonly string[]>) {
    this.#manifest = manifest
    this.#columns = columns
    this.#hash = new ContentHash(manifest.date)
  }

  /** A check with the columns of a copy; null if the copy does not describe them, which is reported separately. */
  static async of(copy: Copy, manifest: Manifest): Promise<ContentCheck | null> {
    const text = await readListed(copy, paths.dataPackage).catch(() => null)
    const { resources } = descriptorOf(text)
    const columns = new Map<string, readonly string[]>()
    for (const { name } of manifest.datasets) {
      if (viewNames.some((view) => view === name)) continue // they only say again what the datasets do
      const schema = resources.find((resource) => resource.name === name)?.schema
      if (!schema) return null
      columns.set(
        name,
        schema.fields.map((field) => field.name),
      )
    }
    return new ContentCheck(manifest, columns)
  }

  /** Takes the bytes of a file while they are read; null if the file is not part of the hash. */
  follow(path: string): ((chunk: Uint8Array) => void) | null {
    const found = [...this.#columns].find(([dataset]) => path === jsonlPath(dataset))
    if (!found) return null
    const [dataset, columns] = found
    // Rows are hashed in the order of the datasets, in which a release lists its files.
    if (this.#columns.keys().next().value !== dataset) this.#isBroken = true
    this.#columns.delete(dataset)
    this.#hash.begin(dataset, columns.map(camelCase))
    this.#decoder = new TextDecoder()
    this.#begun = ''
    return (chunk) => this.#take(chunk, columns)
  }

  /** The fault of a release whose rows do not have the hash in its name. */
  faults(): CopyFinding[] {
    const { content_sha256: told } = this.#manifest
    if (!this.#isBroken && this.#columns.size === 0 && this.#hash.digest() === told) return []
    return [
      fault(
        'index.json',
        'has rows that do not match content_sha256, which is part of the name of the release',
      ),
    ]
  }

  #take(chunk: Uint8Array, columns: readonly string[]): void {
    const lines = (this.#begun + this.#decoder.decode(chunk, { stream: true })).split('\n')
    this.#begun = lines.pop() ?? ''
    for (const line of lines) {
      try {
        const row: { [column: string]: unknown } = JSON.parse(line)
        this.#hash.row(columns.map((column) => row[column]))
      } catch {
        this.#isBroken = true
      }
    }
  }
}

function descriptorOf(text: Uint8Array | null): z.infer<typeof descriptorSchema> {
  try {
    return descriptorSchema.parse(JSON.parse(text?.toString() ?? ''))
  } catch {
    return { resources: [] }
  }
}
