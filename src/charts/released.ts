import { addressOf } from '../site/addresses.ts'
import { assets, embedScripts, pinnedScript } from '../site/assets.ts'
import { embedded } from '../site/embed.ts'
import { html } from '../site/html.ts'
import { type Language, languages } from '../site/language.ts'
import type { Ask } from '../site/query.ts'
import { charts } from './all/index.ts'
import type { MadeChart } from './chart.ts'
import { chartJson } from './files.ts'
import { framedFigure } from './pages/embed.ts'
import { light } from './palette.ts'
import { pinnedPath } from './parts/embed-codes.ts'
import { pngOf } from './png.ts'
import { type DrawnFrom, sheet } from './sheet.ts'
import { chartTexts } from './texts/charts.ts'

/** A file of a chart in a release. */
interface ReleasedChart {
  readonly path: string
  readonly mediaType: string
  readonly contents: string | Buffer
}

/** A table of a chart as CSV. */
type WriteCsv = (table: MadeChart['table']) => string

/** All files of all charts for a release, as known on its day. They never change. */
export async function releasedCharts(
  ask: Ask,
  origin: DrawnFrom & { readonly date: string },
  toCsv: WriteCsv,
): Promise<ReleasedChart[]> {
  const made = await Promise.all(charts.map((chart) => chart.make(ask, origin.date)))
  const drawn = await Promise.all(
    made.flatMap((each) => languages.map((language) => releasedForms(each, language, origin))),
  )
  return [
    ...drawn.flat(),
    ...made.map(({ slug, table }) => ({
      path: `charts/${slug}.csv`,
      mediaType: 'text/csv; charset=utf-8; header=present',
      contents: toCsv(table),
    })),
    { path: `charts/${FILES.css}`, mediaType: 'text/css; charset=utf-8', contents: assets.css.body },
    {
      path: `charts/${FILES.script}`,
      mediaType: 'text/javascript; charset=utf-8',
      contents: `${embedScripts.frame.body}${pinnedScript}`,
    },
  ]
}

/** The files that the pages for frames need are in the release too, so that the pages always look the same. */
const FILES = { css: 'embed.css', script: 'embed.js' } as const

async function releasedForms(
  made: MadeChart,
  language: Language,
  origin: DrawnFrom,
): Promise<ReleasedChart[]> {
  const page = pinnedPath(made.slug, language)
  const path = (ending: string) => page.replace(/html$/, ending)
  const svg = sheet(made, { language, palette: light, origin })
  return [
    { path: path('svg'), mediaType: 'image/svg+xml', contents: svg },
    { path: path('png'), mediaType: 'image/png', contents: await pngOf(svg) },
    { path: path('json'), mediaType: 'application/json', contents: chartJson(made, language, origin) },
    { path: page, mediaType: 'text/html; charset=utf-8', contents: framePage(made, language, origin) },
  ]
}

function framePage(made: MadeChart, language: Language, origin: DrawnFrom): string {
  const href = addressOf(language, 'charts', made.slug)
  return embedded(
    {
      title: made.title[language],
      description: made.says(language),
      main: html`${framedFigure(made, language, { href, origin })}
<p class="cap" id="newer" hidden><a href="${href}">${chartTexts[language].newer}</a></p>`,
    },
    { language },
    FILES,
  )
}
