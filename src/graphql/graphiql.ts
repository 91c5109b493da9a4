import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { examples } from './examples.ts'

/** The page of GraphiQL, with the example queries and all that it needs: nine megabytes, which no other server gives. */
export function graphiqlPage(): string {
  return renderGraphiQL({
    title: 'Medborgarlöften – GraphQL',
    defaultTabs: examples().map(({ question, query }) => ({ query: `# ${question}\n${query}\n` })),
  })
}
