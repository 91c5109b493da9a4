// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface TileCountsData { readonly all: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[]; readonly active: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[] }

export const tileCountsQuery: Query<TileCountsData, { readonly day: string }> = {
  name: 'TileCounts',
  text: "query TileCounts($day: Date!) {\n  all: statistics(groupBy: MUNICIPALITY, filter: { kind: CITIZEN_PROMISE }) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n  active: statistics(\n    groupBy: MUNICIPALITY\n    filter: { kind: CITIZEN_PROMISE, activeOn: $day }\n  ) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n}",
}
