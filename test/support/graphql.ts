import { expect } from 'vitest'
import type { OpenDatabase } from '../../src/database/client.ts'
import { load } from '../../src/database/load.ts'
import type { Data } from '../../src/records/read-data.ts'
import { clientOf } from './ask.ts'
import type { TestDatabase } from './databases.ts'

/** The parts of a response that a test reads; the test states their types. */
// biome-ignore lint/suspicious/noExplicitAny: the schema's own types are not known here
type Answered = any

/** A server with records, to be asked in GraphQL. */
export interface Asked {
  readonly database: OpenDatabase
  /** The data of an answer that has no errors. */
  dataOf(query: string, variables?: object): Promise<Answered>
  /** The code and message of a refusal. */
  refusalOf(
    query: string,
    variables?: object,
  ): Promise<{ code: string | undefined; message: string | undefined }>
  /** The SQL statements that the last question took. */
  statements(): readonly string[]
  close(): Promise<void>
}

/** Opens a database, loads records, the bundled ones if no others are given, and puts the server before them. */
export async function askable({ open, openLoaded }: TestDatabase, data?: Data): Promise<Asked> {
  let statements: string[] = []
  const database = await (data ? open : openLoaded)((sql) => statements.push(sql))
  if (data) await load(database.db, data)
  const faults: string[] = []
  const client = clientOf(database, (message) => faults.push(message))
  async function asked<A>(ask: () => Promise<A>): Promise<A> {
    statements = []
    const answer = await ask()
    expect(faults).toEqual([])
    return answer
  }
  return {
    database,
    dataOf: (query, variables) => asked(() => client.dataOf<Answered>(query, variables)),
    refusalOf: (query, variables) => asked(() => client.refusalOf(query, variables)),
    statements: () => statements,
    close: () => database.close(),
  }
}

/** Reads a whole connection, page by page, with the names of its rows. */
export async function pagesOf(
  { dataOf }: Asked,
  field: string,
  { args = '', key = 'key', size = 100, backward = false } = {},
): Promise<string[]> {
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = backward ? `last: ${size}${cursor}` : `first: ${size}${cursor}`
    const data = await dataOf(
      `{ list: ${field}(${page} ${args}) { nodes { ${key} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )
    const keys: string[] = data.list.nodes.map((node: { [name: string]: string }) => node[key])
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = data.list.pageInfo
    if (backward) seen.unshift(...keys)
    else seen.push(...keys)
    if (!(backward ? hasPreviousPage : hasNextPage)) return seen
    cursor = backward ? `, before: "${startCursor}"` : `, after: "${endCursor}"`
  }
}
