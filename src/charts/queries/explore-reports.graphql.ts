// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../../site/query.ts'

export interface ExploreReportsData { readonly reports: { readonly totalCount: number; readonly nodes: readonly ({ readonly key: string; readonly gistSv: string; readonly gistEn: string; readonly state: ('ANNOUNCED' | 'ITEM_NOT_NAMED' | 'MIXED' | 'NOT_READ' | 'ONGOING' | 'REPORTED_DONE' | 'REPORTED_DONE_OR_UNDER_WAY' | 'REPORTED_MET' | 'REPORTED_NOT_MET' | 'REPORTED_PARTLY'); readonly publishedOn: string | null; readonly publishedOnPrecision: ('DAY' | 'MONTH' | 'YEAR') | null; readonly municipality: { readonly code: string; readonly name: string } })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

export const exploreReportsQuery: Query<ExploreReportsData, { readonly filter: object; readonly from?: string }> = {
  name: 'ExploreReports',
  text: "query ExploreReports($filter: ReportFilter!, $from: String) {\n  reports(first: 100, after: $from, filter: $filter, sort: PUBLISHED_ON_DESC) {\n    totalCount\n    nodes {\n      key\n      gistSv\n      gistEn\n      state\n      publishedOn\n      publishedOnPrecision\n      municipality {\n        code\n        name\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
}
