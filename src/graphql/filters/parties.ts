import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { tables } from '../../database/tables/index.ts'
import { type Conditions, isAny, isIn, keys, reaching } from './condition.ts'

const { agreement_municipalities, counties, municipalities } = tables

const party = agreement_municipalities.municipalityCode

/** The conditions on the municipalities that are parties of an agreement, by the column with the key of the agreement. */
export function ofParties(column: PgColumn): Conditions {
  // An array, which is read first. With a join, PostgreSQL assumes that it can fill a page early by scanning all activities,
  // but those of a municipality are next to each other, and the scan may be long.
  const throughMunicipality = (municipality: SQL) =>
    isAny(
      column,
      sql`array(select ${agreement_municipalities.agreementId} from ${agreement_municipalities} where ${municipality})`,
    )
  return reaching(throughMunicipality, {
    municipality: keys(
      'municipalities',
      { sv: 'Kommunen med denna kod är part.', en: 'The municipality with this code is a party.' },
      (codes) => isAny(party, codes),
    ),
    county: keys(
      'counties',
      {
        sv: 'En kommun i länet med denna kod är part. Alla villkor för kommuner gäller samma kommun.',
        en: 'A municipality in the county with this code is a party. All conditions on municipalities apply to the same municipality.',
      },
      (codes) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities} where ${isAny(municipalities.countyCode, codes)}`,
        ),
    ),
    policeRegion: keys(
      'police_regions',
      {
        sv: 'En kommun i polisregionen med detta id är part. Alla villkor för kommuner gäller samma kommun.',
        en: 'A municipality in the police region with this key is a party. All conditions on municipalities apply to the same municipality.',
      },
      (ids) =>
        isIn(
          party,
          sql`select ${municipalities.code} from ${municipalities}
            join ${counties} on ${counties.code} = ${municipalities.countyCode} where ${isAny(counties.policeRegionId, ids)}`,
        ),
    ),
  })
}
