import type { In } from './language.ts'
import { yearOf } from './periods.ts'
import type { Tile } from './tiles.ts'

/** When the last known agreement of a municipality ended. Each municipality is in one class. */
export const standings = [
  'active',
  'upcoming',
  'recent',
  'earlier',
  'oldest',
  'unknown',
  'none_found',
  'not_researched',
] as const
export type Standing = (typeof standings)[number]

/** The classes that mean that something is not known. */
export const unknownStandings: readonly Standing[] = ['unknown', 'none_found', 'not_researched']

/** The class of a municipality on a day. */
export function standingOf({ researchState, agreements, last, hasActive }: Tile, day: string): Standing {
  if (researchState === 'NOT_RESEARCHED') return 'not_researched'
  // For some, documents of other kinds are known.
  if (agreements === 0) return 'none_found'
  if (hasActive) return 'active'
  const [latest] = last.nodes
  if (latest?.lifecycle === 'UPCOMING') return 'upcoming'
  const ended = yearOf(latest?.periodEnd ?? null)
  if (ended === null) return 'unknown'
  const [recent, earlier] = bounds(day)
  return ended >= recent ? 'recent' : ended >= earlier ? 'earlier' : 'oldest'
}

/** The first years of the classes of ended agreements: the last three years, and the three before them. */
function bounds(day: string): [recent: number, earlier: number] {
  const year = Number(day.slice(0, 4))
  return [year - 2, year - 5]
}

/** The name of each class on a day. */
export function standingLabels(day: string): In<{ readonly [S in Standing]: string }> {
  const [recent, earlier] = bounds(day)
  const year = day.slice(0, 4)
  return {
    sv: {
      active: 'Gäller i dag',
      upcoming: 'Börjar gälla senare',
      recent: `Gick ut ${recent}–${year}`,
      earlier: `Gick ut ${earlier}–${recent - 1}`,
      oldest: `Gick ut före ${earlier}`,
      unknown: 'Slutår inte känt',
      none_found: 'Inget löfte hittat',
      not_researched: 'Inte undersökt',
    },
    en: {
      active: 'In force today',
      upcoming: 'Begins later',
      recent: `Ended ${recent}–${year}`,
      earlier: `Ended ${earlier}–${recent - 1}`,
      oldest: `Ended before ${earlier}`,
      unknown: 'End not known',
      none_found: 'None found',
      not_researched: 'Not researched',
    },
  }
}

/** How many municipalities are in each class. */
export function countStandings(tiles: readonly Tile[], day: string): { readonly [S in Standing]: number } {
  const counts = Object.fromEntries(standings.map((each) => [each, 0])) as Record<Standing, number> // all of them
  for (const tile of tiles) counts[standingOf(tile, day)]++
  return counts
}
