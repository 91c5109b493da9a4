/** A promise or an activity that the catalogue lists for an agreement, in the catalogue's words. */
export interface CataloguedCommitment {
  readonly agreementId: string
  readonly kind: 'promises' | 'activities'
  readonly gist: string
}

/** What the catalogue lists for the agreements of a municipality that begin in a year. */
export type Catalogue = (municipality: string, year: number) => readonly CataloguedCommitment[]

/** Finds the commitments of agreements: `0685-2020` and `0685-2020-b` are those of Vetlanda from 2020. */
export function catalogueOf(rows: readonly CataloguedCommitment[]): Catalogue {
  const byStart = Map.groupBy(rows, ({ agreementId }) => agreementId.split('-').slice(0, 2).join('-'))
  return (municipality, year) => byStart.get(`${municipality}-${year}`) ?? []
}
