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
import { issueKind, reportState } from '../../datasets/vocabularies/situation.ts'
import { type Condition, day, flag, isAny, isIn, keys, oneOf, reaching, years } from './condition.ts'
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
  signatures,
} = tables

const isTranscribed = sql`${agreements.extent} = 'transcribed'`

const throughCommitment = (commitment: SQL) => isIn(agreements.id, agreementsWithCommitment(commitment))

// As an array, which is read first: of a join PostgreSQL expects that a page of activities fills early on a walk through
// all of them, but those of a municipality lie together, and the walk may be long.
const throughMunicipality = (municipality: SQL) =>
  isAny(
    agreements.id,
    sql`array(select ${agreement_municipalities.agreementId} from ${agreement_municipalities} where ${municipality})`,
  )

const party = agreement_municipalities.municipalityCode

const isSigned = sql`(${agreements.signedOn} is not null or ${isIn(
  agreements.id,
  sql`select ${signatures.agreementId} from ${signatures} where ${signatures.capacity} = 'signed'`,
)})`

/** Which agreements. Other filters reach it through `agreement`, so it reaches none of them. */
export const agreementFilter = filterOf('agreements', {
  key: keys('agreements', 'The agreement itself, by key.', (ids) => isAny(agreements.id, ids)),
  ...reaching(throughMunicipality, {
    municipality: keys('municipalities', 'The municipality is a party, by code.', (codes) =>
      isAny(party, codes),
    ),
    county: keys(
      'counties',
      'A municipality of the county is a party, the same as for what else is asked of a municipality; by code.',
      (codes) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities} where ${isAny(municipalities.countyCode, codes)}`,
        ),
    ),
    policeRegion: keys(
      'police_regions',
      'A municipality in the police region is a party, the same as for what else is asked of a municipality; by key.',
      (ids) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities}
            join ${counties} on ${counties.code} = ${municipalities.countyCode} where ${isAny(counties.policeRegionId, ids)}`,
        ),
    ),
  }),
  policeArea: keys(
    'police_areas',
    'The source names the local police area as a party, by key. About half of the catalogued ones name none.',
    (ids) => isAny(agreements.policeAreaId, ids),
  ),
  ...topicConditions('agreements'),
  ...reaching(
    throughCommitment,
    commitmentConditions(asCommitments, 'A promise or an activity, the same for all that is asked of it,'),
  ),
  hasTarget: flag(
    {
      yes: 'a promise or an activity, the same for all that is asked of it, has a measurable target.',
      no: 'it is transcribed, and none has. Of a catalogued one neither is known.',
    },
    { through: throughCommitment, matching: hasTarget(asCommitments) },
    sql`(${isTranscribed} and not ${throughCommitment(hasTarget(asCommitments))})`,
  ),
  year: years(
    'Its period has a day in the year. Where the end is not known, only in its first year; where the start is not, only in its last; where neither is, in none. An open-ended one in every year from its first.',
    (wanted) =>
      sql`exists (select from unnest(${wanted}) as year where year between ${firstYear} and ${lastYear(sql`2147483647`)})`,
  ),
  activeOn: day(
    'In force on the day: `lifecycle` is ACTIVE. A period in months or years counts from the first day of the first to the last day of the last. An open-ended one is in force from its first day on; where the start or end is not known, or it is only announced, it is not known to be.',
    isActiveOn,
  ),
  extent: oneOf(extent, 'How much of the agreement we hold.', (values) => isAny(agreements.extent, values)),
  reviewState: oneOf(
    reviewState,
    'Reviewed by a person, or a draft. Known of transcribed ones alone.',
    (values) => isAny(agreements.reviewState, values),
  ),
  kind: oneOf(agreementKind, 'Citizen promise or cooperation agreement.', (values) =>
    isAny(agreements.kind, values),
  ),
  stage: oneOf(agreementStage, 'Agreed, or only announced.', (values) => isAny(agreements.stage, values)),
  renewal,
  signed: flag(
    {
      yes: 'its day of signing is known, or somebody signs it.',
      no: 'it is transcribed, and shows neither. Of a catalogued one without a day neither is known.',
    },
    isSigned,
    sql`(${isTranscribed} and not ${isSigned})`,
  ),
  followUpPromised: oneOf(followUpPromised, 'Whether the source promises a follow-up.', (values) =>
    isAny(agreements.followUpPromised, values),
  ),
  followUpReport: oneOf(
    reportState,
    'Whether a report of a follow-up that it promises was found. Known of transcribed ones alone.',
    (values) =>
      isIn(
        agreements.id,
        sql`select ${follow_ups.agreementId} from ${follow_ups} where ${isAny(follow_ups.reportState, values)}`,
      ),
  ),
  document: keys('documents', 'Known by the document, by key.', (ids) =>
    isIn(
      agreements.id,
      sql`select ${agreement_documents.agreementId} from ${agreement_documents} where ${isAny(agreement_documents.documentId, ids)}`,
    ),
  ),
  signatory: keys('signatories', 'The person signs or presents it, by key.', (ids) =>
    isIn(
      agreements.id,
      sql`select ${signatures.agreementId} from ${signatures} where ${isAny(signatures.signatoryId, ids)}`,
    ),
  ),
  hasIssues: flag(
    {
      yes: 'something in the source cannot be read, is unclear or contradicts itself.',
      no: 'nothing of the kind was noted.',
    },
    isIn(agreements.id, sql`select ${issues.agreementId} from ${issues}`),
  ),
  issueKind: oneOf(issueKind, 'The source has an issue of this kind.', (values) =>
    isIn(agreements.id, sql`select ${issues.agreementId} from ${issues} where ${isAny(issues.kind, values)}`),
  ),
})

/** The condition on the agreement that a row stands in, by the column that holds its key. */
export function ofAgreement(column: PgColumn): Condition {
  return matching(agreementFilter, 'The agreement that the row stands in.', (agreement) =>
    isIn(column, agreementsWhere(agreement)),
  )
}

/** Selects the ids of the agreements that a condition holds for. */
export function agreementsWhere(agreement: SQL): SQL {
  return sql`select ${agreements.id} from ${agreements} where ${agreement}`
}
