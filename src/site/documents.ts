import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { marked } from 'marked'
import { escaped, Html } from './html.ts'

/** The documents that are pages, by the last part of their addresses. They are written for developers, in English. */
const FILES = {
  graphql: 'docs/graphql.md',
  routes: 'openapi-notes.md',
  releases: 'docs/exports.md',
  'what-a-release-holds': 'exports/README.md',
  verification: 'docs/verification.md',
  records: 'data/README.md',
  'what-may-change': 'docs/changes.md',
} as const

/** A document as a page shows it. */
export interface ShownDocument {
  readonly part: string
  readonly title: string
  readonly body: Html
}

const ROOT = new URL('../../', import.meta.url)

/** The documents as HTML. Links to each other lead to their pages; links to source files become text. */
export const documents: readonly ShownDocument[] = Object.entries(FILES).map(([part, file]) => {
  const source = readFileSync(new URL(file, ROOT), 'utf8')
    .replace(/<!--.*?-->\n?/gs, '')
    .trim()
  const [, title = part, body = source] = /^# (.*)\n([\s\S]*)$/.exec(source) ?? []
  return { part, title, body: new Html(rendered(body, file)) }
})

function rendered(markdown: string, file: string): string {
  const renderer = new marked.Renderer()
  const used = new Set<string>()
  renderer.heading = function ({ tokens, depth, text }) {
    const level = Math.max(2, depth) // the page has its own heading
    return `<h${level} id="${headingId(text, used)}">${this.parser.parseInline(tokens)}</h${level}>\n`
  }
  renderer.link = function ({ href, tokens }) {
    const inner = this.parser.parseInline(tokens)
    const to = target(href, file)
    return to === null ? inner : `<a href="${escaped(to)}">${inner}</a>`
  }
  renderer.code = ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`
  renderer.table = function (token) {
    const cells = (row: typeof token.header, tag: string) =>
      row
        .map(
          (cell) =>
            `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(cell.tokens) || '–'}</${tag}>`,
        )
        .join('')
    return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table></div>\n`
  }
  renderer.html = ({ text }) => escaped(text)
  return marked.parse(markdown, { async: false, renderer })
}

/** The address on the site to which a link of a document leads; null for a source file. */
function target(href: string, from: string): string | null {
  if (/^(https?:|#)/.test(href)) return href
  const [path = '', hash] = href.split('#')
  const file = posix.join(posix.dirname(from), path)
  const part = Object.entries(FILES).find(([, each]) => each === file)?.[0]
  return part ? `../${part}/${hash ? `#${hash}` : ''}` : null
}

/** The id of a heading, as GitHub generates it. */
function headingId(text: string, used: Set<string>): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
  let id = plain
  for (let count = 1; used.has(id); count++) id = `${plain}-${count}`
  used.add(id)
  return id
}
