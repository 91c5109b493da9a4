import type postgres from 'postgres'
import { connectTo, ONE, withClient } from './connect.ts'
import { readFacts, requireUsable } from './server-facts.ts'
import { lostSettings, READING, SESSION, SESSION_17, type Settings, searchPath } from './session.ts'
import { databaseReason } from './unavailable.ts'

/** The primary server of a database. */
export interface PrimaryServer {
  readonly address: string
  /** The settings of sessions for this server. */
  readonly session: Settings
  /** Whether a pooler such as PgBouncer is in between, which drops the settings of sessions. */
  readonly isPooled: boolean
}

/**
 * Finds the primary among the servers at some addresses, trying one after the other.
 *
 * @throws {DatabaseUnavailable} when the first cannot be used, and no other is the primary.
 */
export async function findPrimary(addresses: readonly string[]): Promise<PrimaryServer> {
  const errors: unknown[] = []
  for (const address of addresses) {
    try {
      return await primaryAt(address)
    } catch (error) {
      errors.push(error)
    }
  }
  throw errors[0]
}

/** Each setting has another value than PostgreSQL gives it by default, or one that sessions may rely on. */
const PROBE: Settings = { ...SESSION, ...READING, search_path: searchPath(null) }

async function primaryAt(address: string): Promise<PrimaryServer> {
  const isPooled = await dropsSettings(address)
  const settings = isPooled ? {} : { ...SESSION, search_path: searchPath(null) }
  const client = connectTo(address, ' migrating', settings, ONE)
  return { address, isPooled, session: await withClient(client, sessionOf) }
}

/** How long a server may take to respond whose sessions are probed. */
const PROBE_SECONDS = 5

/** Whether the sessions of a server lack the settings that were sent, since a pooler such as PgBouncer drops them. */
export async function dropsSettings(address: string): Promise<boolean> {
  const client = connectTo(address, ' migrating', PROBE, { ...ONE, connect_timeout: PROBE_SECONDS })
  try {
    return await withClient(client, async (probing) => (await lostSettings(probing, PROBE)).length > 0)
  } catch (error) {
    if (databaseReason(error).startsWith('unsupported startup parameter')) return true
    throw error
  }
}

async function sessionOf(client: postgres.Sql): Promise<Settings> {
  const facts = await readFacts(client)
  requireUsable(facts)
  const known = facts.version >= 170_000 ? { ...SESSION, ...SESSION_17 } : SESSION
  return { ...known, search_path: searchPath(facts.extensionSchema) }
}
