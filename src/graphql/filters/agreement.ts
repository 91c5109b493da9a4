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
import { ofParties } from './parties.ts'
import { renewal } from './renewal.ts'
import { commitmentConditions } from './target.ts'
import { topicConditions } from './topic.ts'

const { agreement_documents, agreements, follow_ups, issues, outcomes, report_agreements, signatures } =
  tables

const isTranscribed = sql`${agreements.extent} = 'transcribed'`

const throughCommitment = (commitment: SQL) => isIn(agreements.id, agreementsWithCommitment(commitment))

const isSigned = sql`(${agreements.signedOn} is not null or ${isIn(
  agreements.id,
  sql`select ${signatures.agreementId} from ${signatures} where ${signatures.capacity} = 'signed'`,
)})`

/** Which agreements. Other filters reach it through `agreement`, so it reaches none of them. */
export const agreementFilter = filterOf('agreements', {
  ...ofParties(agreements.id),
  policeArea: keys(
    'police_areas',
    {
      sv: 'Källan namnger lokalpolisområdet med detta id som part. Ungefär hälften av de katalogiserade medborgarlöftena namnger inget.',
      en: 'The source names the local police area with this key as a party. About half of the catalogued agreements name none.',
    },
    (ids) => isAny(agreements.policeAreaId, ids),
  ),
  ...topicConditions('agreements'),
  ...reaching(
    throughCommitment,
    commitmentConditions(asCommitments, {
      sv: 'Ett löfte eller en aktivitet (samma för alla dessa villkor)',
      en: 'A promise or an activity (the same one for all these conditions)',
    }),
  ),
  ...reaching(throughCommitment, {
    targetWhat: oneOfCondition(
      targetWhat,
      {
        sv: 'Ett löfte eller en aktivitet (samma för alla dessa villkor) har ett mål som räknar detta.',
        en: 'A promise or an activity (the same one for all these conditions) has a target that counts this.',
      },
      (values) => isAny(asCommitments.targetWhat, values),
    ),
    targetPerYear: numbers(
      {
        sv: 'Ett löfte eller en aktivitet (samma för alla dessa villkor) har ett mål vars tal per år ligger i intervallet.',
        en: 'A promise or an activity (the same one for all these conditions) has a target whose number per year is in this range.',
      },
      asCommitments.targetPerYear,
    ),
  }),
  reportedState: oneOfCondition(
    outcomeState,
    {
      sv: 'En redovisning säger detta om medborgarlöftet, eller om något av dess löften eller aktiviteter.',
      en: 'A report says this about the agreement, or about one of its promises or activities.',
    },
    (values) =>
      isIn(
        agreements.id,
        sql`select ${outcomes.agreementId} from ${outcomes} where ${isAny(outcomes.state, values)}`,
      ),
  ),
  hasTarget: flag(
    {
      yes: {
        sv: 'ett löfte eller en aktivitet (samma för alla dessa villkor) har ett mätbart mål.',
        en: 'a promise or an activity (the same one for all these conditions) has a measurable target.',
      },
      no: {
        sv: 'alla löften och aktiviteter är uppskrivna, och ingen av dem har det. För övriga, se commitmentsSeen, är det inte känt.',
        en: 'all of its promises and activities are listed, and none has. For other agreements, see commitmentsSeen, it is not known.',
      },
    },
    { through: throughCommitment, matching: hasTarget(asCommitments) },
    sql`(${agreements.commitmentsSeen} in ('whole_document', 'whole_list') and not ${throughCommitment(hasTarget(asCommitments))})`,
  ),
  year: years(
    {
      sv: 'Minst en dag i perioden ligger i året. Om slutet är okänt räknas bara det första året; om början är okänd bara det sista; om båda är okända inget år. Ett medborgarlöfte som gäller tills vidare räknas varje år från det första.',
      en: 'At least one day of the period is in the year. If the end is unknown, only the first year counts; if the start is unknown, only the last year; if both are unknown, no year. An agreement until further notice counts in every year from its first.',
    },
    (wanted) =>
      sql`exists (select from unnest(${wanted}) as year where year between ${firstYear} and ${lastYear(sql`2147483647`)})`,
  ),
  activeOn: dayCondition(
    {
      sv: 'Gäller den dagen: `lifecycle` är ACTIVE. En period i månader eller år räcker från den första dagen i den första till den sista dagen i den sista. Ett medborgarlöfte som gäller tills vidare gäller från sin första dag. Ett medborgarlöfte vars början eller slut är okänt, eller som bara har aviserats, tas inte med.',
      en: 'In force on the day: `lifecycle` is ACTIVE. A period given in months or years lasts from the first day of the first to the last day of the last. An agreement until further notice is in force from its first day. An agreement whose start or end is unknown, or that has only been announced, is not included.',
    },
    isActiveOn,
  ),
  extent: oneOfCondition(
    extent,
    {
      sv: 'Hur mycket av medborgarlöftet som finns i datamängden.',
      en: 'How much of the agreement is in the data set.',
    },
    (values) => isAny(agreements.extent, values),
  ),
  reviewState: oneOfCondition(
    reviewState,
    {
      sv: 'Granskat av en människa, eller ett utkast. Känt bara för transkriberade medborgarlöften.',
      en: 'Reviewed by a person, or a draft. Known only for transcribed agreements.',
    },
    (values) => isAny(agreements.reviewState, values),
  ),
  kind: oneOfCondition(
    agreementKind,
    {
      sv: 'Medborgarlöfte, samverkansöverenskommelse, åtgärdsplan eller lägesbild.',
      en: 'Citizen promise, cooperation agreement, action plan or situational picture.',
    },
    (values) => isAny(agreements.kind, values),
  ),
  stage: oneOfCondition(
    agreementStage,
    { sv: 'Ingånget, eller bara aviserat.', en: 'Agreed, or only announced.' },
    (values) => isAny(agreements.stage, values),
  ),
  renewal,
  signed: flag(
    {
      yes: {
        sv: 'dagen för undertecknandet är känd, eller så finns en underskrift.',
        en: 'its date of signing is known, or it has a signature.',
      },
      no: {
        sv: 'det är transkriberat och har varken eller. För katalogiserade medborgarlöften utan dag för undertecknandet är det inte känt.',
        en: 'it is transcribed, and has neither. For catalogued agreements without a date of signing it is not known.',
      },
    },
    isSigned,
    sql`(${isTranscribed} and not ${isSigned})`,
  ),
  followUpPromised: oneOfCondition(
    followUpPromised,
    { sv: 'Om källan lovar en uppföljning.', en: 'Whether the source promises a follow-up.' },
    (values) => isAny(agreements.followUpPromised, values),
  ),
  followUpReport: oneOfCondition(
    reportState,
    {
      sv: 'Om en redovisning av en utlovad uppföljning har hittats. Känt bara för transkriberade medborgarlöften.',
      en: 'Whether a report of a promised follow-up has been found. Known only for transcribed agreements.',
    },
    (values) =>
      isIn(
        agreements.id,
        sql`select ${follow_ups.agreementId} from ${follow_ups} where ${isAny(follow_ups.reportState, values)}`,
      ),
  ),
  report: keys(
    'reports',
    { sv: 'Följs upp av redovisningen med detta id.', en: 'The report with this key is about it.' },
    (ids) =>
      isIn(
        agreements.id,
        sql`select ${report_agreements.agreementId} from ${report_agreements} where ${isAny(report_agreements.reportId, ids)}`,
      ),
  ),
  document: keys(
    'documents',
    { sv: 'Har källan med detta id.', en: 'Has the document with this key as a source.' },
    (ids) =>
      isIn(
        agreements.id,
        sql`select ${agreement_documents.agreementId} from ${agreement_documents} where ${isAny(agreement_documents.documentId, ids)}`,
      ),
  ),
  signatory: keys(
    'signatories',
    {
      sv: 'Personen med detta id har undertecknat eller presenterat det.',
      en: 'The person with this key signed or presented it.',
    },
    (ids) =>
      isIn(
        agreements.id,
        sql`select ${signatures.agreementId} from ${signatures} where ${isAny(signatures.signatoryId, ids)}`,
      ),
  ),
  hasIssues: flag(
    {
      yes: {
        sv: 'något i källan går inte att läsa, är oklart eller motsäger sig självt.',
        en: 'something in the source cannot be read, is unclear or contradicts itself.',
      },
      no: { sv: 'ingen sådan brist har antecknats.', en: 'no such issue has been recorded.' },
    },
    isIn(agreements.id, sql`select ${issues.agreementId} from ${issues}`),
  ),
  issueKind: oneOfCondition(
    issueKind,
    { sv: 'Källan har en brist av detta slag.', en: 'The source has an issue of this kind.' },
    (values) =>
      isIn(
        agreements.id,
        sql`select ${issues.agreementId} from ${issues} where ${isAny(issues.kind, values)}`,
      ),
  ),
})

/** The conditions on the agreement of a row, and on its parties, by the column with the key of the agreement. */
export function ofAgreement(column: PgColumn): Conditions {
  return {
    agreement: matching(
      agreementFilter,
      { sv: 'Medborgarlöftet som raden hör till.', en: 'The agreement that the row belongs to.' },
      (agreement) => isIn(column, agreementsWhere(agreement)),
    ),
    ...ofParties(column),
  }
}

/** Selects the ids of the agreements that a condition holds for. */
export function agreementsWhere(agreement: SQL): SQL {
  return sql`select ${agreements.id} from ${agreements} where ${agreement}`
}
