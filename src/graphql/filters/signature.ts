import { type SQL, sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { capacity, organisationKind, role } from '../../datasets/vocabularies/signatures.ts'
import { ofAgreement } from './agreement.ts'
import { type Conditions, days, flag, isAny, isIn, keys, oneOf, reaching } from './condition.ts'
import { filterOf } from './filter.ts'

const { signatories, signatures } = tables

const conditions: Conditions = {
  agreement: ofAgreement(signatures.agreementId),
  role: oneOf(role, 'The role that the person signs in.', (values) => isAny(signatures.role, values)),
  acting: flag({ yes: 'the person signs as acting.', no: 'not so.' }, sql`${signatures.acting}`),
  organisationKind: oneOf(organisationKind, 'For whom the person signs.', (values) =>
    isAny(signatures.organisationKind, values),
  ),
  municipality: keys('municipalities', 'The person represents the municipality, by code.', (codes) =>
    isAny(signatures.municipalityCode, codes),
  ),
  policeArea: keys('police_areas', 'The person represents the local police area, by key.', (ids) =>
    isAny(signatures.policeAreaId, ids),
  ),
  capacity: oneOf(capacity, 'Signed, or only presented the agreement.', (values) =>
    isAny(signatures.capacity, values),
  ),
  signedOn: days(
    'Signed on one of these days. Where the day is not known, it is not among them.',
    signatures.signedOn,
  ),
}

/** Which signatures. */
export const signatureFilter = filterOf('signatures', {
  ...conditions,
  signatory: keys('signatories', 'The person, by key.', (ids) => isAny(signatures.signatoryId, ids)),
})

const throughSignature = (signature: SQL) =>
  isIn(signatories.id, sql`select ${signatures.signatoryId} from ${signatures} where ${signature}`)

/** Which people: those with one signature that everything asked holds for. */
export const signatoryFilter = filterOf('signatories', reaching(throughSignature, conditions))
