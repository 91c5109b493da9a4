// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface PoliceRegionData { readonly policeRegion: { readonly key: string; readonly name: string; readonly officialName: string; readonly mainCity: string; readonly validFrom: string; readonly source: string; readonly counties: { readonly nodes: readonly ({ readonly code: string; readonly nameSv: string; readonly nameEn: string })[] }; readonly policeDistricts: { readonly nodes: readonly ({ readonly key: string; readonly name: string; readonly policeAreas: { readonly nodes: readonly ({ readonly key: string; readonly name: string })[] } })[] } } | null }

export const policeRegionQuery: Query<PoliceRegionData, { readonly key: string }> = {
  name: 'PoliceRegion',
  text: "query PoliceRegion($key: ID!) {\n  policeRegion(id: $key) {\n    key\n    name\n    officialName\n    mainCity\n    validFrom\n    source\n    counties(first: 30, sort: NAME_ASC) {\n      nodes {\n        code\n        nameSv\n        nameEn\n      }\n    }\n    policeDistricts(first: 50, sort: NAME_ASC) {\n      nodes {\n        key\n        name\n        policeAreas(first: 50, sort: NAME_ASC) {\n          nodes {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n}",
}
