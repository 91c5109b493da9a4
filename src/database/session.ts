import type postgres from 'postgres'

/** Settings of a session, by their names in PostgreSQL. */
export type Settings = { readonly [name: string]: string }

/**
 * What every session of ours relies on. A server, a database or a role may have set each of these otherwise: days would
 * be written in German, backslashes read, and a release cut off for taking long.
 */
export const SESSION: Settings = {
  // How values are written and read.
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  // A search finds all that there is.
  gin_fuzzy_search_limit: '0',
  // Transactions are what whoever begins them says, and last as long as they take.
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
}

/** What PostgreSQL has known since version 17, and older servers refuse. */
export const SESSION_17: Settings = { transaction_timeout: '0' }

/** How long one statement of a reader may take: far more than any of ours needs on the whole country's data. */
export const READ_TIMEOUT_MS = 5_000

/** What sessions rely on that answer somebody. */
export const READING: Settings = {
  default_transaction_read_only: 'on',
  statement_timeout: String(READ_TIMEOUT_MS),
  // Our statements differ little by what they are asked about. To plan them anew each time takes longer than to run them.
  plan_cache_mode: 'force_generic_plan',
}

/** A path on which tables are made and found in `public`, and what an extension brings wherever it is installed. */
export function searchPath(extensionSchema: string | null): string {
  const schemas = new Set(['public', extensionSchema ?? 'public'])
  return [...schemas].map((schema) => `"${schema.replaceAll('"', '""')}"`).join(', ')
}

/** The settings that a session was given and doesn't have: something on the way to the server has dropped them. */
export async function lostSettings(client: postgres.Sql, given: Settings): Promise<string[]> {
  const names = Object.keys(given)
  const found = await client<{ name: string; setting: string }[]>`
    select lower(name) as name, setting from pg_settings where lower(name) = any(${names})`
  const settings = new Map(found.map(({ name, setting }) => [name, setting]))
  return names.filter((name) => settings.get(name) !== given[name])
}
