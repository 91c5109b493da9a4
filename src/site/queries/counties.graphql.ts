// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface CountiesData { readonly counties: { readonly nodes: readonly ({ readonly code: string; readonly nameSv: string; readonly nameEn: string; readonly policeRegion: { readonly key: string; readonly name: string } })[] } }

export const countiesQuery: Query<CountiesData, {  }> = {
  name: 'Counties',
  text: "query Counties {\n  counties(first: 100, sort: NAME_ASC) {\n    nodes {\n      code\n      nameSv\n      nameEn\n      policeRegion {\n        key\n        name\n      }\n    }\n  }\n}",
}
