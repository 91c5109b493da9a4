import { Finished } from '../../graphql/answers/finished.ts'
import { ResponseForms } from '../../graphql/answers/form.ts'
import { type Asset, assets, embedScripts, icon } from '../../site/assets.ts'
import { isKnownCopy } from '../../web/conditional.ts'
import { problem } from '../problems.ts'
import type { Route } from '../route.ts'

/** What an address with a hash holds never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'
const ANSWERS = {
  200: { sv: 'Filen.', en: 'The file.' },
  304: { sv: 'Oförändrad.', en: 'Unchanged.' },
  404: { sv: 'Det finns ingen sådan fil.', en: 'There is no such file.' },
}

const forms = new ResponseForms()

/** The routes of the files that pages need. */
export function assetRoutes(): Route[] {
  const lasting = [icon, embedScripts.host, embedScripts.frame]
  const files = new Map([...Object.values(assets), ...lasting].map((asset) => [asset.path, keptAsset(asset)]))
  const route = { methods: ['GET', 'HEAD'], answers: ANSWERS } as const
  const handle: Route['handle'] = (request) =>
    files.get(new URL(request.url).pathname)?.(request) ??
    problem(request, 404, { sv: 'Det finns ingen sådan fil', en: 'There is no such file' })
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
        sv: 'Skriptet i ett inbäddat diagram: berättar hur högt det är.',
        en: 'The script in an embedded chart: tells how high it is.',
      },
      mediaType: embedScripts.frame.mediaType,
      handle,
    },
  ]
}

/** Gives a file, compressed where that makes it smaller. */
function keptAsset(asset: Asset): (request: Request) => Promise<Response> {
  const finished = new Finished(asset.body)
  const isFont = asset.mediaType === 'font/woff2' // compressed by itself
  return async (request) => {
    const wanted = forms.of(undefined, request.headers.get('accept-encoding') ?? undefined).coding
    const coding = isFont ? 'identity' : finished.codingFor(wanted)
    const etag = finished.etag(coding, asset.mediaType)
    const headers = {
      'cache-control': asset.path.startsWith('/assets/') ? FOREVER : A_DAY,
      etag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    }
    if (isKnownCopy(request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers })
    const body = await finished.form(coding)
    return new Response(new Uint8Array(body), {
      headers: {
        ...headers,
        'content-type': isFont ? asset.mediaType : `${asset.mediaType}; charset=utf-8`,
        'content-length': String(body.length),
        ...(coding !== 'identity' && { 'content-encoding': coding }),
      },
    })
  }
}
