import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { type Traffic, WITHIN_SECONDS } from '../web/traffic.ts'

/** A check for a release that is over. */
interface Ended {
  readonly beganAt: Date
  readonly endedAt: Date
  readonly outcome: string
}

/** How the data and their releases stand, by the database. */
export interface JobStanding {
  /** Null before anything has been loaded. */
  readonly revision: number | null
  readonly last: Ended | null
  /** The last check after which the newest release is that of the data. */
  readonly good: Ended | null
  /** The one that published it. */
  readonly published: Ended | null
  /** When a good check was due that has been missing for too long. */
  readonly lateSince: Date | null
  /** The number of recorded checks, by what started them and their outcome. */
  readonly checks: readonly { trigger: string; outcome: string | null; isGivenUp: boolean; checks: number }[]
}

/** What the metrics are made of. */
export interface MetricSources {
  readonly traffic: Traffic
  /** How many requests for GraphQL were answered, by what, and how much memory it takes what is remembered, by what it is. */
  readonly answers: {
    readonly tally: { readonly [source: string]: number }
    readonly bytes: { readonly [kind: string]: number }
  }
  /** The same of pages. */
  readonly pages: { readonly tally: { readonly [source: string]: number }; readonly bytes: number }
  /** Null while the database does not answer. */
  readonly standing: () => Promise<JobStanding | null>
  /** Null where nobody watches the known addresses. */
  readonly watch: () => WatchMetrics | null
}

/** How the watch of the known addresses stands. */
interface WatchMetrics {
  readonly last: { readonly endedAt: Date; readonly outcome: string } | null
  readonly good: { readonly endedAt: Date } | null
  readonly lateSince: Date | null
  /** How many came to what in the last good run. */
  readonly addresses: { readonly [outcome: string]: number }
}

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** What gives all metrics as Prometheus reads them. Those of the process are gathered from the first time on. */
export function createMetrics(sources: MetricSources): () => Promise<string> {
  let process: Registry | undefined
  return async () => {
    if (!process) {
      process = new Registry()
      collectDefaultMetrics({ register: process })
    }
    const standing = await sources.standing()
    // Made anew each time, of numbers that stand elsewhere: what is not known is left out.
    const ours = new Registry()
    describeTraffic(ours, sources)
    describeReleases(ours, standing)
    describeWatch(ours, sources.watch())
    return `${await process.metrics()}\n${await ours.metrics()}\n${durations(sources.traffic)}`
  }
}

function describeTraffic(registry: Registry, { traffic, answers, pages }: MetricSources): void {
  const requests = new Counter({
    name: 'medborgarloften_http_requests_total',
    help: 'Requests answered, by route, method and class of status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  })
  for (const { route, method, byStatus } of traffic.lines()) {
    byStatus.forEach((count, statusClass) => {
      if (count > 0) requests.inc({ route, method, status: `${statusClass}xx` }, count)
    })
  }
  const given = new Counter({
    name: 'medborgarloften_graphql_answers_total',
    help: 'GraphQL responses, by how they were made: cached, planned (by a compiled plan), plain (executed by the GraphQL library), or refused before execution.',
    labelNames: ['source'],
    registers: [registry],
  })
  for (const [source, count] of Object.entries(answers.tally)) given.inc({ source }, count)
  const remembered = new Gauge({
    name: 'medborgarloften_graphql_cache_bytes',
    help: 'Memory used by the GraphQL caches, by kind of content.',
    labelNames: ['of'],
    registers: [registry],
  })
  for (const [kind, bytes] of Object.entries(answers.bytes)) remembered.set({ of: kind }, bytes)
  const shown = new Counter({
    name: 'medborgarloften_pages_total',
    help: 'Pages given: kept from before, or made.',
    labelNames: ['source'],
    registers: [registry],
  })
  for (const [source, count] of Object.entries(pages.tally)) shown.inc({ source }, count)
  gauge(registry, 'pages_cache_bytes', 'Memory that it takes what is kept of pages.', pages.bytes)
}

function describeReleases(registry: Registry, standing: JobStanding | null): void {
  const add = (name: string, help: string, value: number | null) => gauge(registry, name, help, value)
  add('database_up', 'Whether the database responds.', standing ? 1 : 0)
  if (!standing) return
  const { revision, last, good, published, lateSince, checks } = standing
  const wrote = published && (published.endedAt.getTime() - published.beganAt.getTime()) / 1000
  add('revision', 'The number of the revision that is served.', revision)
  add('release_timestamp_seconds', 'When the newest release was published.', secondsOf(published))
  add('release_duration_seconds', 'How many seconds it took to write the newest release.', wrote)
  add('check_timestamp_seconds', 'When the last check for a release ended.', secondsOf(last))
  add('check_good_timestamp_seconds', 'When the last successful check ended.', secondsOf(good))
  add('check_late', 'Whether a successful check is overdue.', lateSince ? 1 : 0)
  const remembered = new Gauge({
    name: 'medborgarloften_checks',
    help: 'Checks for a release on record, by trigger and outcome; given_up means that there were no more attempts that night.',
    labelNames: ['trigger', 'outcome', 'given_up'],
    registers: [registry],
  })
  for (const { trigger, outcome, isGivenUp, checks: count } of checks) {
    remembered.set({ trigger, outcome: outcome ?? 'unfinished', given_up: String(isGivenUp) }, count)
  }
}

function describeWatch(registry: Registry, watch: WatchMetrics | null): void {
  if (!watch) return
  const { last, good, lateSince, addresses } = watch
  const add = (name: string, help: string, value: number | null) => gauge(registry, name, help, value)
  add('watch_timestamp_seconds', 'When the known addresses were last asked for changes.', secondsOf(last))
  add('watch_good_timestamp_seconds', 'When that last succeeded.', secondsOf(good))
  add('watch_late', 'Whether it is overdue.', lateSince ? 1 : 0)
  const watched = new Gauge({
    name: 'medborgarloften_watch_addresses',
    help: 'Addresses asked in the last successful run, by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const [outcome, count] of Object.entries(addresses)) watched.set({ outcome }, count)
}

function gauge(registry: Registry, name: string, help: string, value: number | null): void {
  if (value === null) return
  new Gauge({ name: `medborgarloften_${name}`, help, registers: [registry] }).set(value)
}

function secondsOf(check: Pick<Ended, 'endedAt'> | null): number | null {
  return check && check.endedAt.getTime() / 1000
}

/** How long answers took. The library's histogram could only be told of one after the other. */
function durations(traffic: Traffic): string {
  const name = 'medborgarloften_http_request_duration_seconds'
  const lines = [
    `# HELP ${name} Seconds from the arrival of a request until its response began.`,
    `# TYPE ${name} histogram`,
  ]
  for (const { route, method, byDuration, seconds } of traffic.lines()) {
    const labels = `route="${route}",method="${method}"`
    let count = 0
    byDuration.forEach((more, at) => {
      count += more
      lines.push(`${name}_bucket{${labels},le="${WITHIN_SECONDS[at] ?? '+Inf'}"} ${count}`)
    })
    lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`)
  }
  return `${lines.join('\n')}\n`
}
