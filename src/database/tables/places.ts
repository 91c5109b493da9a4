import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { coverage, researchState } from '../../datasets/vocabularies/places.ts'
import { key, MONTH, matches, oneOf, SLUG, vocabulary } from './columns.ts'

export const policeRegions = pgTable(
  'police_regions',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    officialName: text().notNull(),
    mainCity: text().notNull(),
    validFrom: date().notNull(),
    source: text().notNull(),
  },
  (table) => [matches('police_regions_id', table.id, SLUG)],
)

export const counties = pgTable(
  'counties',
  {
    code: key().primaryKey(),
    nameSv: text().notNull(),
    nameEn: text().notNull(),
    isoCode: text().notNull(),
    nuts3: text().notNull(),
    wikidata: text().notNull(),
    policeRegionId: key()
      .notNull()
      .references(() => policeRegions.id),
  },
  (table) => [
    matches('counties_code', table.code, '^[0-9]{2}$'),
    index('counties_by_region').on(table.policeRegionId, table.code),
  ],
)

export const municipalities = pgTable(
  'municipalities',
  {
    code: key().primaryKey(),
    name: text().notNull(),
    officialName: text().notNull(),
    formalName: text().notNull(),
    countyCode: key()
      .notNull()
      .references(() => counties.code),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    centroidLatitude: doublePrecision().notNull(),
    centroidLongitude: doublePrecision().notNull(),
    population: integer().notNull(),
    populationYear: integer().notNull(),
    organisationNumber: text().notNull(),
    wikidata: text().notNull(),
    website: text().notNull(),
    researchState: vocabulary(researchState).notNull(),
  },
  (table) => [
    matches('municipalities_code', table.code, '^[0-9]{4}$'),
    check('municipalities_code_in_county', sql`left(${table.code}, 2) = ${table.countyCode}`),
    check('municipalities_latitude', sql`${table.latitude} between 55 and 70`),
    check('municipalities_longitude', sql`${table.longitude} between 10 and 25`),
    oneOf('municipalities_research_state', table.researchState, researchState),
    index('municipalities_by_county').on(table.countyCode, table.code),
  ],
)

export const policeDistricts = pgTable(
  'police_districts',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    officialName: text().notNull(),
    policeRegionId: key()
      .notNull()
      .references(() => policeRegions.id),
    validFrom: text(),
    source: text().notNull(),
  },
  (table) => [
    matches('police_districts_id', table.id, SLUG),
    matches('police_districts_valid_from', table.validFrom, MONTH),
    index('police_districts_by_region').on(table.policeRegionId, table.id),
  ],
)

export const policeAreas = pgTable(
  'police_areas',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    officialName: text().notNull(),
    policeDistrictId: key()
      .notNull()
      .references(() => policeDistricts.id),
    policeRegionId: key()
      .notNull()
      .references(() => policeRegions.id),
    aliases: text().array().notNull(),
    validFrom: date(),
    validTo: date(),
    replacedById: key().references((): AnyPgColumn => policeAreas.id),
    verified: boolean().notNull(),
    source: text(),
    noteSv: text(),
    noteEn: text(),
  },
  (table) => [
    matches('police_areas_id', table.id, SLUG),
    check('police_areas_verified', sql`${table.verified} = (${table.source} is not null)`),
    check('police_areas_replaced_by_another', sql`${table.replacedById} <> ${table.id}`),
    check('police_areas_validity', sql`${table.validFrom} <= ${table.validTo}`),
    index('police_areas_by_district').on(table.policeDistrictId, table.id),
    index('police_areas_by_region').on(table.policeRegionId, table.id),
  ],
)

export const policeAreaMunicipalities = pgTable(
  'police_area_municipalities',
  {
    policeAreaId: key()
      .notNull()
      .references(() => policeAreas.id),
    municipalityCode: key()
      .notNull()
      .references(() => municipalities.code),
    coverage: vocabulary(coverage).notNull(),
    validFrom: text(),
    validTo: text(),
    verified: boolean().notNull(),
    source: text(),
  },
  (table) => [
    primaryKey({ columns: [table.policeAreaId, table.municipalityCode] }),
    oneOf('police_area_municipalities_coverage', table.coverage, coverage),
    matches('police_area_municipalities_valid_from', table.validFrom, MONTH),
    matches('police_area_municipalities_valid_to', table.validTo, MONTH),
    check('police_area_municipalities_verified', sql`${table.verified} = (${table.source} is not null)`),
    index('police_area_municipalities_by_municipality').on(table.municipalityCode, table.policeAreaId),
  ],
)
