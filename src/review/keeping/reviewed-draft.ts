import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from '../../common/reason.ts'
import { readIfThere } from '../../common/whole-file.ts'
import { isThere } from '../../common/whole-folder.ts'
import { decode } from '../../records/text-file.ts'
import { parseYaml } from '../../records/yaml-file.ts'
import { prefixOf } from '../record/names.ts'
import { readingsById } from '../record/readings.ts'
import { type Unfinished, unfinishedSchema } from '../record/unfinished.ts'
import { Words } from '../record/words.ts'
import { readFiles } from './draft-files.ts'
import { conflictTold } from './merge-conflict.ts'

/** The folder of a draft cannot be reviewed as it is; the message says what is wrong in which file. */
export class NotReviewable extends Error {
  override readonly name = 'NotReviewable'
}

/** A draft, or the record that an editor has begun to make from it. */
export interface DraftFile {
  /** The name of its folder. */
  readonly name: string
  readonly folder: string
  readonly source: Buffer
  readonly words: Words
  readonly record: Unfinished
  /** The YAML that the record was read from. */
  readonly yaml: string
  /** Whether there is an agreement.yaml: somebody has made a decision. */
  readonly hasBegun: boolean
  /** Changes whenever any of these files changes. */
  readonly revision: string
  /** Ids already used for anything read from the document: none is used again. */
  readonly given: readonly string[]
}

const DRAFT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/** The names of the drafts in a folder, in order, without the archive and unfinished folders. */
export async function draftNames(root: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => DRAFT_NAME.test(name)).sort()
  const isDraft = await Promise.all(names.map((name) => isThere(join(root, name, 'draft.yaml'))))
  return names.filter((_, index) => isDraft[index])
}

/**
 * Reads a draft. Null if there is no draft of that name.
 *
 * @throws {NotReviewable} when files of the draft are missing, not valid, or in conflict after a merge.
 */
export async function readDraft(root: string, name: string): Promise<DraftFile | null> {
  // A name must be that of a folder, and never lead out of it.
  if (!DRAFT_NAME.test(name)) return null
  const folder = join(root, name)
  const { source, draft, agreement, about } = await readFiles(folder)
  if (!draft) return null
  if (!source)
    throw new NotReviewable(`${folder} has no source.txt; read the document again with npm run ingest`)
  const file = join(folder, agreement ? 'agreement.yaml' : 'draft.yaml')
  const bytes = agreement ?? draft
  const text = decodedFile(bytes, file)
  const conflict = conflictTold(file, text)
  if (conflict !== null) throw new NotReviewable(conflict)
  const parsed = parseYaml(file, text, unfinishedSchema)
  if ('problems' in parsed) {
    const told = parsed.problems.map(({ line, message }) => `${file}:${line}: ${message}`)
    throw new NotReviewable(told.join('\n'))
  }
  const { value: record } = parsed.read
  return {
    name,
    folder,
    source,
    words: new Words(decodedFile(source, join(folder, 'source.txt'))),
    record: { ...record, reading: readingsById(record) },
    yaml: bytes.toString('utf8'),
    hasBegun: Boolean(agreement),
    revision: revisionOf(source, bytes),
    given: Object.entries(about?.given ?? {}).map(
      ([letter, number]) => `${prefixOf(record.id)}-${letter}${number}`,
    ),
  }
}

/** A fingerprint of a draft's files, which changes with any of them. */
export function revisionOf(source: Buffer, yaml: string | Buffer): string {
  const hash = createHash('sha256')
  hash.update(`${source.length} `).update(source).update(yaml)
  return hash.digest('hex').slice(0, 32)
}

function decodedFile(bytes: Buffer, file: string): string {
  try {
    return decode(bytes)
  } catch (error) {
    throw new NotReviewable(`${file}: ${reasonOf(error)}`)
  }
}

/**
 * Writes an editor's version of a draft atomically; null removes it. Returns false, and writes nothing, if somebody
 * else has changed the draft since it was read.
 */
export async function writeAgreement(draft: DraftFile, yaml: string | null): Promise<boolean> {
  const { folder } = draft
  const file = join(folder, 'agreement.yaml')
  // An unfinished file stays behind in a folder that is swapped: then the new folder has nothing to rename.
  const unfinished = `${file}.${randomUUID()}.unfinished`
  try {
    await writeNew(unfinished, yaml ?? '')
    if (!(await isStill(draft))) return false
    if (yaml !== null) {
      await rename(unfinished, file)
      return true
    }
    await rename(file, unfinished)
    if (sameText(await readIfThere(unfinished), draft.yaml)) return true
    await rename(unfinished, file)
    return false
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Whether the files of a draft are still those that were read. */
export async function isStill({ folder, source, yaml, hasBegun }: DraftFile): Promise<boolean> {
  const [text, draft, agreement] = await Promise.all(
    ['source.txt', 'draft.yaml', 'agreement.yaml'].map((file) => readIfThere(join(folder, file))),
  )
  if ((agreement !== null) !== hasBegun) return false
  return (text?.equals(source) ?? false) && sameText(agreement ?? draft ?? null, yaml)
}

function sameText(bytes: Buffer | null, text: string): boolean {
  return bytes?.equals(Buffer.from(text)) ?? false
}

/** Writes a file in an existing folder; a missing folder must not be created again. */
async function writeNew(file: string, contents: string): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(contents)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** When the files of a draft were last written, and their sizes: a key for caching a long list. */
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
