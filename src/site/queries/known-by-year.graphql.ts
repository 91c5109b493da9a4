// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface KnownByYearData { readonly byYear: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[]; readonly all: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[] }

export const knownByYearQuery: Query<KnownByYearData, {  }> = {
  name: 'KnownByYear',
  text: "query KnownByYear {\n  byYear: statistics(groupBy: YEAR, filter: { kind: CITIZEN_PROMISE }) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n  all: statistics(groupBy: ALL, filter: { kind: CITIZEN_PROMISE }) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n}",
}
