import postgres from 'postgres'
import type { Settings } from './session.ts'

export type PostgresTypes = { readonly [name: string]: postgres.PostgresType }

/** One connection, for statements without arrays. */
export const ONE = { max: 1, fetch_types: false } as const

/** A client of the server at an address. `name` tells its connections from others of this program. */
export function connectTo(
  address: string,
  name: string,
  settings: Settings,
  options: postgres.Options<PostgresTypes>,
): postgres.Sql {
  const connection = { application_name: `medborgarloften${name}`, ...settings }
  return postgres(address, { onnotice() {}, connect_timeout: 10, connection, ...options })
}

/** Works with a client, and closes it. */
export async function withClient<T>(
  client: postgres.Sql,
  work: (client: postgres.Sql) => Promise<T>,
): Promise<T> {
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 0 })
  }
}
