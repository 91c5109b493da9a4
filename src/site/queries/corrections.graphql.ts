// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface CorrectionsData { readonly changes: { readonly totalCount: number; readonly nodes: readonly ({ readonly revision: number; readonly date: string; readonly dataset: string; readonly rowKey: string; readonly kind: ('ADDED' | 'CHANGED' | 'REMOVED'); readonly isWithdrawn: boolean; readonly node: { readonly id: string; readonly url: string } | null })[] } }

export const correctionsQuery: Query<CorrectionsData, { readonly since: number; readonly language: ('EN' | 'SV') }> = {
  name: 'Corrections',
  text: "query Corrections($since: Int!, $language: Language!) {\n  changes(since: $since, last: 100) {\n    totalCount\n    nodes {\n      revision\n      date\n      dataset\n      rowKey\n      kind\n      isWithdrawn\n      node {\n        id\n        url(language: $language)\n      }\n    }\n  }\n}",
}
