import { WEIGHTS, type Weight } from './searched.ts'

/** The positions of a word: pairs of a record's number and a position in it, in order. */
export type Occurrences = Uint32Array

/** The positions of a word that matches a search. */
export type OccurrencesOf = (word: string) => Occurrences

/** The range of the numbers of one type: from the first up to, not including, the last. */
export interface EntrySpan {
  readonly from: number
  readonly to: number
}

/** A position of a word in a record. */
interface WordPlace {
  readonly weight: Weight
  /** Whether its text begins with it, and ends with it. If both, it is the whole text. */
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Counted through all texts of the record, with gaps, so that words of different texts are not neighbours. */
  readonly position: number
}

const BY_NUMBER = Object.keys(WEIGHTS) as Weight[]

const WEIGHT_BITS = 0b0011
const FIRST = 0b0100
const LAST = 0b1000
const POSITION_SHIFT = 4

/** A position as one number. */
export function placeNumber({ weight, isFirst, isLast, position }: WordPlace): number {
  const flags = BY_NUMBER.indexOf(weight) | (isFirst ? FIRST : 0) | (isLast ? LAST : 0)
  return ((position << POSITION_SHIFT) | flags) >>> 0
}

/** The factor of a position by its weight, from 0 to 1. */
export function shareAt(place: number): number {
  return SHARES[place & WEIGHT_BITS] ?? 0
}

const SHARES = BY_NUMBER.map((weight) => WEIGHTS[weight])

export function isFirstAt(place: number): boolean {
  return (place & FIRST) !== 0
}

export function isLastAt(place: number): boolean {
  return (place & LAST) !== 0
}

export function positionAt(place: number): number {
  return place >>> POSITION_SHIFT
}

/** Occurrences as stored in the database: text that every driver reads alike. */
export function packed(occurrences: Occurrences): string {
  const { buffer, byteOffset, byteLength } = occurrences
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

export function unpacked(text: string): Occurrences {
  const bytes = Buffer.from(text, 'base64')
  const copied = new Uint8Array(bytes) // at an address that numbers of 32 bits can be read from
  return new Uint32Array(copied.buffer)
}
