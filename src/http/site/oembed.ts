import { charts } from '../../charts/all/index.ts'
import { chartPage } from '../../charts/pages/chart.ts'
import { embedAddresses, embedCode, FRAME } from '../../charts/parts/embed-codes.ts'
import { licence } from '../../datasets/publication.ts'
import { addressOf } from '../../site/addresses.ts'
import { type Language, languages } from '../../site/language.ts'
import { frameTexts } from '../../site/texts/frame.ts'
import { problem } from '../problems.ts'
import type { Route } from '../route.ts'
import { formsOf } from './forms.ts'
import { type Pages, pathOfForm } from './pages.ts'

/** For how many seconds a response may be cached. */
const CACHE_SECONDS = 3600

/** oEmbed (oembed.com): how another site shows a chart that it links to. */
export function oembedRoute(pages: Pages, url: string): Route {
  return {
    path: '/oembed',
    methods: ['GET', 'HEAD'],
    summary: {
      sv: 'oEmbed: hur ett diagram visas på en sida som länkar till det. ?url= är diagrammets adress; maxwidth, maxheight och format=json får anges.',
      en: 'oEmbed: how a chart is shown on a page that links to it. ?url= is the address of the chart; maxwidth, maxheight and format=json may be given.',
    },
    answers: {
      200: { sv: 'Koden att bädda in.', en: 'The code to embed.' },
      400: {
        sv: 'En storlek är inte ett helt tal över noll.',
        en: 'A size is not a whole number above zero.',
      },
      404: { sv: 'Adressen är inte ett diagrams.', en: 'The address is not that of a chart.' },
      501: { sv: 'Formatet finns inte.', en: 'The format is not available.' },
    },
    mediaType: 'application/json',
    async handle(request) {
      const { searchParams } = new URL(request.url)
      const format = searchParams.get('format') ?? 'json'
      if (format !== 'json')
        return problem(request, 501, { sv: 'Bara format=json finns', en: 'Only format=json is available' })
      const found = chartAt(searchParams.get('url') ?? '', url)
      if (!found)
        return problem(request, 404, {
          sv: `Parametern url är inte adressen till ett diagram, som ${url}${addressOf('sv', 'charts', charts[0]?.slug)}`,
          en: `The parameter url is not the address of a chart, such as ${url}${addressOf('en', 'charts', charts[0]?.slug)}`,
        })
      const [maxWidth, maxHeight] = [
        requestedSize(searchParams, 'maxwidth'),
        requestedSize(searchParams, 'maxheight'),
      ]
      if (Number.isNaN(maxWidth) || Number.isNaN(maxHeight))
        return problem(request, 400, {
          sv: 'maxwidth och maxheight är hela tal över noll, i bildpunkter',
          en: 'maxwidth and maxheight are whole numbers above zero, in pixels',
        })
      const { chart, language } = found
      const width = Math.min(FRAME.width, maxWidth)
      const height = Math.min(FRAME.height, maxHeight)
      const setting = { language, url, releases: [] }
      const { newest } = embedAddresses(chart.slug, setting)
      return Response.json(
        {
          version: '1.0',
          type: 'rich',
          title: chart.title[language],
          provider_name: frameTexts[language].fullName,
          provider_url: `${url}${addressOf(language, 'start')}`,
          html: embedCode(chart, newest, setting, { width, height }),
          width,
          height,
          ...(await thumbnail(pages, url, found, { maxWidth, maxHeight })),
          cache_age: CACHE_SECONDS,
          license: licence.url,
        },
        { headers: { 'cache-control': `public, max-age=${CACHE_SECONDS}` } },
      )
    },
  }
}

type FoundChart = { readonly chart: (typeof charts)[number]; readonly language: Language }

/** The chart of an address of ours: its page or its embed. */
function chartAt(address: string, url: string): FoundChart | null {
  const at = URL.parse(address)
  if (at?.origin !== URL.parse(url)?.origin) return null
  const path = at?.pathname.replace(/\/?$/, '/')
  for (const language of languages)
    for (const chart of charts)
      if ((['charts', 'embed'] as const).some((kind) => addressOf(language, kind, chart.slug) === path))
        return { chart, language }
  return null
}

/** A requested size: infinite if there is none, NaN if it is not valid. */
function requestedSize(asked: URLSearchParams, name: string): number {
  const text = asked.get(name)
  if (text === null) return Number.POSITIVE_INFINITY
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN
}

/** The picture of a chart, if it is not larger than requested. */
async function thumbnail(
  pages: Pages,
  url: string,
  { chart, language }: FoundChart,
  { maxWidth, maxHeight }: { readonly maxWidth: number; readonly maxHeight: number },
) {
  const form = formsOf(chartPage).find(({ name }) => name === '.png')
  if (!form) throw new Error('A chart has a picture')
  const path = addressOf(language, 'charts', chart.slug)
  const asked = {
    kind: chartPage,
    language,
    path,
    parameters: { chart: chart.slug },
    search: new URLSearchParams(),
    form,
  }
  const page = await pages.get(asked, pathOfForm(chartPage.paths[language], form))
  if (page === null || !('finished' in page)) throw new Error(`The chart ${chart.slug} has a picture`)
  // The header of a PNG: width and height follow the signature and the name of the first chunk.
  const [width, height] = [page.finished.body.readUInt32BE(16), page.finished.body.readUInt32BE(20)]
  if (width > maxWidth || height > maxHeight) return {}
  return {
    thumbnail_url: `${url}${pathOfForm(path, form)}`,
    thumbnail_width: width,
    thumbnail_height: height,
  }
}
