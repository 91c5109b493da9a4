import { sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { outcomeState, reportKind } from '../../datasets/vocabularies/outcomes.ts'
import { agreementFilter, agreementsWhere, ofAgreement } from './agreement.ts'
import { days, isAny, isIn, keys, oneOfCondition } from './condition.ts'
import { filterOf, matching } from './filter.ts'

const { municipalities, outcomes, report_agreements, reports } = tables

/** Which reports. */
export const reportFilter = filterOf('reports', {
  agreement: matching(
    agreementFilter,
    { sv: 'Ett medborgarlöfte som redovisningen gäller.', en: 'An agreement that the report is about.' },
    (agreement) =>
      isIn(
        reports.id,
        sql`select ${report_agreements.reportId} from ${report_agreements} where ${isIn(report_agreements.agreementId, agreementsWhere(agreement))}`,
      ),
  ),
  municipality: keys(
    'municipalities',
    {
      sv: 'Gäller arbetet i kommunen med denna kod.',
      en: 'About the work of the municipality with this code.',
    },
    (codes) => isAny(reports.municipalityCode, codes),
  ),
  county: keys(
    'counties',
    {
      sv: 'Gäller arbetet i en kommun i länet med denna kod.',
      en: 'About the work of a municipality in the county with this code.',
    },
    (codes) =>
      isIn(
        reports.municipalityCode,
        sql`select ${municipalities.code} from ${municipalities} where ${isAny(municipalities.countyCode, codes)}`,
      ),
  ),
  kind: oneOfCondition(
    reportKind,
    { sv: 'Var redovisningen står.', en: 'Where the report was published.' },
    (values) => isAny(reports.kind, values),
  ),
  state: oneOfCondition(
    outcomeState,
    { sv: 'Vad den säger i sin helhet.', en: 'What it says as a whole.' },
    (values) => isAny(reports.state, values),
  ),
  publishedOn: days(
    { sv: 'Publicerad någon av dessa dagar.', en: 'Published on one of these days.' },
    reports.publishedOn,
  ),
})

/** Which outcomes. */
export const outcomeFilter = filterOf('outcomes', {
  ...ofAgreement(outcomes.agreementId),
  promise: keys(
    'promises',
    { sv: 'Gäller löftet med detta id, i sig självt.', en: 'About the promise with this key itself.' },
    (ids) => isAny(outcomes.promiseId, ids),
  ),
  activity: keys(
    'activities',
    { sv: 'Gäller aktiviteten med detta id.', en: 'About the activity with this key.' },
    (ids) => isAny(outcomes.activityId, ids),
  ),
  report: keys(
    'reports',
    { sv: 'Ur redovisningen med detta id.', en: 'From the report with this key.' },
    (ids) => isAny(outcomes.reportId, ids),
  ),
  state: oneOfCondition(
    outcomeState,
    { sv: 'Vad redovisningen säger.', en: 'What the report says.' },
    (values) => isAny(outcomes.state, values),
  ),
})
