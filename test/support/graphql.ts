import { expect } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { OpenDatabase } from '../../src/database/client.ts'
import { load } from '../../src/database/load.ts'
import type { Data } from '../../src/records/read-data.ts'
import { bundledData, type TestDatabase } from './databases.ts'

/** What a test reads of an answer; it says itself what it expects in it. */
// biome-ignore lint/suspicious/noExplicitAny: the schema's own types are not known here
type Answered = any

/** A server with records, to be asked in GraphQL. */
export interface Asked {
  readonly database: OpenDatabase
  /** The data of an answer that has no errors. */
  dataOf(query: string, variables?: object): Promise<Answered>
  /** The code and message of a refusal. */
  refusalOf(query: string, variables?: object): Promise<{ code: string | undefined; message: string }>
  /** The SQL statements that the last question took. */
  statements(): readonly string[]
  close(): Promise<void>
}

/** Opens a database, loads records, the bundled ones if no others are given, and puts the server before them. */
export async function askable({ open }: TestDatabase, data: Data = bundledData()): Promise<Asked> {
  let statements: string[] = []
  const database = await open((sql) => statements.push(sql))
  await load(database.db, data)
  const faults: string[] = []
  const app = createApp({
    db: database.db,
    exportsDir: 'exports/none',
    publicUrl: 'http://test',
    log: { error: (message) => faults.push(message) },
  })
  async function ask(query: string, variables: object) {
    statements = []
    const request = new Request('http://test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const answer: Answered = await (await app.fetch(request)).json()
    expect(faults).toEqual([])
    return answer
  }
  return {
    database,
    async dataOf(query, variables = {}) {
      const { data, errors } = await ask(query, variables)
      expect(errors).toBeUndefined()
      return data
    },
    async refusalOf(query, variables = {}) {
      const { errors } = await ask(query, variables)
      return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message }
    },
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
