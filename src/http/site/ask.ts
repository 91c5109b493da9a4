import { GraphQLError } from 'graphql'
import { DatabaseAway } from '../../database/unavailable.ts'
import type { EndpointAnswer } from '../../graphql/answers/endpoint.ts'
import { type Query, RefusedQuery } from '../../site/query.ts'

/** A list in a response, which may have further pages. */
interface List {
  readonly nodes: unknown[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The maximum number of pages of a list that are read. */
const MOST_PAGES = 1_000

/** The data of a query. If it has a variable `$after`, all pages of its list are read. */
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
    list = listIn(JSON.parse(next.text).data)
    whole.nodes.push(...(list?.nodes ?? []))
  }
  return { revision, data }
}

/** A GraphQL error as pages report it: the query is refused, or the database is away. Internal errors stay as they are. */
function pageError(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error
  const { code } = error.extensions
  if (code === 'DATABASE_AWAY') return new DatabaseAway()
  return typeof code === 'string' && code.startsWith('BAD_') ? new RefusedQuery(code, error.message) : error
}

/** The list with `pageInfo` at the top of a response, or of its only row. */
function listIn(data: object): List | undefined {
  const values = Object.values(data).flatMap((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) && !('pageInfo' in value)
      ? [value, ...Object.values(value)]
      : [value],
  )
  return values.find((value) => value !== null && typeof value === 'object' && 'pageInfo' in value)
}
