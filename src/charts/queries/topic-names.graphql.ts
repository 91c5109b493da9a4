// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../../site/query.ts'

export interface TopicNamesData { readonly topics: { readonly nodes: readonly ({ readonly key: string; readonly labelSv: string; readonly labelEn: string; readonly broader: { readonly key: string } | null })[] } }

export const topicNamesQuery: Query<TopicNamesData, {  }> = {
  name: 'TopicNames',
  text: "query TopicNames {\n  topics(first: 100) {\n    nodes {\n      key\n      labelSv\n      labelEn\n      broader {\n        key\n      }\n    }\n  }\n}",
}
