// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface CountedData { readonly activities: { readonly totalCount: number; readonly nodes: readonly ({ readonly key: string; readonly text: string; readonly target: { readonly operator: ('AT_LEAST' | 'AT_MOST' | 'EXACTLY'); readonly value: number; readonly unit: string; readonly per: ('DAY' | 'MONTH' | 'PERIOD' | 'WEEK' | 'YEAR') | null } | null; readonly agreement: { readonly key: string; readonly periodStart: string | null; readonly periodStartPrecision: ('DAY' | 'MONTH' | 'YEAR') | null; readonly periodEnd: string | null; readonly periodEndPrecision: ('DAY' | 'MONTH' | 'YEAR') | null; readonly periodUnknownReason: ('NOT_STATED' | 'OPEN_ENDED' | 'UNREADABLE') | null; readonly municipalities: readonly ({ readonly code: string; readonly name: string })[] } })[] } }

export const countedQuery: Query<CountedData, { readonly first: number; readonly agreement?: object }> = {
  name: 'Counted',
  text: "query Counted($first: Int!, $agreement: AgreementFilter) {\n  activities(\n    first: $first\n    filter: { hasTarget: true, agreement: $agreement }\n    sort: AGREEMENT_DESC\n  ) {\n    totalCount\n    nodes {\n      key\n      text\n      target {\n        ...TargetParts\n      }\n      agreement {\n        key\n        periodStart\n        periodStartPrecision\n        periodEnd\n        periodEndPrecision\n        periodUnknownReason\n        municipalities {\n          code\n          name\n        }\n      }\n    }\n  }\n}\n\nfragment TargetParts on Target {\n  operator\n  value\n  unit\n  per\n}",
}
