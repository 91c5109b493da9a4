import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sha256Of } from '../../common/sha256.ts'
import { readIfThere } from '../../common/whole-file.ts'
import { isFolderAway, isThere } from '../../common/whole-folder.ts'
import { parseYaml } from '../../records/yaml-file.ts'
import { type Unfinished, unfinishedSchema } from '../record/unfinished.ts'
import { type AboutDraft, readAbout } from './about.ts'

/** The place of a draft has something that the draft must not replace. The message says what, and what to do. */
export class DraftClash extends Error {
  override readonly name = 'DraftClash'
}

/** The files of a draft, as far as they exist. */
interface FilesOfDraft {
  readonly source: Buffer | null
  readonly draft: Buffer | null
  readonly agreement: Buffer | null
  readonly about: AboutDraft | null
}

/** How often, and at what interval, a folder that is being reread is looked for. */
const TRIES = 20
const TRY_AGAIN_MS = 25

/** The files of a folder, all from before or all from after a rereading that swaps the folder. */
export async function readFiles(folder: string, triesLeft = TRIES): Promise<FilesOfDraft> {
  const before = await inodeOf(folder)
  const [source = null, draft = null, agreement = null] = await Promise.all(
    ['source.txt', 'draft.yaml', 'agreement.yaml'].map((file) => readIfThere(join(folder, file))),
  )
  const about = await readAbout(folder)
  const isSame = before === (await inodeOf(folder))
  // A folder that is away under its other name may return between two attempts.
  const isSwapped = async () => (await isFolderAway(folder)) || (await isThere(folder))
  if (triesLeft > 0 && (!isSame || (before === null && (await isSwapped())))) {
    await sleep(TRY_AGAIN_MS)
    return readFiles(folder, triesLeft - 1)
  }
  return { source, draft, agreement, about }
}

async function inodeOf(folder: string): Promise<number | null> {
  return stat(folder).then(
    ({ ino }) => ino,
    () => null,
  )
}

/** The files of a draft as found. */
export interface DraftFiles {
  readonly about: AboutDraft
  readonly text: string | null
  /** What the program read from the text. */
  readonly draft: Unfinished | null
  /** The editor's version of it, and its YAML. */
  readonly agreement: Unfinished | null
  readonly yaml: { readonly draft: string; readonly agreement: string | null }
}

/**
 * The draft in a folder; null if the folder does not exist.
 *
 * @throws {DraftClash} when the folder contains something else, or the draft has been edited, so that it must not be
 * overwritten.
 */
export async function readDraftFiles(folder: string): Promise<DraftFiles | null> {
  if (!(await isThere(folder))) return null
  const { about, source, draft, agreement } = await readFiles(folder)
  if (!about)
    throw new DraftClash(`${folder} contains something other than a draft; give another folder with --out.`)
  if (draft && sha256Of(draft) !== about.draft_sha256)
    throw new DraftClash(
      `${join(folder, 'draft.yaml')} has been edited since it was written; corrections belong in agreement.yaml. Rename the file, or give another folder with --out.`,
    )
  return {
    about,
    text: source?.toString('utf8') ?? null,
    draft: draft ? parseRecord(draft.toString('utf8'), join(folder, 'draft.yaml')) : null,
    agreement: agreement ? parseRecord(agreement.toString('utf8'), join(folder, 'agreement.yaml')) : null,
    yaml: { draft: draft?.toString('utf8') ?? '', agreement: agreement?.toString('utf8') ?? null },
  }
}

/** Whether the editor's record in a folder is still the one that was read. */
export async function isAsRead(folder: string, files: DraftFiles | null): Promise<boolean> {
  const agreement = await readIfThere(join(folder, 'agreement.yaml'))
  return (agreement?.toString('utf8') ?? null) === (files?.yaml.agreement ?? null)
}

/** A record with its text as it was published. */
export async function readPublished(
  folder: string,
): Promise<{ yaml: string; record: Unfinished; text: string }> {
  const file = join(folder, 'agreement.yaml')
  const yaml = await readFile(file, 'utf8')
  return { yaml, record: parseRecord(yaml, file), text: await readFile(join(folder, 'source.txt'), 'utf8') }
}

/**
 * The record in a YAML text. `file` is named in the error message.
 *
 * @throws {DraftClash} when it is not a valid record.
 */
export function parseRecord(yaml: string, file: string): Unfinished {
  const parsed = parseYaml(file, yaml, unfinishedSchema)
  if ('read' in parsed) return parsed.read.value
  const [problem] = parsed.problems
  throw new DraftClash(
    `${file}:${problem?.line} is not a valid record (${problem?.message}); correct it and run the command again.`,
  )
}
