// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface SourcesData { readonly documents: { readonly nodes: readonly ({ readonly key: string })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const sourcesQuery: Query<SourcesData, { readonly after?: string }> = {
  name: 'Sources',
  text: "query Sources($after: String) {\n  documents(first: 100, after: $after, filter: { hasText: true }) {\n    nodes {\n      key\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
