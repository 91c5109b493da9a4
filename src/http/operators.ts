import type { Text } from '../datasets/dataset.ts'
import { createMetrics, METRICS_TYPE, type MetricSources } from './metrics/metrics.ts'
import { readiness } from './readiness.ts'
import type { Route } from './route.ts'

const GET = ['GET', 'HEAD'] as const
const NO_STORE = { 'cache-control': 'no-store' }

/** The routes for operators. */
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
      handle: alive,
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
          sv: 'Servern startar, databasen svarar inte eller är tom, lagringen av utgåvorna svarar inte eller är tom, eller den nattliga kontrollen är försenad. `problems` säger vilket.',
          en: 'The server is starting, the database does not respond or is empty, the storage of the releases does not respond or is empty, or the nightly check is overdue. `problems` says which.',
        },
      },
      mediaType: 'application/json',
      handle: (request) => readiness(request, { ...sources, newestRelease }),
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

/** The response of a process that responds. */
export function alive(): Response {
  return Response.json({ status: 'ok' }, { headers: NO_STORE })
}
