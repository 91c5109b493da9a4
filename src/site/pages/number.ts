import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { addressOf, municipalityPart, pathsOf, valuePart } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { cite } from '../parts/cite.ts'
import { commitmentWords } from '../parts/commitment-words.ts'
import { crumbs } from '../parts/crumbs.ts'
import { pageNumber, paging, rowsOfPage } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { targetLine } from '../parts/targets.ts'
import { periodIn } from '../periods.ts'
import { countedActivitiesQuery } from '../queries/counted-activities.graphql.ts'
import { type CountedPromisesData, countedPromisesQuery } from '../queries/counted-promises.graphql.ts'
import { promisedNumbersQuery } from '../queries/promised-numbers.graphql.ts'
import { followUpTexts } from '../texts/follow-ups.ts'
import { numberTexts } from '../texts/numbers.ts'
import { valueLabel, valueWords } from '../vocabulary-words.ts'

type CountedPromise = CountedPromisesData['promises']['nodes'][number]

interface Numbers {
  readonly what: string
  /** Promises and activities, newest agreements first. */
  readonly all: readonly CountedPromise[]
  readonly number: number
}

/** The promises and activities that state a number of one kind. */
export const numberPage = pageKind<Numbers>({
  name: 'number',
  paths: pathsOf('numbers', ':what'),
  summary: { sv: 'Löften som anger ett antal av ett slag.', en: 'Promises that name a number of one kind.' },
  search: ['sida'],
  examples: ['/lovade-antal/traffic-checks/', '/lovade-antal/percent/', '/lovade-antal/shelters/'],
  parts: async (ask) =>
    (await ask(promisedNumbersQuery, {})).statistics.flatMap(({ targets }) =>
      targets.map(({ what }) => valuePart(what)),
    ),
  async read({ ask, parameters, search }) {
    const what = Object.keys(targetWhat.values).find((value) => valuePart(value) === parameters.what)
    if (what === undefined) return null
    const asked = { what: [what.toUpperCase() as 'TRAFFIC_CHECKS'] } // one of its values
    const [{ promises }, { activities }] = await Promise.all([
      ask(countedPromisesQuery, asked),
      ask(countedActivitiesQuery, asked),
    ])
    const all = [...promises.nodes, ...activities.nodes].sort(newestFirst)
    return { what, all, number: pageNumber(search, all.length) }
  },
  page({ what, all, number }, setting) {
    const { language, path } = setting
    const text = numberTexts[language]
    const name = valueLabel(language, targetWhat, what)
    const codes = new Set(all.flatMap(({ agreement }) => agreement.municipalities.map(({ code }) => code)))
    const begun = new Set(
      all.flatMap(({ agreement }) => (agreement.commitmentsSeen === 'BEGINNING' ? [agreement.key] : [])),
    )
    const sentences = text.saysOne(name, all.length, codes.size)
    return {
      title: name,
      description: sentences,
      section: 'agreement',
      isUnlisted: number > 1,
      main: html`${crumbs(language, { href: addressOf(language, 'numbers'), name: text.title })}<h1>${name}</h1>
${says(language, sentences)}
<p class="sub measure">${text.beginning(begun.size)}</p>
${
  all.length === 0
    ? ''
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table class="num stacked"><thead><tr><th scope="col">${text.where}</th><th scope="col">${text.number}</th><th scope="col">${text.words}</th><th scope="col">${text.reported}</th></tr></thead><tbody>
${rowsOfPage(all, number).map((each) => numberRow(language, each))}</tbody></table></div>`
}
${paging(language, number, all.length, (page) => (page > 1 ? `${path}?sida=${page}` : path))}
<section class="cols">${cite(setting, name)}</section>`,
    }
  },
  table: ({ all }, { language }) => ({
    columns: [
      'id',
      'municipality_codes',
      'municipalities',
      'period_start',
      'period_end',
      'target_operator',
      'target_value',
      'target_value_to',
      'target_per',
      'target_per_year',
      'text',
      'gist',
      'reported',
    ],
    rows: all.map(({ key, target, agreement, text, outcomes, ...gists }) => [
      key,
      agreement.municipalities.map(({ code }) => code).join('|'),
      agreement.municipalities.map(({ name }) => name).join('|'),
      agreement.periodStart,
      agreement.periodEnd,
      target?.operator.toLowerCase() ?? null,
      target?.value ?? null,
      target?.valueTo ?? null,
      target?.per?.toLowerCase() ?? null,
      target?.perYear ?? null,
      text,
      inLanguage(language, gists, 'gist'),
      outcomes.map(({ state }) => state.toLowerCase()).join('|'),
    ]),
  }),
})

function newestFirst(
  { agreement: a, key }: CountedPromise,
  { agreement: b, key: other }: CountedPromise,
): number {
  return (
    (b.periodStart ?? '').localeCompare(a.periodStart ?? '') ||
    formats.sv.compare(a.municipalities[0]?.name ?? '', b.municipalities[0]?.name ?? '') ||
    key.localeCompare(other)
  )
}

function numberRow(
  language: Language,
  { key, target, agreement, outcomes, reportState, ...worded }: CountedPromise,
) {
  const names = agreement.municipalities.map(
    (each, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'municipality', municipalityPart(each))}">${each.name}</a>`,
  )
  return html`<tr><th scope="row">${names} <a class="small" href="${addressOf(language, 'agreement', agreement.key)}#${key}">${periodIn(language, agreement)}<span class="vh"> ${key}</span></a></th><td data-label="${numberTexts[language].number}">${target ? targetLine(language, target) : ''}</td><td>${commitmentWords(language, worded)}</td><td data-label="${numberTexts[language].reported}">${
    outcomes.length === 0
      ? html`<span class="unknown">${followUpTexts[language].report[reportState]}</span>`
      : outcomes.map(
          ({ key: outcome, state, report }, index) =>
            html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'report', report.key)}#${outcome}">${valueWords(language, outcomeState, state)}</a>`,
        )
  }</td></tr>\n`
}
