import { addressOf, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts } from '../parts/facts.ts'
import { type StatusData, statusQuery } from '../queries/status.graphql.ts'
import { frameTexts } from '../texts/frame.ts'
import { statusTexts } from '../texts/status.ts'

/** The state of the data: the last release, the last check, and how much is unknown. */
export const statusPage = pageKind<StatusData>({
  name: 'status',
  paths: pathsOf('status'),
  summary: { sv: 'Läget just nu.', en: 'Status.' },
  examples: ['/om/lage/'],
  read: ({ ask }) => ask(statusQuery, {}),
  page(data, { language, releases }) {
    const text = statusTexts[language]
    const write = formats[language]
    const { dataset, agreements } = data
    const day = (instant: string | null | undefined) =>
      instant ? write.day(instant.slice(0, 10)) : text.never
    const [release] = releases
    const gaps = [
      [text.gaps.withoutPeriod, data.withoutPeriod.totalCount],
      [text.gaps.unclear, data.unclear.totalCount],
      [text.gaps.notListed, data.notListed.totalCount],
      [text.gaps.noReportSought, data.noReportSought.totalCount],
      [text.gaps.drafts, data.drafts.totalCount],
    ] as const
    return {
      title: text.title,
      description: text.description,
      section: 'about',
      main: html`${crumbs(language, { href: addressOf(language, 'about'), name: frameTexts[language].menu.about })}<h1>${text.title}</h1>
<p class="lead">${text.description}</p>
${facts([
  [
    text.release,
    release
      ? html`<a href="${addressOf(language, 'exports', release.release)}">${release.release}</a>`
      : text.never,
  ],
  [text.dated, dataset && write.day(dataset.date)],
  [text.revision, dataset && String(dataset.revision)],
  [text.check, day(dataset?.lastCheck?.endedAt)],
])}
<section aria-labelledby="gaps"><h2 id="gaps">${text.gapsHeading}</h2><p class="sub measure">${text.gapsNote(agreements.totalCount)}</p><table class="num narrow"><thead><tr><th scope="col">${text.what}</th><th scope="col" class="right">${text.count}</th></tr></thead><tbody>${gaps.map(
        ([what, count]) =>
          html`<tr><th scope="row">${what}</th><td class="right">${write.number(count)}</td></tr>\n`,
      )}</tbody></table></section>
<section aria-labelledby="tables"><h2 id="tables">${text.tables}</h2><table class="num narrow"><thead><tr><th scope="col">${text.dataset}</th><th scope="col" class="right">${text.rows}</th></tr></thead><tbody>${(
        dataset?.tables ?? []
      ).map(
        ({ title, rows }) =>
          html`<tr><th scope="row">${title[language]}</th><td class="right">${write.number(rows)}</td></tr>\n`,
      )}</tbody></table></section>`,
    }
  },
  table: ({ dataset }) => ({
    columns: ['dataset', 'rows'],
    rows: (dataset?.tables ?? []).map(({ name, rows }) => [name, rows]),
  }),
})
