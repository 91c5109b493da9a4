// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../../site/query.ts'

export interface MunicipalityYearsData { readonly municipalities: { readonly nodes: readonly ({ readonly code: string; readonly county: { readonly policeRegion: { readonly key: string; readonly name: string } }; readonly years: readonly ({ readonly year: number; readonly state: ('KNOWN' | 'NONE_FOUND' | 'NOT_RESEARCHED' | 'SERIES_INCOMPLETE') })[] })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const municipalityYearsQuery: Query<MunicipalityYearsData, { readonly after?: string }> = {
  name: 'MunicipalityYears',
  text: "query MunicipalityYears($after: String) {\n  municipalities(first: 100, after: $after) {\n    nodes {\n      code\n      county {\n        policeRegion {\n          key\n          name\n        }\n      }\n      years {\n        year\n        state\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
