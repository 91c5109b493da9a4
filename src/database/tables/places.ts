import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index } from 'drizzle-orm/pg-core'
import { datasets } from '../../datasets/index.ts'
import { matches, SLUG } from './columns.ts'
import { datasetTable } from './dataset-table.ts'

export const policeRegions = datasetTable(datasets.police_regions, {
  further: (table) => [matches('police_regions_id', table.id, SLUG)],
})

export const counties = datasetTable(datasets.counties, {
  references: { policeRegionId: () => policeRegions.id },
  further: (table) => [
    matches('counties_code', table.code, '^[0-9]{2}$'),
    index('counties_by_region').on(table.policeRegionId, table.code),
  ],
})

export const municipalities = datasetTable(datasets.municipalities, {
  references: { countyCode: () => counties.code },
  further: (table) => [
    matches('municipalities_code', table.code, '^[0-9]{4}$'),
    check('municipalities_code_in_county', sql`left(${table.code}, 2) = ${table.countyCode}`),
    check('municipalities_latitude', sql`${table.latitude} between 55 and 70`),
    check('municipalities_longitude', sql`${table.longitude} between 10 and 25`),
    index('municipalities_by_county').on(table.countyCode, table.code),
  ],
})

export const policeDistricts = datasetTable(datasets.police_districts, {
  references: { policeRegionId: () => policeRegions.id },
  further: (table) => [
    matches('police_districts_id', table.id, SLUG),
    index('police_districts_by_region').on(table.policeRegionId, table.id),
  ],
})

export const policeAreas = datasetTable(datasets.police_areas, {
  references: {
    policeDistrictId: () => policeDistricts.id,
    policeRegionId: () => policeRegions.id,
    replacedById: (): AnyPgColumn => policeAreas.id,
  },
  further: (table) => [
    matches('police_areas_id', table.id, SLUG),
    check('police_areas_verified', sql`${table.verified} = (${table.source} is not null)`),
    check('police_areas_replaced_by_another', sql`${table.replacedById} <> ${table.id}`),
    check('police_areas_validity', sql`${table.validFrom} <= ${table.validTo}`),
    index('police_areas_by_district').on(table.policeDistrictId, table.id),
    index('police_areas_by_region').on(table.policeRegionId, table.id),
  ],
})

export const policeAreaMunicipalities = datasetTable(datasets.police_area_municipalities, {
  references: { policeAreaId: () => policeAreas.id, municipalityCode: () => municipalities.code },
  further: (table) => [
    check('police_area_municipalities_verified', sql`${table.verified} = (${table.source} is not null)`),
    index('police_area_municipalities_by_municipality').on(table.municipalityCode, table.policeAreaId),
  ],
})
