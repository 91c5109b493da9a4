import { join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { sha256Of } from '../../common/sha256.ts'
import { readYaml } from '../../common/whole-file.ts'
import type { DocumentOrigin, SourceText } from '../../ingest/documents/source-text.ts'
import type { GivenIds } from '../carry-over/give-ids.ts'

// source.yaml: the document of a draft, and the numbers used in its ids.

const originSchema = z.union([
  z.object({
    url: z.string(),
    retrieved_at: z.string(),
    copy: z.object({ url: z.string(), taken_at: z.string() }).optional(),
  }),
  z.object({ path: z.string() }),
])
const aboutSchema = z.object({
  sha256: z.string(),
  origin: originSchema,
  also_at: z.array(originSchema).default([]),
  draft_sha256: z.string(),
  given: z.record(z.string(), z.number()).default({}),
  links: z.array(z.object({ url: z.string(), words: z.string() })).default([]),
})
/** The contents of source.yaml that a later run needs. */
export type AboutDraft = z.infer<typeof aboutSchema>

export function readAbout(folder: string): Promise<AboutDraft | null> {
  return readYaml(join(folder, 'source.yaml'), aboutSchema)
}

/** The contents of source.yaml: where the document was, now and before, and which numbers were used. */
export function aboutYaml(
  source: SourceText,
  draft: string,
  given: GivenIds,
  before: AboutDraft | null,
): string {
  const { sha256, bytes, mediaType, origin, title, pages, issues, links } = source
  const copy = 'url' in origin ? origin.copy : undefined
  const now =
    'url' in origin
      ? {
          url: origin.url,
          retrieved_at: origin.retrievedAt,
          ...(copy && { copy: { url: copy.url, taken_at: copy.takenAt } }),
        }
      : origin
  const others = before
    ? [before.origin, ...before.also_at].filter((one) => originKey(one) !== originKey(origin))
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
    ...(links.length > 0 && { links }),
    draft_sha256: sha256Of(draft),
    given,
  })
}

/** What identifies the place of a document. */
export function originKey(origin: DocumentOrigin | AboutDraft['origin']): string {
  return 'url' in origin ? withoutFragment(origin.url) : resolve(origin.path)
}

/** An address as requested: the fragment stays in the browser. */
export function withoutFragment(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/#.*$/s, '') : url
}
