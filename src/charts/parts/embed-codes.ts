import { addressOf } from '../../site/addresses.ts'
import { embedScripts } from '../../site/assets.ts'
import { html } from '../../site/html.ts'
import type { In, Language } from '../../site/language.ts'
import type { Setting } from '../../site/page-kind.ts'

/** How wide and high a frame is until it is told its height. */
export const FRAME = { width: 700, height: 900 } as const

/** Where a release holds a chart for frames, by its path in the release. */
export function pinnedPath(slug: string, language: Language): string {
  return `charts/${slug}${language === 'sv' ? '' : `.${language}`}.html`
}

/** The addresses of a chart for frames: one that follows the newest data, and one that never changes, where a release has it. */
export function embedAddresses(
  slug: string,
  { language, url, releases }: Pick<Setting, 'language' | 'url' | 'releases'>,
): { readonly newest: string; readonly pinned: string | null } {
  const path = pinnedPath(slug, language)
  const release = releases.find(({ files }) => files.some((file) => file.path === path))
  return {
    newest: `${url}${addressOf(language, 'embed', slug)}`,
    pinned: release ? `${url}/exports/${release.release}/${path}` : null,
  }
}

/** What a page has in it that shows a chart in a frame. */
export function embedCode(
  { title }: { readonly title: In<string> },
  address: string,
  { language, url }: Pick<Setting, 'language' | 'url'>,
  { width = '100%', height = FRAME.height }: { width?: string | number; height?: number } = {},
): string {
  return html`<iframe src="${address}" title="${title[language]}" width="${width}" height="${height}" loading="lazy" frameborder="0"></iframe>
<script async src="${url}${embedScripts.host.path}"></script>`.text
}
