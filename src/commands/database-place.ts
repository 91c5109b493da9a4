import { type Config, WrongUsage } from '../config.ts'
import type { DatabasePlace } from '../database/open.ts'

/**
 * Where the settings say that the database is.
 *
 * @throws {WrongUsage} when they name replicas of no server.
 */
export function databasePlace({ databaseUrl, databaseReplicaUrls, dataDir }: Config): DatabasePlace {
  if (databaseUrl === null && databaseReplicaUrls.length > 0)
    throw new WrongUsage('DATABASE_REPLICA_URLS: set DATABASE_URL too, to the primary server of the replicas')
  return { url: databaseUrl, replicaUrls: databaseReplicaUrls, dataDir }
}
