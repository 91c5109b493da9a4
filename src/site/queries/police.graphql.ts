// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface PoliceData { readonly policeRegions: { readonly nodes: readonly ({ readonly key: string; readonly name: string; readonly officialName: string; readonly mainCity: string; readonly policeDistricts: { readonly nodes: readonly ({ readonly key: string; readonly name: string; readonly officialName: string; readonly policeAreas: { readonly nodes: readonly ({ readonly key: string; readonly name: string; readonly verified: boolean; readonly validTo: string | null; readonly replacedBy: { readonly key: string } | null })[] } })[] } })[] } }

export const policeQuery: Query<PoliceData, {  }> = {
  name: 'Police',
  text: "query Police {\n  policeRegions(first: 10, sort: NAME_ASC) {\n    nodes {\n      key\n      name\n      officialName\n      mainCity\n      policeDistricts(first: 20, sort: NAME_ASC) {\n        nodes {\n          key\n          name\n          officialName\n          policeAreas(first: 20, sort: NAME_ASC) {\n            nodes {\n              key\n              name\n              verified\n              validTo\n              replacedBy {\n                key\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}",
}
