import type { Registry } from 'prom-client'
import type { Memory } from '../../graphql/answers/memory.ts'
import type { AnswerTally } from '../../graphql/answers/tally.ts'
import type { Downloads } from '../../web/downloads.ts'
import type { Gate } from '../../web/gate.ts'
import { counter, counters, gauges } from './gauge.ts'

/** The memory of each cache. */
interface BytesOf {
  readonly [kind: string]: number
}

export interface AnswerSources {
  readonly answers: { readonly tally: AnswerTally; readonly bytes: BytesOf }
  readonly pages: { readonly tally: { readonly [source: string]: number }; readonly bytes: number }
  readonly downloads: Downloads
  /** What lets queries and pages begin, by what passes it. */
  readonly gates: { readonly [of: string]: Gate }
  /** The memory limit of each cache. */
  readonly memory: Memory
}

/** The sources of responses, and their caches. */
export function describeAnswers(
  registry: Registry,
  { answers, pages, downloads, gates, memory }: AnswerSources,
): void {
  const { bySource, byError, cost } = answers.tally
  counters(
    registry,
    'graphql_answers_total',
    'GraphQL responses, by how they were made: kept (cached), planned (by a compiled plan), plain (by the GraphQL library), refused (before anything was read) or failed.',
    'source',
    Object.entries(bySource),
  )
  counters(
    registry,
    'graphql_errors_total',
    'GraphQL responses with errors, by the code of the first.',
    'code',
    byError,
  )
  counter(
    registry,
    'graphql_cost_total',
    'The cost of all GraphQL requests, as it is taken from quotas.',
    cost,
  )
  counters(
    registry,
    'pages_total',
    'Pages, by how they were made: kept (cached) or made.',
    'source',
    Object.entries(pages.tally),
  )
  counters(
    registry,
    'files_total',
    'Release files, by how they were sent: whole, part (a range) or unchanged (304).',
    'sent',
    Object.entries(downloads.sent),
  )
  counter(registry, 'file_bytes_total', 'Bytes of release files that clients have received.', downloads.bytes)
  const all = Object.entries(gates)
  counters(
    registry,
    'shed_total',
    'Requests answered with 503, since there were more than can be answered, by kind: cheap and dear queries, pages.',
    'of',
    all.map(([of, { shed }]) => [of, shed] as const),
  )
  gauges(
    registry,
    'waiting',
    'Requests that wait for their turn to be read, by kind.',
    'of',
    all.map(([of, { waiting }]) => [of, waiting] as const),
  )
  const bytes = { ...answers.bytes, pages: pages.bytes }
  gauges(registry, 'cache_bytes', 'Memory used by caches, by content.', 'of', Object.entries(bytes))
  gauges(
    registry,
    'cache_limit_bytes',
    'Memory that caches may use, by content.',
    'of',
    Object.entries(memory),
  )
}
