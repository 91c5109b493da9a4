import { sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import type { Condition } from './condition.ts'

const { latitude, longitude } = tables.municipalities

/** Farther than Sweden is long. */
const MAX_KM = 2_000

/** The mean radius of the Earth. */
const EARTH_KM = 6_371

interface SentPoint {
  readonly latitude: number
  readonly longitude: number
  readonly km: number
}

const Near = builder.inputType('Near', {
  description: bilingualText({
    sv: 'Omgivningen kring en punkt, fågelvägen.',
    en: 'The surroundings of a point, as the crow flies.',
  }),
  fields: (t) => ({
    latitude: t.float({
      required: true,
      description: bilingualText({
        sv: 'Grader nordlig bredd i WGS 84, t.ex. 57.43.',
        en: 'Degrees north in WGS 84, such as 57.43.',
      }),
    }),
    longitude: t.float({
      required: true,
      description: bilingualText({
        sv: 'Grader östlig längd i WGS 84, t.ex. 15.08.',
        en: 'Degrees east in WGS 84, such as 15.08.',
      }),
    }),
    km: t.float({
      required: true,
      description: bilingualText({
        sv: `Högst så många kilometer bort, högst ${MAX_KM}.`,
        en: `The distance in kilometres, at most ${MAX_KM}.`,
      }),
    }),
  }),
})

/** The distance of the seat of a municipality from a point. */
export const near: Condition = {
  type: Near,
  description: {
    sv: 'Kommunens centralort ligger inom detta avstånd från en punkt. Ortens läge är ofta angivet på bågminuten när, vilket är upp till två kilometer.',
    en: 'The seat of the municipality lies within this distance of a point. The coordinates of the seat are often given to the arc minute only, which is up to two kilometres.',
  },
  where: (sent: SentPoint, bind) => {
    refuse('latitude', sent.latitude, -90, 90)
    refuse('longitude', sent.longitude, -180, 180)
    refuse('km', sent.km, 0, MAX_KM)
    const [north, east, km] = [sent.latitude, sent.longitude, sent.km].map(
      (value) => sql`${bind(value)}::float8`,
    )
    // The haversine formula, which is accurate also for points that are close to each other.
    const half = sql`sin(radians(${latitude} - ${north}) / 2) ^ 2
      + cos(radians(${north})) * cos(radians(${latitude})) * sin(radians(${longitude} - ${east}) / 2) ^ 2`
    return sql`${2 * EARTH_KM} * asin(least(1, sqrt(${half}))) <= ${km}`
  },
}

function refuse(name: keyof SentPoint, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  throw clientError('BAD_FILTER', `near.${name} is ${value}; send a number from ${least} to ${most}`)
}
