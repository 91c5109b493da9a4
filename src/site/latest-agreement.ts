import { yearOf } from './periods.ts'

/** What determines which agreement of a place is described first. */
interface Ranked {
  readonly stage: 'AGREED' | 'ANNOUNCED'
  readonly lifecycle: 'ACTIVE' | 'ENDED' | 'UNKNOWN' | 'UPCOMING'
  readonly periodStart: string | null
  readonly periodEnd: string | null
}

/** The agreement that is in force, or the one that begins next, or the last one; an announced one only if there are no others. */
export function latestOf<A extends Ranked>(agreements: readonly A[]): A | null {
  const order = (agreement: A) => [
    agreement.lifecycle === 'ACTIVE' ? 1 : 0,
    agreement.stage === 'AGREED' ? 1 : 0,
    agreement.periodEnd ?? '',
    agreement.periodStart ?? '',
  ]
  const [latest] = agreements.toSorted((a, b) => {
    const [one, other] = [order(a), order(b)]
    const at = one.findIndex((value, index) => value !== other[index])
    return at < 0 ? 0 : (one[at] ?? 0) > (other[at] ?? 0) ? -1 : 1
  })
  return latest ?? null
}

/** The first and the last year in which one of some agreements begins; null if no such year is known. */
export function yearsOf(
  agreements: readonly Pick<Ranked, 'periodStart'>[],
): readonly [number, number] | null {
  const years = agreements.flatMap(({ periodStart }) => yearOf(periodStart) ?? [])
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : null
}
