import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { agreementsWithCommitment, asCommitments, hasTarget } from '../../database/commitments.ts'
import { firstYear, isActiveOn, lastYear } from '../../database/periods.ts'
import { tables } from '../../database/tables/index.ts'
import {
  agreementKind,
  agreementStage,
  extent,
  followUpPromised,
  reviewState,
} from '../../datasets/vocabularies/agreements.ts'
import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { issueKind, reportState } from '../../datasets/vocabularies/situation.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import {
  type Conditions,
  dayCondition,
  flag,
  isAny,
  isIn,
  keys,
  numbers,
  oneOfCondition,
  reaching,
  years,
} from './condition.ts'
import { filterOf, matching } from './filter.ts'
import { renewal } from './renewal.ts'
import { commitmentConditions } from './target.ts'
import { topicConditions } from './topic.ts'

const {
  agreement_documents,
  agreement_municipalities,
  agreements,
  counties,
  follow_ups,
  issues,
  municipalities,
  outcomes,
  report_agreements,
  signatures,
} = tables

const isTranscribed = sql`${agreements.extent} = 'transcribed'`

const throughCommitment = (commitment: SQL) => isIn(agreements.id, agreementsWithCommitment(commitment))

const party = agreement_municipalities.municipalityCode

/** What is asked of the municipalities that are parties of an agreement, by the column that holds its key. */
function ofParties(column: PgColumn): Conditions {
  // As an array, which is read first: of a join PostgreSQL expects that a page of activities fills early on a walk through
  // all of them, but those of a municipality lie together, and the walk may be long.
  const throughMunicipality = (municipality: SQL) =>
    isAny(
      column,
      sql`array(select ${agreement_municipalities.agreementId} from ${agreement_municipalities} where ${municipality})`,
    )
  return reaching(throughMunicipality, {
    municipality: keys('municipalities', 'The municipality with this code is a party.', (codes) =>
      isAny(party, codes),
    ),
    county: keys(
      'counties',
      'A municipality in the county with this code is a party. All conditions on municipalities apply to the same municipality.',
      (codes) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities} where ${isAny(municipalities.countyCode, codes)}`,
        ),
    ),
    policeRegion: keys(
      'police_regions',
      'A municipality in the police region with this key is a party. All conditions on municipalities apply to the same municipality.',
      (ids) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities}
            join ${counties} on ${counties.code} = ${municipalities.countyCode} where ${isAny(counties.policeRegionId, ids)}`,
        ),
    ),
  })
}

const isSigned = sql`(${agreements.signedOn} is not null or ${isIn(
  agreements.id,
  sql`select ${signatures.agreementId} from ${signatures} where ${signatures.capacity} = 'signed'`,
)})`

/** Which agreements. Other filters reach it through `agreement`, so it reaches none of them. */
export const agreementFilter = filterOf('agreements', {
  ...ofParties(agreements.id),
  policeArea: keys(
    'police_areas',
    'The source names the local police area with this key as a party. About half of the catalogued agreements name none.',
    (ids) => isAny(agreements.policeAreaId, ids),
  ),
  ...topicConditions('agreements'),
  ...reaching(
    throughCommitment,
    commitmentConditions(asCommitments, 'A promise or an activity (the same one for all these conditions)'),
  ),
  ...reaching(throughCommitment, {
    targetWhat: oneOfCondition(
      targetWhat,
      'A promise or an activity, the same for all that is asked of it, has a target that counts this.',
      (values) => isAny(asCommitments.targetWhat, values),
    ),
    targetPerYear: numbers(
      'A promise or an activity, the same for all that is asked of it, has a target whose number per year is in this range.',
      asCommitments.targetPerYear,
    ),
  }),
  reportedState: oneOfCondition(
    outcomeState,
    'A report says this of the agreement, or of one of its promises or activities.',
    (values) =>
      isIn(
        agreements.id,
        sql`select ${outcomes.agreementId} from ${outcomes} where ${isAny(outcomes.state, values)}`,
      ),
  ),
  hasTarget: flag(
    {
      yes: 'a promise or an activity (the same one for all these conditions) has a measurable target.',
      no: 'all of its promises and activities are listed, and none has. Of others, see commitmentsSeen, neither is known.',
    },
    { through: throughCommitment, matching: hasTarget(asCommitments) },
    sql`(${agreements.commitmentsSeen} in ('whole_document', 'whole_list') and not ${throughCommitment(hasTarget(asCommitments))})`,
  ),
  year: years(
    'At least one day of the period is in the year. If the end is unknown, only the first year counts; if the start is unknown, only the last year; if both are unknown, no year. An agreement until further notice counts in every year from its first.',
    (wanted) =>
      sql`exists (select from unnest(${wanted}) as year where year between ${firstYear} and ${lastYear(sql`2147483647`)})`,
  ),
  activeOn: dayCondition(
    'In force on the day: `lifecycle` is ACTIVE. A period given in months or years lasts from the first day of the first to the last day of the last. An agreement until further notice is in force from its first day. An agreement whose start or end is unknown, or that has only been announced, is not included.',
    isActiveOn,
  ),
  extent: oneOfCondition(extent, 'How much of the agreement is in the data set.', (values) =>
    isAny(agreements.extent, values),
  ),
  reviewState: oneOfCondition(
    reviewState,
    'Reviewed by a person, or a draft. Known only for transcribed agreements.',
    (values) => isAny(agreements.reviewState, values),
  ),
  kind: oneOfCondition(
    agreementKind,
    'Citizen promise, cooperation agreement, action plan or situational picture.',
    (values) => isAny(agreements.kind, values),
  ),
  stage: oneOfCondition(agreementStage, 'Agreed, or only announced.', (values) =>
    isAny(agreements.stage, values),
  ),
  renewal,
  signed: flag(
    {
      yes: 'its date of signing is known, or it has a signature.',
      no: 'it is transcribed, and has neither. For catalogued agreements without a date of signing it is not known.',
    },
    isSigned,
    sql`(${isTranscribed} and not ${isSigned})`,
  ),
  followUpPromised: oneOfCondition(followUpPromised, 'Whether the source promises a follow-up.', (values) =>
    isAny(agreements.followUpPromised, values),
  ),
  followUpReport: oneOfCondition(
    reportState,
    'Whether a report of a promised follow-up has been found. Known only for transcribed agreements.',
    (values) =>
      isIn(
        agreements.id,
        sql`select ${follow_ups.agreementId} from ${follow_ups} where ${isAny(follow_ups.reportState, values)}`,
      ),
  ),
  report: keys('reports', 'Followed up by the report, by key.', (ids) =>
    isIn(
      agreements.id,
      sql`select ${report_agreements.agreementId} from ${report_agreements} where ${isAny(report_agreements.reportId, ids)}`,
    ),
  ),
  document: keys('documents', 'Has the document with this key as a source.', (ids) =>
    isIn(
      agreements.id,
      sql`select ${agreement_documents.agreementId} from ${agreement_documents} where ${isAny(agreement_documents.documentId, ids)}`,
    ),
  ),
  signatory: keys('signatories', 'The person with this key signed or presented it.', (ids) =>
    isIn(
      agreements.id,
      sql`select ${signatures.agreementId} from ${signatures} where ${isAny(signatures.signatoryId, ids)}`,
    ),
  ),
  hasIssues: flag(
    {
      yes: 'something in the source cannot be read, is unclear or contradicts itself.',
      no: 'no such issue has been recorded.',
    },
    isIn(agreements.id, sql`select ${issues.agreementId} from ${issues}`),
  ),
  issueKind: oneOfCondition(issueKind, 'The source has an issue of this kind.', (values) =>
    isIn(agreements.id, sql`select ${issues.agreementId} from ${issues} where ${isAny(issues.kind, values)}`),
  ),
})

/** The conditions on the agreement that a row stands in, and on its parties, by the column that holds its key. */
export function ofAgreement(column: PgColumn): Conditions {
  return {
    agreement: matching(agreementFilter, 'The agreement that the row belongs to.', (agreement) =>
      isIn(column, agreementsWhere(agreement)),
    ),
    ...ofParties(column),
  }
}

/** Selects the ids of the agreements that a condition holds for. */
export function agreementsWhere(agreement: SQL): SQL {
  return sql`select ${agreements.id} from ${agreements} where ${agreement}`
}
