import { Finished } from '../../graphql/answers/finished.ts'
import { type Asset, assets, embedScripts, icon } from '../../site/assets.ts'
import { respondWith } from '../given.ts'
import { problem } from '../problems.ts'
import type { Route } from '../route.ts'

/** The file at an address with a hash never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'
const ANSWERS = {
  200: { sv: 'Filen.', en: 'The file.' },
  304: { sv: 'Oförändrad.', en: 'Unchanged.' },
  404: { sv: 'Filen finns inte.', en: 'The file does not exist.' },
}

/** The routes of the files that pages need. */
export function assetRoutes(): Route[] {
  const lasting = [icon, embedScripts.host, embedScripts.frame]
  const files = new Map([...Object.values(assets), ...lasting].map((asset) => [asset.path, keptAsset(asset)]))
  const route = { methods: ['GET', 'HEAD'], answers: ANSWERS } as const
  const handle: Route['handle'] = (request) =>
    files.get(new URL(request.url).pathname)?.(request) ??
    problem(request, 404, {
      sv: 'Filen finns inte. Hämta sidan igen för att få den nya adressen',
      en: 'The file does not exist. Load the page again to get the current address',
    })
  return [
    {
      ...route,
      path: '/assets/:file',
      summary: {
        sv: 'Filer som sidorna behöver. Namnet har innehållets hash.',
        en: 'Files that pages need. The name has the hash of the content.',
      },
      parameters: { file: { sv: 'Filens namn.', en: 'The name of the file.' } },
      mediaType: 'text/css',
      handle,
    },
    {
      ...route,
      path: icon.path,
      summary: { sv: 'Ikonen.', en: 'The icon.' },
      mediaType: icon.mediaType,
      handle,
    },
    {
      ...route,
      path: embedScripts.host.path,
      summary: {
        sv: 'Skriptet som ger inbäddade diagram deras höjd, för sidan som bäddar in.',
        en: 'The script that gives embedded charts their height, for the page that embeds.',
      },
      mediaType: embedScripts.host.mediaType,
      handle,
    },
    {
      ...route,
      path: embedScripts.frame.path,
      summary: {
        sv: 'Skriptet i ett inbäddat diagram, som anger diagrammets höjd.',
        en: 'The script in an embedded chart, which reports its height.',
      },
      mediaType: embedScripts.frame.mediaType,
      handle,
    },
  ]
}

/** Sends a file, compressed if that makes it smaller. */
function keptAsset({ path, body, mediaType }: Asset): (request: Request) => Promise<Response> {
  const given = { finished: new Finished(body), mediaType }
  const headers = {
    'cache-control': path.startsWith('/assets/') ? FOREVER : A_DAY,
    'x-content-type-options': 'nosniff',
  }
  return (request) => respondWith(request, given, headers)
}
