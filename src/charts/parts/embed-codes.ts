import { addressOf } from '../../site/addresses.ts'
import { embedScripts } from '../../site/assets.ts'
import { html } from '../../site/html.ts'
import type { In, Language } from '../../site/language.ts'
import type { Setting } from '../../site/page-kind.ts'

/** The size of a frame before the script sets its height. */
export const FRAME = { width: 700, height: 900 } as const

/** The path of a chart for frames in a release. */
export function pinnedPath(slug: string, language: Language): string {
  return `charts/${slug}${language === 'sv' ? '' : `.${language}`}.html`
}

/** The addresses of a chart for frames: one with the newest data, and one that never changes, if a release has it. */
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

/** The HTML that shows a chart in a frame. */
export function embedCode(
  { title }: { readonly title: In<string> },
  address: string,
  { language, url }: Pick<Setting, 'language' | 'url'>,
  { width = '100%', height = FRAME.height }: { width?: string | number; height?: number } = {},
): string {
  return html`<iframe src="${address}" title="${title[language]}" width="${width}" height="${height}" loading="lazy" frameborder="0"></iframe>
<script async src="${url}${embedScripts.host.path}"></script>`.text
}
