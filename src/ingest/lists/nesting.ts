import type { Source, Span } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** The place of an item in a list of several levels, or in a table. */
export interface ItemPlace {
  readonly isPromiseCell: boolean
  readonly isAboveParts: boolean
  /** The parent item, if it is a promise. */
  readonly above: Span | null
}

/** Items below an item are how it is reached; a column of promises contains promises. */
export function nestingWitness(
  source: Source,
  { isPromiseCell, isAboveParts, above }: ItemPlace,
): Testimony[] {
  const witness = 'nesting'
  if (isPromiseCell) return [{ witness, says: 'promises', weight: WEIGHT.tableColumn, saw: 'column' }]
  if (isAboveParts) return [{ witness, says: 'promises', weight: WEIGHT.nesting, saw: 'parts below' }]
  if (above === null) return []
  return [{ witness, says: 'activities', weight: WEIGHT.nesting, saw: source.slice(above) }]
}
