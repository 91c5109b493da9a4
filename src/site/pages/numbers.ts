import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { addressOf, pathsOf, valuePart } from '../addresses.ts'
import { formats } from '../formats.ts'
import { html } from '../html.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { says } from '../parts/says.ts'
import { type PromisedNumbersData, promisedNumbersQuery } from '../queries/promised-numbers.graphql.ts'
import { numberTexts } from '../texts/numbers.ts'
import { valueLabel } from '../vocabulary-words.ts'

/** The kinds of numbers that are promised, with how many commitments state each. */
export const numbersPage = pageKind<PromisedNumbersData>({
  name: 'numbers',
  paths: pathsOf('numbers'),
  summary: { sv: 'Löften som går att räkna, efter vad som räknas.', en: 'Promises that can be counted.' },
  examples: ['/lovade-antal/'],
  read: ({ ask }) => ask(promisedNumbersQuery, {}),
  page(data, { language }) {
    const text = numberTexts[language]
    const kinds = kindsOf(data)
    const counted = kinds.reduce((sum, { count }) => sum + count, 0)
    const unnamed = data.statistics.reduce((sum, { targetsOfUnknownKind }) => sum + targetsOfUnknownKind, 0)
    const sentences = text.says(counted + unnamed, kinds.length)
    const number = (value: number) => html`<td class="right">${formats[language].number(value)}</td>`
    const named = kinds
      .map((kind) => ({ ...kind, name: valueLabel(language, targetWhat, kind.what) }))
      .sort((a, b) => formats[language].compare(a.name, b.name))
    return {
      title: text.title,
      description: sentences,
      section: 'agreement',
      main: html`${crumbs(language)}<h1>${text.title}</h1>
${says(language, sentences)}
<p class="sub measure">${text.note}${unnamed > 0 ? ` ${text.unnamed(unnamed)}` : ''}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${text.title}"><table class="num"><thead><tr><th scope="col">${text.what}</th><th scope="col" class="right">${text.count}</th><th scope="col" class="right">${text.agreements}</th><th scope="col" class="right">${text.municipalities}</th></tr></thead><tbody>
${named.map(({ what, name, count, agreements, municipalities }) => html`<tr><th scope="row"><a href="${addressOf(language, 'numbers', valuePart(what))}">${name}</a></th>${[count, agreements, municipalities].map(number)}</tr>\n`)}</tbody></table></div>
<ul class="acts"><li><a href="${addressOf(language, 'charts', 'lovade-antal')}">${text.chart}</a></li></ul>`,
    }
  },
  table: (data, { language }) => ({
    columns: ['target_what', 'label', 'promises_and_activities', 'agreements', 'municipalities'],
    rows: kindsOf(data).map(({ what, count, agreements, municipalities }) => [
      what.toLowerCase(),
      valueLabel(language, targetWhat, what),
      count,
      agreements,
      municipalities,
    ]),
  }),
})

function kindsOf({ statistics }: PromisedNumbersData) {
  return statistics.flatMap(({ targets }) => targets)
}
