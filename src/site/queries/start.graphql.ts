// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface StartData { readonly transcribed: { readonly totalCount: number }; readonly all: { readonly totalCount: number }; readonly topics: { readonly nodes: readonly ({ readonly key: string; readonly labelSv: string; readonly labelEn: string; readonly broader: { readonly key: string } | null })[] }; readonly statistics: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[] }

export const startQuery: Query<StartData, {  }> = {
  name: 'Start',
  text: "query Start {\n  transcribed: agreements(\n    first: 1\n    filter: { kind: CITIZEN_PROMISE, extent: TRANSCRIBED }\n  ) {\n    totalCount\n  }\n  all: agreements(first: 1, filter: { kind: CITIZEN_PROMISE }) {\n    totalCount\n  }\n  topics(first: 100) {\n    nodes {\n      key\n      labelSv\n      labelEn\n      broader {\n        key\n      }\n    }\n  }\n  statistics(groupBy: TOPIC, filter: { kind: CITIZEN_PROMISE }) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n}",
}
