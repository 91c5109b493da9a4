import { GraphQLError } from 'graphql'
import { DatabaseAway } from '../../database/unavailable.ts'
import type { EndpointAnswer } from '../../graphql/answers/endpoint.ts'
import { type Query, RefusedQuery } from '../../site/query.ts'

/** A list in an answer, which may go on. */
interface List {
  readonly nodes: unknown[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The most pages of a list that are read. */
const MOST_PAGES = 100

/** What a query answers. One that takes `$after` is asked for all pages of the list that it is about. */
export async function wholeAnswer<Data, Variables extends object>(
  ask: (query: string, variables: object) => Promise<EndpointAnswer>,
  query: Query<Data, Variables>,
  variables: Variables,
): Promise<{ readonly revision: number | null; readonly data: Data }> {
  const askWith = (given: object) =>
    ask(query.text, given).catch((error: unknown) => {
      throw pageError(error)
    })
  const { revision, text } = await askWith(variables)
  const data = JSON.parse(text).data
  let list = listIn(data)
  const whole = list
  const isWhole = !/\$after\b/.test(query.text)
  for (let pages = 1; whole && !isWhole && list?.pageInfo.hasNextPage; pages++) {
    if (pages >= MOST_PAGES) throw new Error(`${query.name} has more than ${MOST_PAGES} pages`)
    const next = await askWith({ ...variables, after: list.pageInfo.endCursor })
    // What was read of another revision is told as such: all of it is then read anew.
    if (next.revision !== revision) return { revision: null, data }
    list = listIn(JSON.parse(next.text).data)
    whole.nodes.push(...(list?.nodes ?? []))
  }
  return { revision, data }
}

/** An error of GraphQL as pages tell it: what the reader sent is refused, or the database is away. What is our fault stays as it is. */
function pageError(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error
  const { code } = error.extensions
  if (code === 'DATABASE_AWAY') return new DatabaseAway()
  return typeof code === 'string' && code.startsWith('BAD_') ? new RefusedQuery(code, error.message) : error
}

/** The list with `pageInfo` at the top of an answer, or of the one row that it is about. */
function listIn(data: object): List | undefined {
  const values = Object.values(data).flatMap((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) && !('pageInfo' in value)
      ? [value, ...Object.values(value)]
      : [value],
  )
  return values.find((value) => value !== null && typeof value === 'object' && 'pageInfo' in value)
}
