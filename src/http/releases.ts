import type { Text } from '../datasets/dataset.ts'
import type { Manifest } from '../exporters/manifest.ts'
import type { CataloguePlace } from '../exporters/metadata/place.ts'
import { schemaOrgDataset } from '../exporters/metadata/schema-org.ts'
import { LISTS, OF_SIGNED } from '../exporters/served-as.ts'
import { SIGNATURE } from '../exporters/signature.ts'
import { LATEST } from '../exporters/stores/store.ts'
import { exportsPage, releasePage } from '../site/exports-page.ts'
import { languages } from '../site/language.ts'
import { exportsPath } from '../site/listed-release.ts'
import { respondWithText } from './given.ts'
import { FRESH, htmlPage } from './pages.ts'
import { findRelease, leadsOn, noSuchRelease, type Releases, releaseFile } from './release-files.ts'
import { FILE_ANSWERS, FILE_HEADERS, PARAMETERS, SUMMARIES } from './release-texts.ts'
import type { Route } from './route.ts'

const GET = ['GET', 'HEAD'] as const

/** The routes of the releases: pages, list and files. */
export function releaseRoutes(
  releases: Releases,
  place: CataloguePlace,
  answers: { found: Text; unchanged: Text },
): Route[] {
  const { newest } = releases
  const site = { url: place.url, publisher: place.publisher?.name ?? null, leadsOn }
  const listPages = languages.map(
    (language): Route => ({
      path: exportsPath[language],
      methods: GET,
      summary: SUMMARIES.list[language],
      answers: { 200: answers.found, 304: answers.unchanged },
      mediaType: 'text/html',
      handle: async (request) => {
        const all = await latestFirst(releases)
        const [latest] = all
        const linkedData = latest ? schemaOrgDataset(latest, place) : null
        const newestShown = latest ? await shownManifest(releases, latest) : null
        return htmlPage(request, exportsPage(language, newestShown, all, site, linkedData))
      },
    }),
  )
  const releasePages = languages.map(
    (language): Route => ({
      path: `${exportsPath[language]}:release/`,
      methods: GET,
      summary: SUMMARIES.release[language],
      parameters: { release: PARAMETERS.release },
      answers: {
        200: answers.found,
        304: answers.unchanged,
        307: FILE_ANSWERS[307],
        404: FILE_ANSWERS[404],
      },
      mediaType: 'text/html',
      handle: async (request, { release = '' }) => {
        const manifest = await findRelease(releases, release)
        if (!manifest) return noSuchRelease(request, release)
        if (release !== LATEST) {
          const isNewest = (await newest()) === release
          return htmlPage(
            request,
            releasePage(language, await shownManifest(releases, manifest), site, isNewest),
          )
        }
        const location = `${exportsPath[language]}${manifest.release}/`
        return new Response(null, { status: 307, headers: { ...FRESH, location } })
      },
    }),
  )
  return [
    ...listPages,
    {
      path: '/exports/index.json',
      methods: GET,
      summary: SUMMARIES.index,
      answers: { 200: answers.found, 304: answers.unchanged },
      mediaType: 'application/json',
      handle: async (request) => {
        const listed = (await latestFirst(releases)).map(({ release, revision, date }) => ({
          release,
          revision,
          date,
          index: `${place.url}/exports/${release}/index.json`,
        }))
        const body = JSON.stringify({ latest: listed[0]?.release ?? null, releases: listed })
        return respondWithText(request, body, 'application/json', FRESH)
      },
    },
    ...releasePages,
    ...['/exports/:release/:file', '/exports/:release/charts/:chart'].map(
      (path): Route => ({
        path,
        methods: GET,
        summary: SUMMARIES.file,
        parameters: PARAMETERS,
        answers: { 200: answers.found, 304: answers.unchanged, ...FILE_ANSWERS },
        headers: FILE_HEADERS,
        mediaType: 'text/csv',
        handle: async (request, { release = '', chart, file = `charts/${chart}` }) => {
          const response = await releaseFile(request, { release, file }, releases)
          if (request.method === 'GET') releases.downloads.count(response.status)
          return response
        },
      }),
    ),
  ]
}

/** A release as pages show it, with its files that list or sign others. */
async function shownManifest({ store }: Releases, manifest: Manifest) {
  const isSigned = (await store.size(manifest.release, SIGNATURE)) !== null
  const lists = Object.keys(LISTS).filter((file) => isSigned || !OF_SIGNED.includes(file))
  return { ...manifest, lists }
}

/** The release that `latest` leads to, then the others from the newest revision on. */
export async function latestFirst({
  store,
  newest,
}: Pick<Releases, 'store' | 'newest'>): Promise<Manifest[]> {
  const [all, latest] = [await store.manifests(), await newest()]
  return [
    ...all.filter(({ release }) => release === latest),
    ...all.filter(({ release }) => release !== latest),
  ]
}
