// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface TopicNumbersData { readonly byYear: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[]; readonly byMunicipality: readonly ({ readonly key: string | null; readonly agreements: { readonly transcribed: number; readonly catalogued: number } })[] }

export const topicNumbersQuery: Query<TopicNumbersData, { readonly filter: object }> = {
  name: 'TopicNumbers',
  text: "query TopicNumbers($filter: AgreementFilter!) {\n  byYear: statistics(groupBy: YEAR, filter: $filter) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n  byMunicipality: statistics(groupBy: MUNICIPALITY, filter: $filter) {\n    key\n    agreements {\n      transcribed\n      catalogued\n    }\n  }\n}",
}
