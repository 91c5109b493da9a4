import { z } from 'zod'
import { rowKey } from '../../datasets/dataset.ts'
import { compressions } from '../compressions.ts'
import type { Manifest, ReleasedFile, ReleaseHead } from '../manifest.ts'
import { paths } from '../metadata/files.ts'
import { checked, type FileRow, LineReader, unpacked } from './lines.ts'
import { DeltaRefused, type Side } from './shape.ts'

/** A release whose files can be read. */
export interface ReadableRelease {
  readonly manifest: Manifest
  read(path: string): AsyncIterable<Uint8Array>
}

/** A release as one of the two that are compared. */
export interface ComparedRelease {
  readonly head: Pick<ReleaseHead, 'release' | 'revision' | 'date' | 'datasets'>
  /** The description of each of its datasets, in order. */
  readonly sides: ReadonlyMap<string, Side>
  /** The rows of a dataset from the first; none if it does not have the dataset. */
  lines(dataset: string): Promise<LineReader>
}

/** The file with a dataset as JSON Lines. */
export function jsonlPath(dataset: string): string {
  return `${dataset}.jsonl`
}

/**
 * Opens an earlier release, in order to compare it.
 *
 * @throws {DeltaRefused} when the release is damaged, or was written in an older form.
 */
export async function openRelease({ manifest, read }: ReadableRelease): Promise<ComparedRelease> {
  const text = new TextDecoder()
  let descriptor = ''
  for await (const chunk of read(paths.dataPackage)) descriptor += text.decode(chunk, { stream: true })
  try {
    return compared(manifest, JSON.parse(descriptor), manifest.files, read)
  } catch (error) {
    const what = `${paths.dataPackage} of ${manifest.release} is damaged, or in an older format`
    throw new DeltaRefused(`${what}. Restore it, or remove the release`, { cause: error })
  }
}

/** The datasets of a release, by its Data Package descriptor, with a function that reads their rows. */
export function compared(
  head: ComparedRelease['head'],
  descriptor: unknown,
  files: readonly ReleasedFile[],
  read: ReadableRelease['read'],
): ComparedRelease {
  const sides = datasetSides(descriptor, head, files)
  const listed = new Set(files.map(({ path }) => path))
  return {
    head,
    sides,
    lines: (dataset) => {
      const side = sides.get(dataset)
      if (!side) return LineReader.of(nothing())
      const path = jsonlPath(dataset)
      // The compressed file is quicker to fetch; it must unpack to the other.
      const by = compressions.find(({ extension }) => listed.has(`${path}.${extension}`))
      const bytes = by ? unpacked(read(`${path}.${by.extension}`), by) : read(path)
      const fault = () =>
        new DeltaRefused(
          `${path} of ${head.release} is not what its checksum says. Restore it, or remove the release`,
        )
      return LineReader.of(checked(bytes, side.sha256, fault))
    },
  }
}

const descriptorSchema = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string(), type: z.string(), delimiter: z.string().optional() })),
        primaryKey: z.array(z.string()),
      }),
    }),
  ),
})

function datasetSides(descriptor: unknown, head: ComparedRelease['head'], files: readonly ReleasedFile[]) {
  const { resources } = descriptorSchema.parse(descriptor)
  const sides = new Map<string, Side>()
  for (const { name, rows } of head.datasets) {
    const schema = resources.find((resource) => resource.name === name)?.schema
    const file = files.find(({ path }) => path === jsonlPath(name))
    if (!schema || !file) throw new Error(`${head.release} has no description or no rows of ${name}`)
    sides.set(name, {
      // A text with a separator in CSV is a list.
      columns: schema.fields.map(({ name: column, type, delimiter }) => ({
        name: column,
        type: delimiter === undefined ? type : 'list',
      })),
      key: schema.primaryKey,
      rows,
      sha256: file.sha256,
    })
  }
  return sides
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The rows of a dataset of a release, one by one. */
export async function* rowsOf(release: ComparedRelease, dataset: string): AsyncGenerator<FileRow> {
  const lines = await release.lines(dataset)
  for (; lines.row !== null; await lines.next()) yield lines.row
}

/** The key of a row as one text, as in the tombstones. */
export function keyText({ key }: Side, row: FileRow): string {
  return rowKey({ key }, row)
}
