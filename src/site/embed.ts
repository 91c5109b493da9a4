import { assets, embedScripts } from './assets.ts'
import { html } from './html.ts'
import type { Setting, ShownPage } from './page-kind.ts'

/** The addresses of the style sheet and the script of a page for frames. */
interface EmbedFiles {
  readonly css: string
  readonly script: string
}

const SERVED: EmbedFiles = { css: assets.css.path, script: embedScripts.frame.path }

/** A page for frames on other sites. Its links open in the surrounding page. */
export function embedded(
  page: ShownPage,
  { language }: Pick<Setting, 'language'>,
  { css, script }: EmbedFiles = SERVED,
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="robots" content="noindex">
<base target="_top">
<link rel="stylesheet" href="${css}">
<script type="module" src="${script}"></script>
${page.links ?? ''}
</head>
<body class="framed">
<main>${page.main}</main>
</body>
</html>
`.text
}
