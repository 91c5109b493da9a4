import { Gauge, type Registry } from 'prom-client'
import type { ConnectionLoad, ServerStanding } from '../../database/client.ts'
import { gauge, gauges } from './gauge.ts'

/** A finished check for a release. */
interface Ended {
  readonly beganAt: Date
  readonly endedAt: Date
  readonly outcome: string
}

/** The state of the data and the releases, from the database. */
export interface JobStanding {
  /** Null before anything has been loaded. */
  readonly revision: { readonly number: number; readonly loadedAt: string } | null
  readonly last: Ended | null
  /** The last check after which the newest release had the current data. */
  readonly good: Ended | null
  /** The last check that published a release. */
  readonly published: Ended | null
  /** When a successful check was due that is overdue. */
  readonly lateSince: Date | null
  /** The number of recorded checks, by trigger and outcome. */
  readonly checks: readonly { trigger: string; outcome: string | null; isGivenUp: boolean; checks: number }[]
}

/** The state of the watch of the known addresses. */
export interface WatchMetrics {
  readonly last: { readonly endedAt: Date; readonly outcome: string } | null
  readonly good: { readonly endedAt: Date } | null
  readonly lateSince: Date | null
  /** The number of addresses by outcome, in the last successful run. */
  readonly addresses: { readonly [outcome: string]: number }
}

export interface DataSources {
  /** Null while the database does not respond. */
  readonly standing: () => Promise<JobStanding | null>
  /** The servers of the database; null if it has only one. */
  readonly servers: () => ServerStanding | null
  /** Null if the watch of the known addresses is off. */
  readonly watch: () => WatchMetrics | null
  /** The revision that is served from memory; null while it is unknown. */
  readonly servedRevision: () => number | null
  readonly loads: () => readonly ConnectionLoad[]
}

/** The database, its data and their releases. */
export async function describeData(registry: Registry, sources: DataSources): Promise<void> {
  const standing = await sources.standing()
  gauge(registry, 'database_up', 'Whether the database responds.', standing ? 1 : 0)
  describeConnections(registry, sources.loads())
  describeServers(registry, sources.servers())
  gauge(
    registry,
    'served_revision',
    'The number of the revision that cached responses of this process are of.',
    sources.servedRevision(),
  )
  if (standing) describeStanding(registry, standing)
  describeWatch(registry, sources.watch())
}

function describeServers(registry: Registry, servers: ServerStanding | null): void {
  if (!servers) return
  const { isPrimaryAway, replicas, leftOut } = servers
  const up = isPrimaryAway ? 0 : 1
  gauge(registry, 'database_primary_up', 'Whether the primary server of the database can be reached.', up)
  gauges(
    registry,
    'database_replicas',
    'Replicas of the database: those that may be read from, and those left out since they lag or cannot be reached.',
    'state',
    [
      ['ready', replicas - leftOut],
      ['left_out', leftOut],
    ],
  )
}

function describeConnections(registry: Registry, loads: readonly ConnectionLoad[]): void {
  gauges(
    registry,
    'database_connections_limit',
    'How many connections to the database there may be, by pool.',
    'pool',
    loads.map(({ pool, connections }) => [pool, connections]),
  )
  gauges(
    registry,
    'database_statements',
    'Statements and transactions under way, by pool. Those beyond the connections wait for one.',
    'pool',
    loads.map(({ pool, underWay }) => [pool, underWay]),
  )
}

function describeStanding(registry: Registry, standing: JobStanding): void {
  const { revision, last, good, published, lateSince, checks } = standing
  const add = (name: string, help: string, value: number | null) => gauge(registry, name, help, value)
  const wrote = published && (published.endedAt.getTime() - published.beganAt.getTime()) / 1000
  add('revision', 'The number of the revision in the database.', revision?.number ?? null)
  add('revision_timestamp_seconds', 'When it was loaded.', revision && Date.parse(revision.loadedAt) / 1000)
  add('release_timestamp_seconds', 'When the newest release was published.', secondsOf(published))
  add('release_duration_seconds', 'How many seconds it took to write the newest release.', wrote)
  add('check_timestamp_seconds', 'When the last check for a release ended.', secondsOf(last))
  add('check_good_timestamp_seconds', 'When the last successful check ended.', secondsOf(good))
  add('check_late', 'Whether a successful check is overdue.', lateSince ? 1 : 0)
  const recorded = new Gauge({
    name: 'medborgarloften_checks',
    help: 'Checks for a release on record, by trigger and outcome; given_up means that there were no more attempts that night.',
    labelNames: ['trigger', 'outcome', 'given_up'],
    registers: [registry],
  })
  for (const { trigger, outcome, isGivenUp, checks: count } of checks) {
    recorded.set({ trigger, outcome: outcome ?? 'unfinished', given_up: String(isGivenUp) }, count)
  }
}

function describeWatch(registry: Registry, watch: WatchMetrics | null): void {
  if (!watch) return
  const { last, good, lateSince, addresses } = watch
  const add = (name: string, help: string, value: number | null) => gauge(registry, name, help, value)
  add('watch_timestamp_seconds', 'When the known addresses were last asked for changes.', secondsOf(last))
  add('watch_good_timestamp_seconds', 'When that last succeeded.', secondsOf(good))
  add('watch_late', 'Whether it is overdue.', lateSince ? 1 : 0)
  gauges(
    registry,
    'watch_addresses',
    'Addresses asked in the last successful run, by outcome.',
    'outcome',
    Object.entries(addresses),
  )
}

function secondsOf(check: Pick<Ended, 'endedAt'> | null): number | null {
  return check && check.endedAt.getTime() / 1000
}
