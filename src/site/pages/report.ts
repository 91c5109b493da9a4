import { copyKind } from '../../datasets/vocabularies/agreements.ts'
import { outcomeState, reportKind } from '../../datasets/vocabularies/outcomes.ts'
import { targetPer } from '../../datasets/vocabularies/promises.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { addressOf, countyPart, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementName } from '../parts/agreement-details.ts'
import { cite } from '../parts/cite.ts'
import { commitmentWords } from '../parts/commitment-words.ts'
import { correctionsBox } from '../parts/corrections-box.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { says } from '../parts/says.ts'
import { targetLine } from '../parts/targets.ts'
import { dayIn, daysIn } from '../periods.ts'
import { type ReportData, reportQuery } from '../queries/report.graphql.ts'
import { reportsQuery } from '../queries/reports.graphql.ts'
import { reportTexts } from '../texts/reports.ts'
import { known } from '../unknown.ts'
import { valueLabel, valueWords } from '../vocabulary-words.ts'

type ShownReport = NonNullable<ReportData['report']>
type ReportedOutcome = ShownReport['outcomes']['nodes'][number]

/** A report on the results, with what it says about each promise: always as reported, and by whom. */
export const reportPage = pageKind<ShownReport>({
  name: 'report',
  paths: pathsOf('report', ':report'),
  summary: { sv: 'En redovisning.', en: 'A report.' },
  // On many promises; on none, since it was not read; by a newspaper.
  examples: ['/redovisning/1763-rep1/', '/redovisning/0126-rep1/', '/redovisning/0125-rep1/'],
  parts: async (ask) => (await ask(reportsQuery, {})).reports.nodes.map(({ key }) => key),
  read: async ({ ask, parameters }) => (await ask(reportQuery, { key: parameters.report ?? '' })).report,
  page(report, setting) {
    const { language, path } = setting
    const text = reportTexts[language]
    const { municipality, outcomes, agreements } = report
    const publisher = text.publishers[report.publisherKind]
    const sentences = text.saysOne(
      municipality.formalName,
      publisher,
      valueWords(language, outcomeState, report.state),
      outcomes.totalCount,
    )
    const covers = daysIn(language, report)
    const title = text.titleOf(municipality.name, covers)
    return {
      title,
      description: sentences,
      section: 'agreement',
      main: html`${crumbs(
        language,
        { href: addressOf(language, 'report'), name: text.title },
        {
          href: addressOf(language, 'county', countyPart(municipality.county)),
          name: inLanguage(language, municipality.county, 'name'),
        },
        {
          href: addressOf(language, 'municipality', municipalityPart(municipality)),
          name: municipality.name,
        },
      )}<h1>${title}</h1>
${says(language, sentences)}
<p class="sub measure">${inLanguage(language, report, 'gist')}</p>
${facts([
  [text.source, html`<a class="long" href="${report.sourceUrl}">${report.sourceUrl}</a>`],
  [text.kind, valueLabel(language, reportKind, report.kind)],
  [text.by, publisher],
  [
    text.published,
    known(language, report.publishedOn, 'NOT_STATED', (day) =>
      dayIn(language, day, report.publishedOnPrecision),
    ),
  ],
  [text.covers, known(language, covers, 'NOT_STATED')],
  [text.read, `${formats[language].day(report.readOn)}. ${valueLabel(language, copyKind, report.copyKind)}.`],
  [
    text.agreements,
    inlineLinks(
      agreements.nodes.map((each) => ({
        href: addressOf(language, 'agreement', each.key),
        name: agreementName(language, each),
      })),
    ) ?? html`<span class="unknown">${text.noAgreement}</span>`,
  ],
  [text.noteHeading, inLanguage(language, report, 'note')],
])}
${outcomesOf(language, report)}
<section class="cols">${correctionsBox(setting, { name: title, path })}${cite(setting, title)}</section>`,
    }
  },
  table: ({ outcomes }, { language }) => ({
    columns: ['id', 'agreement_id', 'promise_id', 'activity_id', 'state', 'value', 'unit', 'per', 'gist'],
    rows: outcomes.nodes.map((each) => [
      each.key,
      each.agreement.key,
      each.promise?.key ?? null,
      each.activity?.key ?? null,
      each.state.toLowerCase(),
      each.value,
      each.unit?.toLowerCase() ?? null,
      each.per?.toLowerCase() ?? null,
      inLanguage(language, each, 'gist'),
    ]),
  }),
})

function outcomesOf(language: Language, { outcomes }: ShownReport): Html {
  const text = reportTexts[language]
  const { nodes, totalCount } = outcomes
  if (nodes.length === 0) return html``
  return html`<section aria-labelledby="outcomes"><h2 id="outcomes">${text.outcomesHeading}</h2><p class="sub measure">${text.outcomesNote}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="outcomes"><table class="num"><thead><tr><th scope="col">${text.promised}</th><th scope="col">${text.reported}</th><th scope="col">${text.number}</th></tr></thead><tbody>
${nodes.map((each) => outcomeRow(language, each))}</tbody></table></div>${nodes.length < totalCount ? html`<p class="cap">${text.more(nodes.length, totalCount)}</p>` : ''}</section>`
}

function outcomeRow(language: Language, outcome: ReportedOutcome): Html {
  const text = reportTexts[language]
  const { key, state, value, unit, per, agreement, promise, activity } = outcome
  const of = promise ?? activity
  const gist = inLanguage(language, outcome, 'gist')
  const number =
    value === null
      ? html`<span class="unknown">${text.noNumber}</span>`
      : [
          formats[language].number(value),
          unit && valueWords(language, targetWhat, unit),
          per && valueWords(language, targetPer, per),
        ]
          .filter(Boolean)
          .join(' ')
  return html`<tr id="${key}"><th scope="row"><a href="${addressOf(language, 'agreement', agreement.key)}#${of?.key ?? key}">${of ? commitmentWords(language, of) : text.whole}</a>${of?.target ? html`<br><small class="muted">${targetLine(language, of.target)}</small>` : ''}</th><td>${valueLabel(language, outcomeState, state)}${gist ? html`.<br>${gist}` : ''}</td><td>${number}</td></tr>\n`
}
