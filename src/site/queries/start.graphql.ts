// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface StartData { readonly dataset: { readonly counts: { readonly agreements: { readonly transcribed: number; readonly catalogued: number }; readonly drafts: number } } | null; readonly topics: { readonly nodes: readonly ({ readonly key: string; readonly labelSv: string; readonly labelEn: string; readonly broader: { readonly key: string } | null })[] }; readonly statistics: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[] }

export const startQuery: Query<StartData, {  }> = {
  name: 'Start',
  text: "query Start {\n  dataset {\n    counts {\n      agreements {\n        transcribed\n        catalogued\n      }\n      drafts\n    }\n  }\n  topics(first: 100) {\n    nodes {\n      key\n      labelSv\n      labelEn\n      broader {\n        key\n      }\n    }\n  }\n  statistics(groupBy: TOPIC) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n}",
}
