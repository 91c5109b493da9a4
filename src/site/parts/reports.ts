import { outcomeState, reportKind } from '../../datasets/vocabularies/outcomes.ts'
import { addressOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import type { ReportParts } from '../queries/fragments.graphql.ts'
import { followUpTexts } from '../texts/follow-ups.ts'
import { valueWords } from '../vocabulary-words.ts'
import { hostOf } from './hosts.ts'

/** What public follow-ups report, by the parties' own account; or that none is known, and whether anybody looked. */
export function reportsOf(
  language: Language,
  {
    reports,
    reportState,
  }: {
    readonly reports: readonly ReportParts[]
    readonly reportState: 'FOUND' | 'NONE_FOUND' | 'NOT_RESEARCHED'
  },
): Html {
  const text = followUpTexts[language]
  if (reports.length === 0) return html`<p class="small muted">${text.report[reportState]}</p>`
  return html`<ul class="unclear">${reports.map(
    (report) =>
      html`<li id="${report.key}"><a href="${addressOf(language, 'report', report.key)}">${inLanguage(language, report, 'gist')}</a> <span class="muted">${text.reported(valueWords(language, outcomeState, report.state))} ${report.publishedOn ? text.published(formats[language].day(report.publishedOn)) : ''}</span> <a href="${report.sourceUrl}">${hostOf(report.sourceUrl)}<span class="vh">, ${report.key}</span></a> <span class="muted">(${valueWords(language, reportKind, report.kind)})</span></li>\n`,
  )}</ul>`
}
