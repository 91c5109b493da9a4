import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { tables } from '../../database/tables/index.ts'
import { researchState } from '../../datasets/vocabularies/places.ts'
import { agreementFilter, agreementsWhere } from './agreement.ts'
import { flag, isAny, isIn, keys, oneOfCondition, reaching } from './condition.ts'
import { filterOf, matching } from './filter.ts'
import { near } from './near.ts'

const {
  agreement_municipalities,
  counties,
  municipalities,
  police_area_municipalities,
  police_areas,
  police_districts,
  police_regions,
} = tables

const inPoliceArea = sql`${police_area_municipalities.validTo} is null`

/** Which municipalities. */
export const municipalityFilter = filterOf('municipalities', {
  county: keys('counties', { sv: 'I länet med denna kod.', en: 'In the county with this code.' }, (codes) =>
    isAny(municipalities.countyCode, codes),
  ),
  policeRegion: keys(
    'police_regions',
    { sv: 'I polisregionen med detta id.', en: 'In the police region with this key.' },
    (ids) =>
      isIn(
        municipalities.countyCode,
        sql`select ${counties.code} from ${counties} where ${isAny(counties.policeRegionId, ids)}`,
      ),
  ),
  policeArea: keys(
    'police_areas',
    {
      sv: 'Helt eller delvis i lokalpolisområdet med detta id, enligt aktuella uppgifter.',
      en: 'Entirely or partly in the local police area with this key, according to current information.',
    },
    (ids) =>
      isIn(
        municipalities.code,
        sql`select ${police_area_municipalities.municipalityCode} from ${police_area_municipalities}
          where ${inPoliceArea} and ${isAny(police_area_municipalities.policeAreaId, ids)}`,
      ),
  ),
  researchState: oneOfCondition(
    researchState,
    { sv: 'Vad vi vet om dess medborgarlöften.', en: 'What we know about its agreements.' },
    (values) => isAny(municipalities.researchState, values),
  ),
  near,
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte som kommunen är part i.',
      en: 'An agreement that the municipality is a party to.',
    },
    (agreement) =>
      isIn(
        municipalities.code,
        sql`select ${agreement_municipalities.municipalityCode} from ${agreement_municipalities} where ${isIn(agreement_municipalities.agreementId, agreementsWhere(agreement))}`,
      ),
  ),
})

/** Selects a column of the municipalities that are parties of agreements, or of their counties. */
function selectFromParties(column: PgColumn, agreement: SQL): SQL {
  return sql`select ${column} from ${agreement_municipalities}
    join ${municipalities} on ${municipalities.code} = ${agreement_municipalities.municipalityCode}
    join ${counties} on ${counties.code} = ${municipalities.countyCode}
    where ${isIn(agreement_municipalities.agreementId, agreementsWhere(agreement))}`
}

/** Which counties. */
export const countyFilter = filterOf('counties', {
  policeRegion: keys(
    'police_regions',
    { sv: 'I polisregionen med detta id.', en: 'In the police region with this key.' },
    (ids) => isAny(counties.policeRegionId, ids),
  ),
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte som en kommun i länet är part i.',
      en: 'An agreement that a municipality in the county is a party to.',
    },
    (agreement) => isIn(counties.code, selectFromParties(municipalities.countyCode, agreement)),
  ),
})

/** Which police regions. */
export const policeRegionFilter = filterOf('police_regions', {
  county: keys(
    'counties',
    { sv: 'Länet med denna kod ligger i regionen.', en: 'The county with this code is in the region.' },
    (codes) =>
      isIn(
        police_regions.id,
        sql`select ${counties.policeRegionId} from ${counties} where ${isAny(counties.code, codes)}`,
      ),
  ),
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte som en kommun i regionen är part i.',
      en: 'An agreement that a municipality in the region is a party to.',
    },
    (agreement) => isIn(police_regions.id, selectFromParties(counties.policeRegionId, agreement)),
  ),
})

/** Which police districts. */
export const policeDistrictFilter = filterOf('police_districts', {
  policeRegion: keys(
    'police_regions',
    { sv: 'I polisregionen med detta id.', en: 'In the police region with this key.' },
    (ids) => isAny(police_districts.policeRegionId, ids),
  ),
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte vars källa namnger ett lokalpolisområde i polisområdet.',
      en: 'An agreement whose source names a local police area of the district.',
    },
    (agreement) =>
      isIn(
        police_districts.id,
        sql`select ${police_areas.policeDistrictId} from ${police_areas}
          join ${tables.agreements} on ${tables.agreements.policeAreaId} = ${police_areas.id} where ${agreement}`,
      ),
  ),
})

const throughMunicipality = (municipality: SQL) =>
  isIn(
    police_areas.id,
    sql`select ${police_area_municipalities.policeAreaId} from ${police_area_municipalities}
      join ${municipalities} on ${municipalities.code} = ${police_area_municipalities.municipalityCode}
      where ${inPoliceArea} and ${municipality}`,
  )

/** Which local police areas. */
export const policeAreaFilter = filterOf('police_areas', {
  policeRegion: keys(
    'police_regions',
    { sv: 'Hör till polisregionen med detta id.', en: 'Belongs to the police region with this key.' },
    (ids) => isAny(police_areas.policeRegionId, ids),
  ),
  policeDistrict: keys(
    'police_districts',
    { sv: 'Hör till polisområdet med detta id.', en: 'Belongs to the police district with this key.' },
    (ids) => isAny(police_areas.policeDistrictId, ids),
  ),
  ...reaching(throughMunicipality, {
    municipality: keys(
      'municipalities',
      {
        sv: 'Kommunen med denna kod, eller en del av den, ligger i området.',
        en: 'The municipality with this code, or part of it, is in the area.',
      },
      (codes) => isAny(municipalities.code, codes),
    ),
    county: keys(
      'counties',
      {
        sv: 'En kommun i länet med denna kod ligger i området.',
        en: 'A municipality in the county with this code is in the area.',
      },
      (codes) => isAny(municipalities.countyCode, codes),
    ),
  }),
  agreement: matching(
    agreementFilter,
    { sv: 'Ett medborgarlöfte vars källa namnger området.', en: 'An agreement whose source names the area.' },
    (agreement) =>
      isIn(
        police_areas.id,
        sql`select ${tables.agreements.policeAreaId} from ${tables.agreements} where ${agreement}`,
      ),
  ),
  verified: flag(
    {
      yes: { sv: 'en källa bekräftar området.', en: 'a source confirms the area.' },
      no: { sv: 'ingen källa gör det.', en: 'no source does.' },
    },
    sql`${police_areas.verified}`,
  ),
})
