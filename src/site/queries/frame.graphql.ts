// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface FrameData { readonly dataset: { readonly revision: number; readonly date: string; readonly loadedAt: string } | null }

export const frameQuery: Query<FrameData, {  }> = {
  name: 'Frame',
  text: "query Frame {\n  dataset {\n    revision\n    date\n    loadedAt\n  }\n}",
}
