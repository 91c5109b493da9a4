import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import type { Origin, SourceText } from './documents/source-text.ts'
import { readIfThere, readYaml, writeWhole } from './documents/whole-file.ts'

/** There is something in the place of a draft that it must not replace. The message says what, and what to do. */
export class DraftClash extends Error {
  override readonly name = 'DraftClash'
}

/** What came of keeping a draft: there was none before, its text is the same, or another. */
export type Kept = 'new' | 'same text' | 'changed text'

const originSchema = z.union([
  z.object({ url: z.string(), retrieved_at: z.string() }),
  z.object({ path: z.string() }),
])
const keptSchema = z.object({ sha256: z.string(), origin: originSchema, draft_sha256: z.string() })

/**
 * Keeps a draft in a folder: `source.txt` is the text that its quotes point into, `draft.yaml` the record, and
 * `source.yaml` says which document they are from. Throws `DraftClash` where the folder has the draft of another
 * document, or what an editor made of it.
 */
export async function keepDraft(folder: string, source: SourceText, draft: string): Promise<Kept> {
  const file = (name: string) => join(folder, name)
  const about = stringify(describe(source, sha256Of(draft)))
  if (!(await isThere(folder))) {
    await keepNew(folder, { 'source.txt': source.text, 'draft.yaml': draft, 'source.yaml': about })
    return 'new'
  }
  const before = await readYaml(file('source.yaml'), keptSchema)
  if (!before)
    throw new DraftClash(`${folder} holds something else than a draft; give another folder with --out.`)
  if (before.sha256 !== source.sha256 && nameOf(before.origin) !== nameOf(source.origin))
    throw new DraftClash(
      `${folder} has the draft of ${nameOf(before.origin)}; if this document is to replace it, remove that folder, or else give another with --out.`,
    )
  const edited = await readIfThere(file('draft.yaml'))
  if (edited && ![before.draft_sha256, sha256Of(draft)].includes(sha256Of(edited)))
    throw new DraftClash(
      `${file('draft.yaml')} was edited since it was written; to read the document anew, give another folder with --out.`,
    )
  const text = await readIfThere(file('source.txt'))
  const isSame = text?.equals(Buffer.from(source.text)) ?? false
  if (!isSame && (await isThere(file('agreement.yaml'))))
    throw new DraftClash(
      `${folder} has a record of another text of this document; to read the new one, give another folder with --out.`,
    )
  // In this order: whatever stops the program, the next run finds a draft that it knows as its own.
  if (!isSame) await writeWhole(file('source.txt'), source.text)
  await writeWhole(file('draft.yaml'), draft)
  await writeWhole(file('source.yaml'), about)
  return isSame ? 'same text' : 'changed text'
}

/** Makes the folder so that it is there with all its files, or not at all. */
async function keepNew(folder: string, files: { readonly [name: string]: string }): Promise<void> {
  const unfinished = join(folder, '..', `.${randomUUID()}.unfinished`)
  try {
    await mkdir(unfinished, { recursive: true })
    for (const [name, contents] of Object.entries(files)) await writeWhole(join(unfinished, name), contents)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

function describe({ sha256, bytes, mediaType, origin, title, pages, issues }: SourceText, draft: string) {
  return {
    sha256,
    bytes,
    media_type: mediaType,
    origin: 'url' in origin ? { url: origin.url, retrieved_at: origin.retrievedAt } : origin,
    title,
    pages,
    issues,
    draft_sha256: draft,
  }
}

function nameOf(origin: Origin | z.infer<typeof originSchema>): string {
  return 'url' in origin ? origin.url : origin.path
}

function sha256Of(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
