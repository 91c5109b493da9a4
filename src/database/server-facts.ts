import type postgres from 'postgres'
import { EXTENSION } from './migrations.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** The facts that decide whether a PostgreSQL server and its database can be used. */
export interface ServerFacts {
  /** As the server counts them: 150003 is 15.3. */
  readonly version: number
  readonly encoding: string
  readonly isStandby: boolean
  readonly hasPublic: boolean
  readonly isExtensionAvailable: boolean
  /** The schema in which the extension is installed; null if it is not installed yet. */
  readonly extensionSchema: string | null
  /** Whether the role may use what is in that schema. */
  readonly isExtensionUsable: boolean
  readonly role: string
}

const OLDEST_VERSION = 15

/** Reads them from a server. */
export async function readFacts(client: postgres.Sql): Promise<ServerFacts> {
  const [facts] = await client<[ServerFacts]>`
    select current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as "isStandby",
      to_regnamespace('public') is not null as "hasPublic",
      exists (select from pg_available_extensions where name = ${EXTENSION}) as "isExtensionAvailable",
      nspname::text as "extensionSchema",
      coalesce(has_schema_privilege(extnamespace, 'usage'), true) as "isExtensionUsable",
      current_user::text as role
    from (values (1)) as one
    left join pg_extension on extname = ${EXTENSION}
    left join pg_namespace on pg_namespace.oid = extnamespace`
  return facts
}

/**
 * Checks whether the program can use a server.
 *
 * @throws {DatabaseUnavailable} when it cannot; the message says what to change.
 */
export function requireUsable(facts: ServerFacts): void {
  const { version, encoding, isStandby, hasPublic, isExtensionAvailable, extensionSchema, role } = facts
  const refuse = (what: string) => {
    throw new DatabaseUnavailable(`The database at DATABASE_URL ${what}`)
  }
  if (version < OLDEST_VERSION * 10_000) {
    refuse(
      `is PostgreSQL ${Math.floor(version / 10_000)}; the program needs ${OLDEST_VERSION} or later. Upgrade the server, or use another one`,
    )
  }
  if (encoding !== 'UTF8') refuse(`has the encoding ${encoding}. Create a database with the encoding UTF8`)
  if (isStandby) refuse('is a read-only standby. Give the address of its primary server')
  if (!hasPublic) refuse('has no schema public, which the tables need. Run: create schema public')
  if (!isExtensionAvailable) {
    refuse(
      `lacks the extension ${EXTENSION}. Install the server's package postgresql-contrib, or use another server`,
    )
  }
  if (!facts.isExtensionUsable) {
    refuse(
      `has ${EXTENSION} in the schema ${extensionSchema}, which its role may not use. Run: grant usage on schema "${extensionSchema}" to "${role}"`,
    )
  }
}
