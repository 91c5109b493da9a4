import { createHash } from 'node:crypto'
import { access, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere, writeWhole } from '../ingest/documents/whole-file.ts'
import { decode } from '../records/text-file.ts'
import { parseYaml } from '../records/yaml-file.ts'
import { readingsById } from './reading.ts'
import { type Unfinished, unfinishedSchema } from './unfinished.ts'
import { Words } from './words.ts'

/** A folder of a draft cannot be reviewed as it is; the message says what is wrong in which file. */
export class NotReviewable extends Error {
  override readonly name = 'NotReviewable'
}

/** A draft, or the record that an editor has begun to make of it. */
export interface DraftFile {
  /** The name of its folder. */
  readonly name: string
  readonly folder: string
  readonly source: Buffer
  readonly words: Words
  readonly record: Unfinished
  /** The YAML that the record was read from. */
  readonly yaml: string
  /** Whether there is an agreement.yaml: somebody has decided something. */
  readonly hasBegun: boolean
  /** Another one as soon as anything in these files is another. */
  readonly revision: string
}

const DRAFT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/** The names of the drafts in a folder, in order. The archive, and what was not finished, are none. */
export async function draftNames(root: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => DRAFT_NAME.test(name)).sort()
  const isDraft = await Promise.all(names.map((name) => isThere(join(root, name, 'draft.yaml'))))
  return names.filter((_, index) => isDraft[index])
}

/** Reads a draft. Null where there is none of that name; throws `NotReviewable` where its files are no draft. */
export async function readDraft(root: string, name: string): Promise<DraftFile | null> {
  // A name is one of a folder, and never a way out of it.
  if (!DRAFT_NAME.test(name)) return null
  const folder = join(root, name)
  const [source, draft, agreement] = await Promise.all(
    ['source.txt', 'draft.yaml', 'agreement.yaml'].map((file) => readIfThere(join(folder, file))),
  )
  if (!draft) return null
  if (!source)
    throw new NotReviewable(`${folder} has no source.txt; read the document anew with npm run ingest`)
  const file = join(folder, agreement ? 'agreement.yaml' : 'draft.yaml')
  const bytes = agreement ?? draft
  const parsed = parseYaml(file, decoded(bytes, file), unfinishedSchema)
  if ('problems' in parsed) {
    const told = parsed.problems.map(({ line, message }) => `${file}:${line}: ${message}`)
    throw new NotReviewable(told.join('\n'))
  }
  const { value: record } = parsed.read
  return {
    name,
    folder,
    source,
    words: new Words(decoded(source, join(folder, 'source.txt'))),
    record: { ...record, reading: readingsById(record) },
    yaml: bytes.toString('utf8'),
    hasBegun: Boolean(agreement),
    revision: revisionOf(source, bytes),
  }
}

/** What a draft's files are told apart by: another as soon as anything in one of them is. */
export function revisionOf(source: Buffer, yaml: string | Buffer): string {
  const hash = createHash('sha256')
  hash.update(`${source.length} `).update(source).update(yaml)
  return hash.digest('hex').slice(0, 32)
}

function decoded(bytes: Buffer, file: string): string {
  try {
    return decode(bytes)
  } catch (error) {
    throw new NotReviewable(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Writes what an editor has made of a draft, whole or not at all; null takes it away again. */
export async function writeAgreement(folder: string, yaml: string | null): Promise<void> {
  const file = join(folder, 'agreement.yaml')
  if (yaml === null) await rm(file, { force: true })
  else await writeWhole(file, yaml)
}

/** When the files of a draft were written last, and how large they are: what a list of many can be kept by. */
export async function stampOf(root: string, name: string): Promise<string> {
  const stamps = await Promise.all(
    ['source.txt', 'draft.yaml', 'agreement.yaml'].map((file) =>
      stat(join(root, name, file)).then(
        ({ mtimeMs, size }) => `${mtimeMs}-${size}`,
        () => '',
      ),
    ),
  )
  return stamps.join()
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
