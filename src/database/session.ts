import type postgres from 'postgres'

/** Settings of a session, by their names in PostgreSQL. */
export type Settings = { readonly [name: string]: string }

/**
 * The settings that every session relies on. A server, a database or a role may have set each of them differently: days
 * could be written in German, backslashes interpreted, and a release aborted because it takes long.
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
  // Searches must find everything.
  gin_fuzzy_search_limit: '0',
  // Transactions have the mode that they are opened with, and no time limit.
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
}

/** Settings that PostgreSQL has had since version 17, and that older servers refuse. */
export const SESSION_17: Settings = { transaction_timeout: '0' }

/** How long one statement of a reader may take: far more than any of ours needs for the data of the whole country. */
export const READ_TIMEOUT_MS = 5_000

/** The settings of sessions for responses. */
export const READING: Settings = {
  default_transaction_read_only: 'on',
  statement_timeout: String(READ_TIMEOUT_MS),
  // Our statements depend little on their parameters. Planning them each time takes longer than running them.
  plan_cache_mode: 'force_generic_plan',
}

/** A search path for tables in `public`, and for the extension, wherever it is installed. */
export function searchPath(extensionSchema: string | null): string {
  const schemas = new Set(['public', extensionSchema ?? 'public'])
  return [...schemas].map((schema) => `"${schema.replaceAll('"', '""')}"`).join(', ')
}

/** How a transaction is given what a session does not keep, since a pooler gives each transaction another one. */
export interface LocalSettings {
  /** The mode of a transaction for which no other one is named. */
  readonly mode: string
  /** Statements that come first in a transaction. */
  readonly statements: string
}

/** The settings of a session, for one transaction. */
export function localSettings(settings: Settings): LocalSettings {
  const { default_transaction_isolation: isolation, default_transaction_read_only: readOnly } = settings
  return {
    mode: `isolation level ${isolation}, ${readOnly === 'on' ? 'read only' : 'read write'}, not deferrable`,
    statements: Object.entries(settings)
      .map(([name, value]) => `set local ${name} to ${name === 'search_path' ? value : `'${value}'`}`)
      .join('; '),
  }
}

/** The settings that a session lacks although they were sent: something between here and the server has dropped them. */
export async function lostSettings(client: postgres.Sql, given: Settings): Promise<string[]> {
  const names = Object.keys(given)
  const found = await client<{ name: string; setting: string }[]>`
    select lower(name) as name, setting from pg_settings where lower(name) = any(string_to_array(${names.join()}, ','))`
  const settings = new Map(found.map(({ name, setting }) => [name, setting]))
  return names.filter((name) => settings.get(name) !== given[name])
}
