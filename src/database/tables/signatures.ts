import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { agreements } from './agreements.ts'
import { matches, SLUG } from './columns.ts'
import { datasetTable } from './dataset-table.ts'
import { municipalities, policeAreas } from './places.ts'

export const signatories = datasetTable(datasets.signatories, {
  further: (table) => [matches('signatories_id', table.id, SLUG)],
})

export const signatures = datasetTable(datasets.signatures, {
  references: {
    signatoryId: () => signatories.id,
    municipalityCode: () => municipalities.code,
    policeAreaId: () => policeAreas.id,
    agreementId: () => agreements.id,
  },
  further: (table) => [
    // A municipality is represented by its own people, and so is a police area.
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
})
