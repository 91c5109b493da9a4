import { expect } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { OpenDatabase } from '../../src/database/client.ts'
import { FolderStore } from '../../src/exporters/stores/folder-store.ts'

interface Answer<D> {
  readonly data?: D | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

/** A client of the GraphQL API over a database. What the server logs as its own fault goes to `onFault`. */
export function clientOf(
  database: Pick<OpenDatabase, 'db' | 'reader' | 'statements' | 'loads'>,
  onFault: (message: string) => void = () => {},
) {
  const app = createApp({
    database,
    store: new FolderStore('exports/none'),
    publicUrl: 'http://test',
    log: { error: onFault },
  })

  async function ask<D>(query: string, variables: object = {}): Promise<Answer<D>> {
    app.drop() // tests write and load between their questions
    const response = await app.fetch(
      new Request('http://test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
    )
    return (await response.json()) as Answer<D> // the shape is the query's
  }

  return {
    ask,
    /** The data of an answer that must have no errors. */
    async dataOf<D>(query: string, variables: object = {}): Promise<D> {
      const { data, errors } = await ask<D>(query, variables)
      expect(errors).toBeUndefined()
      if (!data) throw new Error('no data')
      return data
    },
    /** The code and message of an answer that must be a refusal. */
    async refusalOf(query: string, variables: object = {}) {
      const { errors } = await ask(query, variables)
      return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message }
    },
  }
}
