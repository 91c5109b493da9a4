import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { capacity, organisationKind, role } from '../../datasets/vocabularies/signatures.ts'
import { agreementId } from './agreements.ts'
import { key, matches, oneOf, SLUG, vocabulary } from './columns.ts'
import { municipalities, policeAreas } from './places.ts'

export const signatories = pgTable(
  'signatories',
  { id: key().primaryKey(), name: text().notNull() },
  (table) => [matches('signatories_id', table.id, SLUG)],
)

export const signatures = pgTable(
  'signatures',
  {
    id: key().primaryKey(),
    agreementId: agreementId(),
    position: integer().notNull(),
    signatoryId: key()
      .notNull()
      .references(() => signatories.id),
    role: vocabulary(role).notNull(),
    roleAsPrinted: text().notNull(),
    acting: boolean().notNull(),
    organisationKind: vocabulary(organisationKind).notNull(),
    organisationAsPrinted: text(),
    municipalityCode: key().references(() => municipalities.code),
    policeAreaId: key().references(() => policeAreas.id),
    capacity: vocabulary(capacity).notNull(),
    signedOn: date(),
    place: text(),
  },
  (table) => [
    oneOf('signatures_role', table.role, role),
    oneOf('signatures_organisation_kind', table.organisationKind, organisationKind),
    oneOf('signatures_capacity', table.capacity, capacity),
    // A municipality speaks through its own people, and so does a police area.
    check(
      'signatures_municipality',
      sql`(${table.organisationKind} = 'municipality') = (${table.municipalityCode} is not null)`,
    ),
    check(
      'signatures_police_area',
      sql`${table.policeAreaId} is null or ${table.organisationKind} = 'police'`,
    ),
    check('signatures_signed_on', sql`${table.signedOn} is null or ${table.capacity} = 'signed'`),
    index('signatures_by_agreement').on(table.agreementId, table.position, table.id),
    index('signatures_by_signatory').on(table.signatoryId, table.id),
    index('signatures_by_municipality').on(table.municipalityCode, table.id),
    index('signatures_by_police_area').on(table.policeAreaId, table.id),
  ],
)
