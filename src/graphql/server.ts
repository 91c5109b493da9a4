import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga } from 'graphql-yoga'
import type { Database } from '../database/client.ts'
import { type Context, createContext } from './context.ts'
import { boundedPages } from './page-product.ts'
import { schema } from './schema.ts'

/** Where Yoga reports what was no client's mistake. */
export interface ErrorLog {
  error(message: string): void
}

/** What GraphiQL shows first. */
const FIRST_QUERY = `# Vad lovar Vetlanda? What does Vetlanda promise?
{
  municipality(code: "0685") {
    name
    agreements(first: 10) {
      nodes {
        key
        title
        activities(first: 20) {
          nodes {
            text
            target { operator value unit per }
          }
        }
      }
    }
  }
}
`

/** The GraphQL endpoint as a fetch handler: GET and POST of JSON, and GraphiQL for a browser. */
export function createGraphql(db: Database, log: ErrorLog) {
  const report = (...parts: unknown[]) => log.error(parts.map(textOf).join(' '))
  return createYoga<object, Context>({
    schema,
    context: () => createContext(db),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    plugins: [boundedPages],
    // Yoga would reflect any origin with credentials; the routes answer for themselves.
    cors: false,
    graphiql: { title: 'Medborgarlöften – GraphQL', defaultQuery: FIRST_QUERY },
    renderGraphiQL,
    logging: { debug() {}, info() {}, warn() {}, error: report },
  })
}

function textOf(part: unknown): string {
  if (part instanceof Error)
    return part.cause ? `${part.stack} ${textOf(part.cause)}` : (part.stack ?? part.message)
  return String(part)
}
