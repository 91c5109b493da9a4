import type { Ask, Query } from '../../site/query.ts'
import { exploreActivitiesCountsQuery } from '../queries/explore-activities-counts.graphql.ts'
import { exploreAgreementsCountsQuery } from '../queries/explore-agreements-counts.graphql.ts'
import { explorePromisesCountsQuery } from '../queries/explore-promises-counts.graphql.ts'
import { exploreReportsCountsQuery } from '../queries/explore-reports-counts.graphql.ts'
import type { ExploredKind } from './view.ts'

/** The number of counts in one query: GraphQL limits the lists at the top. */
const COUNTS = 10

type Filters = { readonly [name in `f${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`]: object }
type FoundCounts = { readonly [name: string]: { readonly totalCount: number } }

const QUERIES: { readonly [K in ExploredKind]: Query<object, Filters> } = {
  loften: explorePromisesCountsQuery,
  aktiviteter: exploreActivitiesCountsQuery,
  avtal: exploreAgreementsCountsQuery,
  redovisningar: exploreReportsCountsQuery,
}

/** The number of rows that match each of some filters. */
export async function exploredCounts(
  ask: Ask,
  kind: ExploredKind,
  filters: readonly object[],
): Promise<number[]> {
  const parts = Array.from({ length: Math.ceil(filters.length / COUNTS) }, (_, index) =>
    filters.slice(index * COUNTS, (index + 1) * COUNTS),
  )
  const counted = await Promise.all(
    parts.map(async (part) => {
      // If there are fewer, the last one is repeated, which costs little.
      const variables = Array.from({ length: COUNTS }, (_, index) => [
        `f${index}`,
        part[index] ?? part.at(-1),
      ])
      const found = (await ask(QUERIES[kind], Object.fromEntries(variables) as Filters)) as FoundCounts // f0 to f9, g0 to g9
      return part.map((_filter, index) => found[`g${index}`]?.totalCount ?? 0)
    }),
  )
  return counted.flat()
}
