import type { DimensionName } from './dimensions.ts'
import type { Facts } from './facts.ts'
import type { GroupKey } from './groups.ts'

/**
 * How many municipalities were researched for the year of a group: of all or, if groups are places, of those in the place.
 * Null if groups are not years, or the year is unknown.
 */
export function researchedIn(
  facts: Facts,
  groupBy: readonly (DimensionName | undefined)[],
  keys: readonly (GroupKey | null)[],
): number | null {
  const year = keys[groupBy.indexOf('YEAR')]?.key
  if (year === undefined || year === null) return null
  const isWithin = groupBy.map((name, at) => placeTest(facts, name, keys[at]?.key ?? null))
  const researched = facts.researched.get(Number(year)) ?? []
  return researched.filter((code) => isWithin.every((test) => test(code))).length
}

/** Whether a municipality is in the place of a group; all are if groups are not places. */
function placeTest({ axes }: Facts, name: DimensionName | undefined, key: string | null) {
  const within = (axis: 'municipality' | 'county', key: string | null | undefined) =>
    axes[axis].get(key ?? '')?.within
  switch (name) {
    case 'MUNICIPALITY':
      return (code: string) => code === key
    case 'COUNTY':
      return (code: string) => within('municipality', code) === key
    case 'POLICE_REGION':
      return (code: string) => within('county', within('municipality', code)) === key
    default:
      return () => true
  }
}
