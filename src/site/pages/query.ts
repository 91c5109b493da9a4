import { exampleQueries } from '../../datasets/example-queries.ts'
import { graphqlAddress, pathsOf } from '../addresses.ts'
import { codeBlock } from '../code-block.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { crumbs } from '../parts/crumbs.ts'
import { GRAPHIQL_MEGABYTES, queryTexts } from '../texts/query.ts'

/** The frame in the page that contains GraphiQL. */
const FRAME = 'graphiql'

interface ShownQuery {
  readonly query: string
  readonly variables: string
}

/** Queries: examples, or those behind a page. They open in GraphiQL, in the page, when chosen. */
export const queryPage = pageKind<ShownQuery>({
  name: 'query',
  paths: pathsOf('query'),
  summary: { sv: 'Frågor med GraphQL.', en: 'Queries with GraphQL.' },
  search: ['query', 'variables'],
  examples: [
    '/fraga/',
    '/fraga/?query=query+Topics+%7B+topics%28first%3A+5%29+%7B+totalCount+%7D+%7D&variables=%7B%7D',
  ],
  read: async ({ search }) => ({
    query: search.get('query') ?? '',
    variables: search.get('variables') ?? '{}',
  }),
  page({ query, variables }, { language }) {
    const text = queryTexts[language]
    return {
      title: text.title,
      description: text.description,
      section: 'exports',
      isUnlisted: query !== '',
      main: html`${crumbs(language)}<h1>${text.title}</h1><p class="lead">${text.description}</p>
${query === '' ? '' : queryBehind(language, { query, variables })}
<section aria-labelledby="examples"><h2 id="examples">${text.examples}</h2><ul class="plain">${exampleQueries.map(
        (example) =>
          html`<li>${opened(graphqlAddress(example.query, {}), questionIn(language, example.question))}</li>\n`,
      )}</ul></section>
<section aria-labelledby="graphiql"><h2 id="graphiql">GraphiQL</h2><p class="sub measure">${text.size(GRAPHIQL_MEGABYTES)}</p>
<iframe class="graphiql" name="${FRAME}" title="GraphiQL"></iframe></section>`,
    }
  },
})

function queryBehind(language: Language, { query, variables }: ShownQuery): Html {
  const text = queryTexts[language]
  return html`<section aria-labelledby="query"><h2 id="query">${text.query}</h2>
${codeBlock(text.query, query)}
${variables === '{}' ? '' : html`<h3>${text.variables}</h3>${codeBlock(text.variables, variables)}`}
<p>${opened(`/graphql?${new URLSearchParams({ query, variables })}`, text.open)}</p></section>`
}

function opened(href: string, name: string): Html {
  return html`<a href="${href}" target="${FRAME}" rel="nofollow">${name}</a>`
}

/** The questions of examples are written in Swedish, then in English. */
function questionIn(language: Language, question: string): string {
  const [sv = question, en = sv] = question.split(/(?<=\?) (?=[A-Z])/)
  return language === 'sv' ? sv : en
}
