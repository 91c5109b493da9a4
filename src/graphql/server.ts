import { useAPQ } from '@graphql-yoga/plugin-apq'
import { createYoga } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import type { Database } from '../database/client.ts'
import { SearchIndex } from '../database/search/search-index.ts'
import type { Budget } from './budget.ts'
import { type Context, createContext } from './context.ts'
import { costed, type Sender } from './costed.ts'
import { overHttp } from './over-http.ts'
import { bounded, timed } from './safety.ts'
import { schema } from './schema.ts'

/** Where Yoga reports what was no client's mistake. */
export interface ErrorLog {
  error(message: string): void
}

/** What the text of all persisted queries may come to. */
const PERSISTED_CHARACTERS = 2_000_000

/**
 * The GraphQL endpoint as a fetch handler: GET and POST of JSON, and persisted queries. It takes the
 * address of the sender as its context, to charge it by the budget, if there is one.
 */
export function createGraphql(db: Database, log: ErrorLog, budget: Budget | null) {
  const search = new SearchIndex(db)
  const report = (...parts: unknown[]) => log.error(parts.map(textOf).join(' '))
  return createYoga<Sender, Context>({
    schema,
    context: () => createContext(db, search),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    maxRequestBodySize: false, // readBody tells the limit, and how long a body may take
    // It would keep each document that is refused with its errors, which hold all that validation made: 70 kB.
    parserAndValidationCache: false,
    plugins: [overHttp, bounded, costed(budget), timed, useAPQ({ store: persistedQueries() })],
    // Yoga would reflect any origin with credentials; the routes answer for themselves.
    cors: false,
    graphiql: false, // it would be put together for each who asks
    logging: { debug() {}, info() {}, warn() {}, error: report },
  })
}

function persistedQueries(): LRUCache<string, string> {
  return new LRUCache({
    maxSize: PERSISTED_CHARACTERS,
    sizeCalculation: (query, hash) => hash.length + query.length,
  })
}

function textOf(part: unknown): string {
  if (part instanceof Error)
    return part.cause ? `${part.stack} ${textOf(part.cause)}` : (part.stack ?? part.message)
  return String(part)
}
