// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface AgreementKeysData { readonly agreements: { readonly nodes: readonly ({ readonly key: string })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const agreementKeysQuery: Query<AgreementKeysData, { readonly after?: string }> = {
  name: 'AgreementKeys',
  text: "query AgreementKeys($after: String) {\n  agreements(first: 100, after: $after) {\n    nodes {\n      key\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
