// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface CountyData { readonly county: { readonly code: string; readonly nameSv: string; readonly nameEn: string; readonly isoCode: string; readonly nuts3: string; readonly wikidata: string; readonly policeRegion: { readonly key: string; readonly name: string; readonly officialName: string } } | null }

export const countyQuery: Query<CountyData, { readonly code: string }> = {
  name: 'County',
  text: "query County($code: ID!) {\n  county(code: $code) {\n    code\n    nameSv\n    nameEn\n    isoCode\n    nuts3\n    wikidata\n    policeRegion {\n      key\n      name\n      officialName\n    }\n  }\n}",
}
