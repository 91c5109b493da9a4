import { type Config, WrongUsage } from '../config.ts'
import type { DatabasePlace } from '../database/open.ts'

/**
 * The location of the database, according to the settings.
 *
 * @throws {WrongUsage} when they name replicas without a server.
 */
export function databasePlace({ databaseUrl, databaseReplicaUrls, dataDir }: Config): DatabasePlace {
  if (databaseUrl === null && databaseReplicaUrls.length > 0)
    throw new WrongUsage('DATABASE_REPLICA_URLS: set DATABASE_URL too, to the primary server of the replicas')
  return { url: databaseUrl, replicaUrls: databaseReplicaUrls, dataDir }
}
