import type { Quote } from '../../records/field.ts'

/** Where to add a value: the promise or activity that it belongs to, if any, and the marked words. */
export interface Spot {
  readonly item: string | null
  readonly marked: Quote | null
}
