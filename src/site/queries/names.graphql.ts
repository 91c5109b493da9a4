// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface NamesData { readonly municipalities: { readonly nodes: readonly ({ readonly code: string; readonly name: string })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const namesQuery: Query<NamesData, { readonly after?: string }> = {
  name: 'Names',
  text: "query Names($after: String) {\n  municipalities(first: 100, after: $after, sort: NAME_ASC) {\n    nodes {\n      code\n      name\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
