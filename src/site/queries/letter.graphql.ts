// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface LetterData { readonly municipality: { readonly code: string; readonly name: string; readonly formalName: string; readonly policeAreas: readonly ({ readonly key: string; readonly name: string })[]; readonly agreements: { readonly nodes: readonly ({ readonly key: string; readonly title: string | null; readonly periodStart: string | null; readonly periodStartPrecision: ('DAY' | 'MONTH' | 'YEAR') | null; readonly periodEnd: string | null; readonly periodEndPrecision: ('DAY' | 'MONTH' | 'YEAR') | null; readonly periodUnknownReason: ('NOT_STATED' | 'OPEN_ENDED' | 'UNREADABLE') | null; readonly lifecycle: ('ACTIVE' | 'ENDED' | 'UNKNOWN' | 'UPCOMING'); readonly followUps: { readonly nodes: readonly ({ readonly text: string })[] } | null })[] } } | null }

export const letterQuery: Query<LetterData, { readonly code: string; readonly day: string }> = {
  name: 'Letter',
  text: "query Letter($code: ID!, $day: Date!) {\n  municipality(code: $code) {\n    code\n    name\n    formalName\n    policeAreas {\n      key\n      name\n    }\n    agreements(first: 1, sort: PERIOD_END_DESC, filter: { kind: CITIZEN_PROMISE }) {\n      nodes {\n        key\n        title\n        periodStart\n        periodStartPrecision\n        periodEnd\n        periodEndPrecision\n        periodUnknownReason\n        lifecycle(on: $day)\n        followUps(first: 1) {\n          nodes {\n            text\n          }\n        }\n      }\n    }\n  }\n}",
}
