import { lexicographicSortSchema, printSchema } from 'graphql'
import { builder } from './builder.ts'
import { withCosts } from './cost-metering.ts'
import './types/activity.ts'
import './types/actor.ts'
import './types/agreement-relation.ts'
import './types/agreement.ts'
import './types/change.ts'
import './types/county.ts'
import './types/coverage.ts'
import './types/dataset.ts'
import './types/document.ts'
import './types/finding.ts'
import './types/agreement-party.ts'
import './types/follow-up.ts'
import './types/municipality-year.ts'
import './types/outcome.ts'
import './types/report.ts'
import './types/issue.ts'
import './types/municipality.ts'
import './types/node.ts'
import './types/police-area.ts'
import './types/police-district.ts'
import './types/police-region.ts'
import './types/promise.ts'
import './types/quote.ts'
import './types/rate-limit.ts'
import './types/search.ts'
import './types/signatory.ts'
import './types/signature.ts'
import './types/statistics.ts'
import './types/topic.ts'

export const schema = withCosts(builder.toSchema())

/** The schema in GraphQL's own language: `schema.graphql`, and the route of that name. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
