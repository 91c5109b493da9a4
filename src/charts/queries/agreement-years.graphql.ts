// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../../site/query.ts'

export interface AgreementYearsData { readonly agreements: { readonly nodes: readonly ({ readonly periodStart: string | null; readonly topics: readonly ({ readonly key: string })[] })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const agreementYearsQuery: Query<AgreementYearsData, { readonly after?: string }> = {
  name: 'AgreementYears',
  text: "query AgreementYears($after: String) {\n  agreements(\n    first: 100\n    after: $after\n    filter: { kind: CITIZEN_PROMISE, stage: AGREED }\n  ) {\n    nodes {\n      periodStart\n      topics {\n        key\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
