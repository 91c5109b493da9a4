import { sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { outcomeState, reportKind } from '../../datasets/vocabularies/outcomes.ts'
import { agreementFilter, agreementsWhere, ofAgreement } from './agreement.ts'
import { days, isAny, isIn, keys, oneOfCondition } from './condition.ts'
import { filterOf, matching } from './filter.ts'

const { municipalities, outcomes, report_agreements, reports } = tables

/** Which reports. */
export const reportFilter = filterOf('reports', {
  agreement: matching(agreementFilter, 'An agreement that the report follows up.', (agreement) =>
    isIn(
      reports.id,
      sql`select ${report_agreements.reportId} from ${report_agreements} where ${isIn(report_agreements.agreementId, agreementsWhere(agreement))}`,
    ),
  ),
  municipality: keys('municipalities', 'About the work of the municipality, by code.', (codes) =>
    isAny(reports.municipalityCode, codes),
  ),
  county: keys('counties', 'About the work of a municipality in the county with this code.', (codes) =>
    isIn(
      reports.municipalityCode,
      sql`select ${municipalities.code} from ${municipalities} where ${isAny(municipalities.countyCode, codes)}`,
    ),
  ),
  kind: oneOfCondition(reportKind, 'Where it stands.', (values) => isAny(reports.kind, values)),
  state: oneOfCondition(outcomeState, 'What it says as a whole.', (values) => isAny(reports.state, values)),
  publishedOn: days('Published on one of these days.', reports.publishedOn),
})

/** Which outcomes. */
export const outcomeFilter = filterOf('outcomes', {
  ...ofAgreement(outcomes.agreementId),
  promise: keys('promises', 'Of the promise itself, by key.', (ids) => isAny(outcomes.promiseId, ids)),
  activity: keys('activities', 'Of the activity, by key.', (ids) => isAny(outcomes.activityId, ids)),
  report: keys('reports', 'Told by the report, by key.', (ids) => isAny(outcomes.reportId, ids)),
  state: oneOfCondition(outcomeState, 'What the report says.', (values) => isAny(outcomes.state, values)),
})
