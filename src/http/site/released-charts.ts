import { releasedCharts } from '../../charts/released.ts'
import type { OpenDatabase } from '../../database/client.ts'
import { SearchIndex } from '../../database/search/search-index.ts'
import { toCsv } from '../../exporters/csv.ts'
import { releaseName } from '../../exporters/manifest.ts'
import type { ReleaseOptions } from '../../exporters/release.ts'
import { ExportsUnavailable } from '../../exporters/stores/store.ts'
import { Endpoint } from '../../graphql/answers/endpoint.ts'
import { memoryOf } from '../../graphql/answers/memory.ts'
import { plainly } from '../../graphql/answers/plain.ts'
import type { Ask } from '../../site/query.ts'
import { untraced } from '../../tracing/tracing.ts'
import { wholeAnswer } from './ask.ts'

/** The cache that the queries of charts share. */
const SOME_BYTES = 16 * 1024 * 1024

const CHANGED = 'The data changed while the charts of the release were drawn. Try again'

/** The charts of a release: drawn from GraphQL responses of its revision. */
export function chartsOf(
  { reader, statements }: Pick<OpenDatabase, 'reader' | 'statements'>,
  log: { error(message: string): void },
): NonNullable<ReleaseOptions['further']> {
  return async (revision) => {
    const memory = memoryOf(SOME_BYTES)
    const search = new SearchIndex(statements, memory.search)
    const graphql = new Endpoint({
      db: reader,
      statements,
      budget: null,
      memory,
      search,
      plain: plainly(reader, search, log),
      hasPlans: true,
      inSpan: untraced,
    })
    const ask: Ask = async (query, variables) => {
      const answer = await wholeAnswer((text, values) => graphql.ask(text, values), query, variables)
      if (answer.revision !== revision.number) throw new ExportsUnavailable(CHANGED)
      return answer.data
    }
    const isOneRevision = graphql.watch()
    const origin = { release: releaseName(revision), date: revision.date }
    const drawn = await releasedCharts(ask, origin, ({ columns, rows }) =>
      toCsv([[...columns], ...rows.map((row) => [...row])]),
    )
    if (!(await isOneRevision())) throw new ExportsUnavailable(CHANGED)
    return drawn
  }
}
