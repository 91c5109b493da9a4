import type { In } from '../language.ts'

/** The size of the download for a browser that opens GraphiQL, in megabytes of 1,000,000 bytes. */
export const GRAPHIQL_MEGABYTES = 2

const sv = {
  title: 'Fråga med GraphQL',
  description:
    'Fråga efter just de uppgifter som behövs. Varje fråga går att ändra och köra i GraphiQL, här på sidan.',
  query: 'Frågan bakom sidan',
  variables: 'Variabler',
  open: 'Öppna frågan i GraphiQL',
  examples: 'Exempel',
  size: (megabytes: number) =>
    `GraphiQL öppnas här nedanför när du väljer en fråga. Första gången hämtas ungefär ${megabytes} megabyte. GraphiQL är gjort av andra och är på engelska.`,
}

/** The texts of the page of queries. */
export const queryTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Queries with GraphQL',
    description:
      'Ask for exactly the data that you need. Every query can be changed and run in GraphiQL, here on the page.',
    query: 'The query behind the page',
    variables: 'Variables',
    open: 'Open the query in GraphiQL',
    examples: 'Examples',
    size: (megabytes) =>
      `GraphiQL opens below when you choose a query. The first time, about ${megabytes} megabytes are loaded.`,
  },
}
