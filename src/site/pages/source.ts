import { datasetNames, datasets } from '../../datasets/index.ts'
import { MASK } from '../../datasets/mask.ts'
import { addressOf, countyPart, municipalityPart, pathsOf } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementName } from '../parts/agreement-details.ts'
import { crumbs } from '../parts/crumbs.ts'
import { facts, inlineLinks } from '../parts/facts.ts'
import { markedSource } from '../parts/marked-source.ts'
import { anchorOf } from '../parts/promises.ts'
import { type SourceData, sourceQuery } from '../queries/source.graphql.ts'
import { sourcesQuery } from '../queries/sources.graphql.ts'
import { agreementsTexts } from '../texts/agreements.ts'
import { sourceTexts } from '../texts/source.ts'
import { known } from '../unknown.ts'

type ShownSource = NonNullable<SourceData['node']>

/** The page of a source: its text, with every quote marked in place and an anchor each. */
export const sourcePage = pageKind<ShownSource>({
  name: 'source',
  paths: pathsOf('source', ':source'),
  summary: { sv: 'En källa med alla citat.', en: 'A source with all quotes.' },
  examples: ['/kalla/0685-2020-d1/', '/kalla/1383-2018-d1/'],
  // Sources whose text is available: others only have a link.
  parts: async (ask) => (await ask(sourcesQuery, {})).documents.nodes.map(({ key }) => key),
  async read({ ask, parameters }) {
    const key = parameters.source ?? ''
    return /^[\w-]+$/.test(key) ? (await ask(sourceQuery, { id: `Document:${key}` })).node : null
  },
  page(source, { language }) {
    const text = sourceTexts[language]
    const { agreements, url, publisherKind, readOn, sha256 } = source
    const [agreement] = agreements.nodes
    const [party] = agreement?.municipalities ?? []
    const name = agreement
      ? `${agreementName(language, agreement)}${agreement.title === null && party ? `, ${party.name}` : ''}`
      : source.key
    return {
      title: text.title(name),
      description: `${text.title(name)}. ${source.text === null ? text.noText : text.lead}`,
      section: 'agreement',
      main: html`${crumbs(
        language,
        ...(party
          ? [
              {
                href: addressOf(language, 'county', countyPart(party.county)),
                name: inLanguage(language, party.county, 'name'),
              },
              { href: addressOf(language, 'municipality', municipalityPart(party)), name: party.name },
            ]
          : []),
      )}<h1>${text.title(name)}</h1>
<p class="lead">${source.text === null ? text.noText : text.lead}</p>
${source.text?.includes(MASK) ? html`<p class="sub measure">${text.withheld} <a href="${addressOf(language, 'withheld')}">${text.withheldHow}</a></p>` : ''}
${facts([
  [text.where, url ? html`<a class="long" href="${url}">${url}</a>` : text.noWhere],
  [text.published, publisherKind && agreementsTexts[language].published[publisherKind]],
  [text.retrieved, known(language, readOn, 'NOT_RECORDED', (day) => formats[language].day(day))],
  [
    text.agreements,
    inlineLinks(
      agreements.nodes.map((each) => ({
        href: addressOf(language, 'agreement', each.key),
        name: agreementName(language, each),
      })),
    ),
  ],
  [text.hash, sha256 && html`<code>${sha256}</code>`],
])}
${source.text === null ? '' : html`<section aria-label="${text.text}"><div class="source" lang="sv">${markedSource(source.text, source.quotes.nodes)}</div></section>${quoteTable(language, source)}`}`,
    }
  },
  table: ({ quotes }) => ({
    columns: ['record_id', 'column_name', 'start_offset', 'end_offset', 'words'],
    rows: quotes.nodes.map((each) => [
      each.recordId,
      each.columnName,
      each.startOffset,
      each.endOffset,
      each.words,
    ]),
  }),
})

function quoteTable(language: Language, { quotes }: ShownSource): Html {
  const text = sourceTexts[language]
  return html`<section aria-labelledby="quotes"><h2 class="minor" id="quotes">${text.quotes}</h2><details><summary>${text.quotesLead(quotes.nodes.length)}</summary><div class="scroll" tabindex="0" role="group" aria-label="${text.quotes}"><table class="num"><thead><tr><th scope="col">${text.record}</th><th scope="col">${text.column}</th><th scope="col">${text.words}</th></tr></thead><tbody>${quotes.nodes.map(
    (quote) =>
      html`<tr><th scope="row">${quote.recordId}</th><td>${columnTitle(language, quote.columnName)}</td><td><a href="#${anchorOf(quote)}" lang="sv">${quote.words}</a></td></tr>\n`,
  )}</tbody></table></div></details></section>`
}

/** The title of a column: datasets with quotes use the same title for columns of the same name. */
function columnTitle(language: Language, columnName: string): string {
  for (const name of datasetNames) {
    const columns: {
      readonly [column: string]: { readonly title: { readonly sv: string; readonly en: string } }
    } = datasets[name].columns
    const camel = columnName.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
    const column = columns[camel]
    if (column && name !== 'quotes') return column.title[language]
  }
  return columnName
}
