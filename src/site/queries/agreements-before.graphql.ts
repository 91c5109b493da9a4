// Generated from the .graphql beside it by npm run generate.
import type { Query } from '../query.ts'

export interface AgreementsBeforeData { readonly agreements: { readonly pageInfo: { readonly endCursor: string | null } } }

export const agreementsBeforeQuery: Query<AgreementsBeforeData, { readonly filter?: object; readonly from?: string }> = {
  name: 'AgreementsBefore',
  text: "query AgreementsBefore($filter: AgreementFilter, $from: String) {\n  agreements(first: 100, after: $from, filter: $filter, sort: PERIOD_START_DESC) {\n    pageInfo {\n      endCursor\n    }\n  }\n}",
}
