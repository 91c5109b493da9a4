import { assets, embedScripts } from './assets.ts'
import { html } from './html.ts'
import type { Page, Setting } from './page-kind.ts'

/** A page for frames of other sites. Its links open in the page around it. */
export function embedded(page: Page, { language }: Setting): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="robots" content="noindex">
<base target="_top">
<link rel="stylesheet" href="${assets.css.path}">
<script type="module" src="${embedScripts.frame.path}"></script>
${page.links ?? ''}
</head>
<body class="framed">
<main>${page.main}</main>
</body>
</html>
`.text
}
