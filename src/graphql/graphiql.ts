import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { exampleQueries } from '../datasets/example-queries.ts'

/**
 * The page of GraphiQL, with the example queries and everything that it needs: nine megabytes, nothing of which comes from
 * other servers.
 */
export function graphiqlPage(): string {
  return renderGraphiQL({
    title: 'Medborgarlöften – GraphQL',
    defaultTabs: exampleQueries.map(({ question, query }) => ({ query: `# ${question}\n${query}\n` })),
  })
}
