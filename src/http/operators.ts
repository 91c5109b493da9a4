import { RETRY_SECONDS } from '../database/unavailable.ts'
import type { Text } from '../datasets/dataset.ts'
import { createMetrics, METRICS_TYPE, type MetricSources } from './metrics.ts'
import { problem } from './problems.ts'
import type { Route } from './route.ts'

const GET = ['GET', 'HEAD'] as const
const NO_STORE = { 'cache-control': 'no-store' }

/** The routes for who runs the server. */
export function operatorRoutes(
  sources: MetricSources,
  newestRelease: () => Promise<string | null>,
  found: Text,
): Route[] {
  const metrics = createMetrics(sources)
  return [
    {
      path: '/health/live',
      methods: GET,
      summary: { sv: 'Om processen svarar.', en: 'Whether the process responds.' },
      answers: { 200: found },
      mediaType: 'application/json',
      handle: () => Response.json({ status: 'ok' }, { headers: NO_STORE }),
    },
    {
      path: '/health/ready',
      methods: GET,
      summary: {
        sv: 'Om det finns data att lämna ut, och hur gamla den senaste utgåvan och den senaste kontrollen är.',
        en: 'Whether there are data to serve, and how old the latest release and the latest check are.',
      },
      answers: {
        200: found,
        503: {
          sv: 'Databasen svarar inte eller är tom, eller den nattliga kontrollen är försenad.',
          en: 'The database does not respond or is empty, or the nightly check is overdue.',
        },
      },
      mediaType: 'application/json',
      handle: async (request) => {
        const standing = await sources.standing()
        const again = { 'retry-after': String(RETRY_SECONDS) }
        if (!standing) {
          const detail = {
            sv: 'Databasen svarar inte. Se loggen',
            en: 'The database does not respond. See the log',
          }
          return problem(request, 503, detail, again)
        }
        if (standing.revision === null) {
          const detail = {
            sv: 'Databasen är tom. Kör npm run load',
            en: 'The database is empty. Run npm run load',
          }
          return problem(request, 503, detail, again)
        }
        const { revision, last, published, lateSince } = standing
        if (lateSince) {
          const [since, ended] = [lateSince.toISOString(), last?.endedAt.toISOString()]
          return problem(request, 503, {
            sv: `En kontroll av om det finns något att ge ut skulle ha gjorts ${since}, och ingen har lyckats sedan dess; ${last ? `den senaste avslutades ${ended}: ${last.outcome}` : 'ingen har gjorts'}. Se loggen`,
            en: `A check for a release was due at ${since} and none has succeeded since; ${last ? `the last one ended at ${ended}: ${last.outcome}` : 'there has been none'}. See the log`,
          })
        }
        const now = Date.now()
        const watch = sources.watch()
        const body = {
          status: 'ok',
          revision,
          release: await newestRelease(),
          release_age_seconds: published && secondsFrom(published.endedAt, now),
          check_age_seconds: last && secondsFrom(last.endedAt, now),
          check_outcome: last?.outcome ?? null,
          // What is overdue there keeps nothing from being served.
          ...(watch && {
            watch_age_seconds: watch.last && secondsFrom(watch.last.endedAt, now),
            watch_outcome: watch.last?.outcome ?? null,
            watch_late: watch.lateSince !== null,
          }),
        }
        return Response.json(body, { headers: NO_STORE })
      },
    },
    {
      path: '/metrics',
      methods: GET,
      summary: { sv: 'Mätvärden för Prometheus.', en: 'Metrics for Prometheus.' },
      answers: { 200: found },
      mediaType: 'text/plain',
      handle: async () =>
        new Response(await metrics(), { headers: { ...NO_STORE, 'content-type': METRICS_TYPE } }),
    },
  ]
}

function secondsFrom(time: Date, now: number): number {
  return Math.max(0, Math.round((now - time.getTime()) / 1000))
}
