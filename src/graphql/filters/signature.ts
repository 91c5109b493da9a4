import { type SQL, sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { capacity, organisationKind, role } from '../../datasets/vocabularies/signatures.ts'
import { ofAgreement } from './agreement.ts'
import { type Conditions, days, flag, isAny, isIn, keys, oneOfCondition, reaching } from './condition.ts'
import { filterOf } from './filter.ts'

const { signatories, signatures } = tables

const conditions: Conditions = {
  ...ofAgreement(signatures.agreementId),
  role: oneOfCondition(
    role,
    { sv: 'Rollen som personen undertecknar i.', en: 'The role that the person signs in.' },
    (values) => isAny(signatures.role, values),
  ),
  acting: flag(
    {
      yes: { sv: 'personen är tillförordnad i rollen.', en: 'the person is acting in the role.' },
      no: { sv: 'så är det inte.', en: 'not so.' },
    },
    sql`${signatures.acting}`,
  ),
  organisationKind: oneOfCondition(
    organisationKind,
    { sv: 'Vem personen företräder.', en: 'Whom the person represents.' },
    (values) => isAny(signatures.organisationKind, values),
  ),
  municipality: keys(
    'municipalities',
    {
      sv: 'Personen företräder kommunen med denna kod.',
      en: 'The person represents the municipality with this code.',
    },
    (codes) => isAny(signatures.municipalityCode, codes),
  ),
  policeArea: keys(
    'police_areas',
    {
      sv: 'Personen företräder lokalpolisområdet med detta id.',
      en: 'The person represents the local police area with this key.',
    },
    (ids) => isAny(signatures.policeAreaId, ids),
  ),
  capacity: oneOfCondition(
    capacity,
    {
      sv: 'Om personen undertecknade medborgarlöftet eller bara presenterade det.',
      en: 'Whether the person signed, or only presented the agreement.',
    },
    (values) => isAny(signatures.capacity, values),
  ),
  signedOn: days(
    {
      sv: 'Undertecknat någon av dessa dagar. Rader vars dag är okänd tas inte med.',
      en: 'Signed on one of these days. Rows whose day is unknown are not included.',
    },
    signatures.signedOn,
  ),
}

/** Which signatures. */
export const signatureFilter = filterOf('signatures', {
  ...conditions,
  signatory: keys('signatories', { sv: 'Personen med detta id.', en: 'The person with this key.' }, (ids) =>
    isAny(signatures.signatoryId, ids),
  ),
})

const throughSignature = (signature: SQL) =>
  isIn(signatories.id, sql`select ${signatures.signatoryId} from ${signatures} where ${signature}`)

/** Which people: those with a signature that meets all conditions. */
export const signatoryFilter = filterOf('signatories', reaching(throughSignature, conditions))
