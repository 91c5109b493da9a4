import { sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import {
  dueTime,
  findingBasis,
  findingKind,
  followUpFrequency,
  issueKind,
  reportState,
} from '../../datasets/vocabularies/situation.ts'
import { ofAgreement } from './agreement.ts'
import { days, isAny, oneOfCondition } from './condition.ts'
import { filterOf } from './filter.ts'

const { findings, follow_ups, issues } = tables

/** Which findings. */
export const findingFilter = filterOf('findings', {
  ...ofAgreement(findings.agreementId),
  kind: oneOfCondition(
    findingKind,
    {
      sv: 'En iakttagelse, hur den gjordes, ett allmänt uttalande eller ett prioriterat område.',
      en: 'An observation, how it was made, a general statement, or an area given priority.',
    },
    (values) => isAny(findings.kind, values),
  ),
  basis: oneOfCondition(
    findingBasis,
    {
      sv: 'Vad uppgiften bygger på, kanske bland annat.',
      en: 'What the finding is based on, possibly among other things.',
    },
    (values) => sql`${findings.basis} && ${values}`,
  ),
})

/** Which promises of follow-up. */
export const followUpFilter = filterOf('follow_ups', {
  ...ofAgreement(follow_ups.agreementId),
  frequency: oneOfCondition(followUpFrequency, { sv: 'Hur ofta.', en: 'How often.' }, (values) =>
    isAny(follow_ups.frequency, values),
  ),
  dueOn: days(
    {
      sv: 'Ska ske någon av dessa dagar. Rader för vilka källan inte anger någon dag tas inte med.',
      en: 'Due on one of these days. Rows for which the source gives no day are not included.',
    },
    follow_ups.dueOn,
  ),
  dueTimes: oneOfCondition(
    dueTime,
    {
      sv: 'Ska ske någon av dessa månader eller årstider, där källan anger en sådan men ingen dag.',
      en: 'Due in one of these months or seasons, where the source gives one of them but no day.',
    },
    (values) => sql`${follow_ups.dueTimes} && ${values}`,
  ),
  reportState: oneOfCondition(
    reportState,
    { sv: 'Om en redovisning har hittats.', en: 'Whether a report has been found.' },
    (values) => isAny(follow_ups.reportState, values),
  ),
})

/** Which issues. */
export const issueFilter = filterOf('issues', {
  ...ofAgreement(issues.agreementId),
  kind: oneOfCondition(issueKind, { sv: 'Slaget av brist.', en: 'The kind of issue.' }, (values) =>
    isAny(issues.kind, values),
  ),
})
