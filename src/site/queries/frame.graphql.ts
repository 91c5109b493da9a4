// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface FrameData { readonly dataset: { readonly revision: number; readonly date: string; readonly loadedAt: string; readonly counts: { readonly agreements: { readonly transcribed: number; readonly catalogued: number } } } | null }

export const frameQuery: Query<FrameData, {  }> = {
  name: 'Frame',
  text: "query Frame {\n  dataset {\n    revision\n    date\n    loadedAt\n    counts {\n      agreements {\n        transcribed\n        catalogued\n      }\n    }\n  }\n}",
}
