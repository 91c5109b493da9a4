// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface PoliceDistrictData { readonly policeDistrict: { readonly key: string; readonly name: string; readonly officialName: string; readonly validFrom: string | null; readonly source: string; readonly policeRegion: { readonly key: string; readonly name: string }; readonly policeAreas: { readonly nodes: readonly ({ readonly key: string; readonly name: string; readonly municipalities: { readonly nodes: readonly ({ readonly code: string; readonly name: string })[] } })[] } } | null }

export const policeDistrictQuery: Query<PoliceDistrictData, { readonly key: string }> = {
  name: 'PoliceDistrict',
  text: "query PoliceDistrict($key: ID!) {\n  policeDistrict(id: $key) {\n    key\n    name\n    officialName\n    validFrom\n    source\n    policeRegion {\n      key\n      name\n    }\n    policeAreas(first: 50, sort: NAME_ASC) {\n      nodes {\n        key\n        name\n        municipalities(first: 50, sort: NAME_ASC) {\n          nodes {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n}",
}
