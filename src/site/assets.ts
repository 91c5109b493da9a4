import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A file that pages need: its address contains a hash of its content, so that it never changes. */
export interface Asset {
  readonly path: string
  readonly mediaType: string
  readonly body: Buffer
}

const OWN = new URL('./assets/', import.meta.url)
const { resolve } = createRequire(import.meta.url)

function asset(name: string, mediaType: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name.replace(/\.(?=[^.]*$)/, `.${hash}.`)}`, mediaType, body }
}

const font = (name: string, file: string) => asset(name, 'font/woff2', readFileSync(resolve(file)))

const sans = font(
  'source-sans-3.woff2',
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
)
const serif = font(
  'source-serif-4.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
)

/** The style sheets, in the order in which the served one contains them. */
const STYLES = [
  'base',
  'frame',
  'start',
  'map',
  'tables',
  'charts',
  'targets',
  'agreements',
  'prose',
  'print',
]

/** The style sheet, with the addresses of the fonts, and without comments for its readers. */
const css = STYLES.map((name) => readFileSync(new URL(`styles/${name}.css`, OWN), 'utf8'))
  .join('')
  .replaceAll('url(sans)', `url(${sans.path})`)
  .replaceAll('url(serif)', `url(${serif.path})`)
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\n\s*/g, '\n')

/** The files that pages need. */
export const assets = {
  sans,
  serif,
  css: asset('site.css', 'text/css', Buffer.from(css)),
  script: asset('site.js', 'text/javascript', readFileSync(new URL('site.js', OWN))),
} as const

/** A file whose address never changes, since pages of other sites use it. */
function lasting(path: string, mediaType: string, name: string): Asset {
  return { path, mediaType, body: readFileSync(new URL(name, OWN)) }
}

/** The files that embeds need: the script of the embedding page, and that of the frame. */
export const embedScripts = {
  host: lasting('/inbaddning.js', 'text/javascript', 'embed-host.js'),
  frame: lasting('/inbaddning-ram.js', 'text/javascript', 'embed-frame.js'),
} as const

/** The additional script for a chart's frame in a release: it follows that of the frame. */
export const pinnedScript = readFileSync(new URL('embed-pinned.js', OWN))

/** The icon, also at the address where robots look for it. */
export const icon: Asset = {
  path: '/icon.svg',
  mediaType: 'image/svg+xml',
  body: readFileSync(new URL('icon.svg', OWN)),
}
