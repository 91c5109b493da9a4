import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Document, parse, stringify } from 'yaml'
import { z } from 'zod'
import type { Origin, SourceText } from '../../ingest/documents/source-text.ts'
import { readIfThere, readYaml } from '../../ingest/documents/whole-file.ts'
import { layOut, withoutEmpty, YAML_STYLE } from '../../ingest/write-draft.ts'
import type { Given } from '../carry-over/give-ids.ts'
import type { Fields } from '../carry-over/values.ts'
import { type Unfinished, unfinishedSchema } from '../record/unfinished.ts'
import { isThere } from './whole-folder.ts'

/** There is something in the place of a draft that it must not replace. The message says what, and what to do. */
export class DraftClash extends Error {
  override readonly name = 'DraftClash'
}

const originSchema = z.union([
  z.object({ url: z.string(), retrieved_at: z.string() }),
  z.object({ path: z.string() }),
])
const aboutSchema = z.object({
  sha256: z.string(),
  origin: originSchema,
  also_at: z.array(originSchema).default([]),
  draft_sha256: z.string(),
  given: z.record(z.string(), z.number()).default({}),
})
/** What source.yaml says, as far as a later run must know it. */
export type About = z.infer<typeof aboutSchema>

export function readAbout(folder: string): Promise<About | null> {
  return readYaml(join(folder, 'source.yaml'), aboutSchema)
}

/** The files of a draft as they were found. */
export interface DraftFiles {
  readonly about: About
  readonly text: string | null
  /** What the program read of the text. */
  readonly draft: Unfinished | null
  /** What an editor has made of it, and its YAML. */
  readonly agreement: Unfinished | null
  readonly yaml: { readonly draft: string; readonly agreement: string | null }
}

/** The draft in a folder; null where there is no such folder. Throws `DraftClash` where it must not be written. */
export async function readDraftFiles(folder: string): Promise<DraftFiles | null> {
  if (!(await isThere(folder))) return null
  const about = await readAbout(folder)
  if (!about)
    throw new DraftClash(`${folder} holds something else than a draft; give another folder with --out.`)
  const [text, draft, agreement] = await Promise.all(
    ['source.txt', 'draft.yaml', 'agreement.yaml'].map((name) => readIfThere(join(folder, name))),
  )
  if (draft && sha256Of(draft) !== about.draft_sha256)
    throw new DraftClash(
      `${join(folder, 'draft.yaml')} was edited since it was written; what an editor makes of it belongs into agreement.yaml. Rename it, or give another folder with --out.`,
    )
  return {
    about,
    text: text?.toString('utf8') ?? null,
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

export function parseRecord(yaml: string, file: string): Unfinished {
  try {
    return unfinishedSchema.parse(parse(yaml))
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : []
    const reason = issue
      ? `${issue.path.join('.')}: ${issue.message}`
      : error instanceof Error
        ? error.message
        : ''
    throw new DraftClash(`${file} is no record (${reason.replaceAll('\n', ' ')}); mend it, and run it again.`)
  }
}

export function recordYaml(record: Fields): string {
  const yaml = new Document(withoutEmpty(record))
  layOut(yaml)
  return yaml.toString(YAML_STYLE)
}

/** What source.yaml is to say: where the document was, now and before, and which numbers were given. */
export function aboutYaml(source: SourceText, draft: string, given: Given, before: About | null): string {
  const { sha256, bytes, mediaType, origin, title, pages, issues } = source
  const now = 'url' in origin ? { url: origin.url, retrieved_at: origin.retrievedAt } : origin
  const others = before
    ? [before.origin, ...before.also_at].filter((one) => nameOf(one) !== nameOf(origin))
    : []
  return stringify({
    sha256,
    bytes,
    media_type: mediaType,
    origin: now,
    ...(others.length > 0 && { also_at: others }),
    title,
    pages,
    issues,
    draft_sha256: sha256Of(draft),
    given,
  })
}

/** What tells the place of a document from others. */
export function nameOf(origin: Origin | About['origin']): string {
  return 'url' in origin ? addressOf(origin.url) : resolve(origin.path)
}

/** An address as it is asked for: what follows # stays in the browser. */
export function addressOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/#.*$/s, '') : url
}

export function sha256Of(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}
