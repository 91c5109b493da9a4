// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface ActorsData { readonly actors: { readonly nodes: readonly ({ readonly key: string })[] } }

export const actorsQuery: Query<ActorsData, {  }> = {
  name: 'Actors',
  text: "query Actors {\n  actors(first: 100) {\n    nodes {\n      key\n    }\n  }\n}",
}
