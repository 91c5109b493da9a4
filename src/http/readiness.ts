import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerStanding } from '../database/client.ts'
import { RETRY_SECONDS } from '../database/unavailable.ts'
import type { Text } from '../datasets/dataset.ts'
import type { JobStanding, WatchMetrics } from './metrics/of-data.ts'
import { problem } from './problems.ts'

/** Something because of which a server is not ready: a code for programs, and words. */
interface NotReady {
  readonly code: 'STARTING' | 'DATABASE_AWAY' | 'NO_DATA' | 'STORAGE_AWAY' | 'NO_RELEASE' | 'CHECKS_LATE'
  readonly text: Text
}

/** How long the storage of the releases may take to respond. */
const STORAGE_MS = 2_000

/** What readiness depends on. */
interface ReadinessSources {
  /** Null while the database does not respond. */
  readonly standing: () => Promise<JobStanding | null>
  /** The servers of the database; null if it has only one. */
  readonly servers: () => ServerStanding | null
  /** Null if the watch of the known addresses is off. */
  readonly watch: () => WatchMetrics | null
  /** The newest release of the current data, or else of all. Null if there is none; it throws if the storage cannot be read. */
  readonly newestRelease: () => Promise<string | null>
}

/** Tells whether a server is ready, and if not, everything that is wrong. */
export async function readiness(request: Request, sources: ReadinessSources): Promise<Response> {
  const [standing, storage] = await Promise.all([sources.standing(), inTime(sources.newestRelease)])
  const reasons = [...ofDatabase(standing), ...ofStorage(storage)]
  const facts = {
    ...knownFacts(standing, storage?.release ?? null, sources.watch()),
    ...serverFacts(sources.servers()),
  }
  if (reasons.length > 0) return notReady(request, reasons, facts)
  return Response.json({ status: 'ok', ...facts }, { headers: { 'cache-control': 'no-store' } })
}

/** The response of a server that is starting. */
export function notStarted(request: Request): Response {
  const text = {
    sv: 'Servern startar och läser in data',
    en: 'The server is starting and loading the data',
  }
  return notReady(request, [{ code: 'STARTING', text }], {})
}

function notReady(request: Request, reasons: readonly NotReady[], facts: object): Response {
  const detail = {
    sv: reasons.map(({ text }) => text.sv).join('. '),
    en: reasons.map(({ text }) => text.en).join('. '),
  }
  const problems = reasons.map(({ code, text }) => ({ code, detail: text.en }))
  return problem(request, 503, detail, { 'retry-after': String(RETRY_SECONDS) }, { problems, ...facts })
}

function ofDatabase(standing: JobStanding | null): NotReady[] {
  if (!standing) {
    const text = {
      sv: 'Databasen svarar inte. Se loggen',
      en: 'The database does not respond. See the log',
    }
    return [{ code: 'DATABASE_AWAY', text }]
  }
  const { revision, last, lateSince } = standing
  if (revision === null) {
    const text = { sv: 'Databasen är tom. Kör npm run load', en: 'The database is empty. Run npm run load' }
    return [{ code: 'NO_DATA', text }]
  }
  if (!lateSince) return []
  const [since, ended] = [lateSince.toISOString(), last?.endedAt.toISOString()]
  const text = {
    sv: `En kontroll av om det finns något att ge ut skulle ha gjorts ${since}, och ingen har lyckats sedan dess; ${last ? `den senaste avslutades ${ended}: ${last.outcome}` : 'ingen har gjorts'}. Se loggen`,
    en: `A check for a release was due at ${since} and none has succeeded since; ${last ? `the last one ended at ${ended}: ${last.outcome}` : 'there has been none'}. See the log`,
  }
  return [{ code: 'CHECKS_LATE', text }]
}

/** Null if the storage cannot be read. */
type Storage = { readonly release: string | null } | null

function ofStorage(storage: Storage): NotReady[] {
  if (storage === null) {
    const text = {
      sv: 'Lagringen av utgåvorna svarar inte. Se loggen',
      en: 'The storage of the releases does not respond. See the log',
    }
    return [{ code: 'STORAGE_AWAY', text }]
  }
  if (storage.release !== null) return []
  const text = {
    sv: 'Det finns ingen utgåva ännu. Om den inte kommer inom några minuter: se loggen',
    en: 'There is no release yet. If it does not appear within minutes, see the log',
  }
  return [{ code: 'NO_RELEASE', text }]
}

async function inTime(newestRelease: () => Promise<string | null>): Promise<Storage> {
  const late = sleep(STORAGE_MS, null, { ref: false })
  const read = newestRelease().then(
    (release) => ({ release }),
    () => null,
  )
  return await Promise.race([read, late])
}

function knownFacts(
  standing: JobStanding | null,
  release: string | null,
  watch: WatchMetrics | null,
): object {
  const now = Date.now()
  const { revision, last, published } = standing ?? { revision: null, last: null, published: null }
  return {
    revision: revision?.number ?? null,
    release,
    release_age_seconds: published && secondsFrom(published.endedAt, now),
    check_age_seconds: last && secondsFrom(last.endedAt, now),
    check_outcome: last?.outcome ?? null,
    // An overdue watch does not keep anything from being served.
    ...(watch && {
      watch_age_seconds: watch.last && secondsFrom(watch.last.endedAt, now),
      watch_outcome: watch.last?.outcome ?? null,
      watch_late: watch.lateSince !== null,
    }),
  }
}

/** What is wrong there keeps nothing from being served either, as long as a server can be read from. */
function serverFacts(servers: ServerStanding | null): object {
  if (!servers) return {}
  const { isPrimaryAway, replicas, leftOut } = servers
  return { database_primary: isPrimaryAway ? 'away' : 'ok', replicas, replicas_left_out: leftOut }
}

function secondsFrom(time: Date, now: number): number {
  return Math.max(0, Math.round((now - time.getTime()) / 1000))
}
