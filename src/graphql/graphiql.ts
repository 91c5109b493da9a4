import { exampleQueries } from '../datasets/example-queries.ts'

/**
 * The page of GraphiQL, with the example queries and everything that it needs: nine megabytes, nothing of which comes from
 * other servers. They are loaded when it is first built, since most processes never need their 50 MB of memory.
 */
export async function graphiqlPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  return renderGraphiQL({
    title: 'Medborgarlöften – GraphQL',
    defaultTabs: exampleQueries.map(({ question, query }) => ({ query: `# ${question}\n${query}\n` })),
  })
}
