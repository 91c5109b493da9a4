import { addressOf, pathsOf } from '../../site/addresses.ts'
import { formats } from '../../site/formats.ts'
import { type Html, html } from '../../site/html.ts'
import type { Language } from '../../site/language.ts'
import { pageKind, type Setting } from '../../site/page-kind.ts'
import { charts } from '../all/index.ts'
import type { MadeChart } from '../chart.ts'
import { originOf } from '../origin.ts'
import { type DrawnFrom, showFigure } from '../sheet.ts'
import { sheetTexts } from '../texts/sheet.ts'

/** A chart in a frame of another site, with the newest data. */
export const embedPage = pageKind<MadeChart>({
  name: 'embed',
  paths: pathsOf('embed', ':chart'),
  summary: { sv: 'Ett diagram att bädda in.', en: 'A chart to embed.' },
  examples: charts.map(({ slug }) => addressOf('sv', 'embed', slug)),
  isEmbed: true,
  read: async ({ ask, day, parameters }) =>
    (await charts.find(({ slug }) => slug === parameters.chart)?.make(ask, day)) ?? null,
  page: (made, setting) => ({
    title: made.title[setting.language],
    description: made.says(setting.language),
    isUnlisted: true,
    main: framedChart(made, {
      ...setting,
      href: addressOf(setting.language, 'charts', made.slug),
    }),
  }),
})

/** The content of the frame, with a link to the page of the chart. */
export function framedChart(
  made: MadeChart,
  { language, href, ...setting }: Setting & { readonly href: string },
): Html {
  return framedFigure(made, language, { href, origin: originOf(setting) })
}

/** The same with data of a given source. */
export function framedFigure(
  made: MadeChart,
  language: Language,
  { href, origin }: { readonly href: string; readonly origin: DrawnFrom },
): Html {
  return html`<h1>${made.title[language]}</h1>
<p class="sub">${made.how[language]}</p>
<figure>${showFigure(made.figure(language), language)}</figure>
${made.notes(language).map((note) => html`<p class="cap">${note}</p>`)}
<p class="cap"><a href="${href}">${sheetTexts[language].source(origin, formats[language])}</a></p>`
}
