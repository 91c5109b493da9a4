// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../../site/query.ts'

export interface ExploreReportsCountsData { readonly g0: { readonly totalCount: number }; readonly g1: { readonly totalCount: number }; readonly g2: { readonly totalCount: number }; readonly g3: { readonly totalCount: number }; readonly g4: { readonly totalCount: number }; readonly g5: { readonly totalCount: number }; readonly g6: { readonly totalCount: number }; readonly g7: { readonly totalCount: number }; readonly g8: { readonly totalCount: number }; readonly g9: { readonly totalCount: number } }

export const exploreReportsCountsQuery: Query<ExploreReportsCountsData, { readonly f0: object; readonly f1: object; readonly f2: object; readonly f3: object; readonly f4: object; readonly f5: object; readonly f6: object; readonly f7: object; readonly f8: object; readonly f9: object }> = {
  name: 'ExploreReportsCounts',
  text: "query ExploreReportsCounts($f0: ReportFilter!, $f1: ReportFilter!, $f2: ReportFilter!, $f3: ReportFilter!, $f4: ReportFilter!, $f5: ReportFilter!, $f6: ReportFilter!, $f7: ReportFilter!, $f8: ReportFilter!, $f9: ReportFilter!) {\n  g0: reports(first: 1, filter: $f0) {\n    totalCount\n  }\n  g1: reports(first: 1, filter: $f1) {\n    totalCount\n  }\n  g2: reports(first: 1, filter: $f2) {\n    totalCount\n  }\n  g3: reports(first: 1, filter: $f3) {\n    totalCount\n  }\n  g4: reports(first: 1, filter: $f4) {\n    totalCount\n  }\n  g5: reports(first: 1, filter: $f5) {\n    totalCount\n  }\n  g6: reports(first: 1, filter: $f6) {\n    totalCount\n  }\n  g7: reports(first: 1, filter: $f7) {\n    totalCount\n  }\n  g8: reports(first: 1, filter: $f8) {\n    totalCount\n  }\n  g9: reports(first: 1, filter: $f9) {\n    totalCount\n  }\n}",
}
