import type { Quote } from '../../records/field.ts'

/** Where a value is to be added: the promise or activity, where it belongs to one, and the marked words. */
export interface Spot {
  readonly item: string | null
  readonly marked: Quote | null
}
