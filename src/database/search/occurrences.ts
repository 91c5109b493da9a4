import { WEIGHTS, type Weight } from './searched.ts'

/** Where a word stands: pairs of the number of a record and a place in it, in order. */
export type Occurrences = Uint32Array

/** Where a word stands that answers to a search. */
export type OccurrencesOf = (word: string) => Occurrences

/** The numbers that the records of one type have: from one up to, not including, another. */
export interface EntrySpan {
  readonly from: number
  readonly to: number
}

/** Where in a record a word stands. */
export interface WordPlace {
  readonly weight: Weight
  /** Whether the text that it stands in begins, and ends, with it: both, where it is all that the text says. */
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Counted through all texts of the record, so that no word of one text comes next to one of another. */
  readonly position: number
}

const BY_NUMBER = Object.keys(WEIGHTS) as Weight[]

const WEIGHT_BITS = 0b0011
const FIRST = 0b0100
const LAST = 0b1000
const POSITION_SHIFT = 4

/** A place as one number. */
export function placeNumber({ weight, isFirst, isLast, position }: WordPlace): number {
  const flags = BY_NUMBER.indexOf(weight) | (isFirst ? FIRST : 0) | (isLast ? LAST : 0)
  return ((position << POSITION_SHIFT) | flags) >>> 0
}

/** What a place counts for by its weight, from 0 to 1. */
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

/** Occurrences as the database keeps them: text that every driver reads alike. */
export function packed(occurrences: Occurrences): string {
  const { buffer, byteOffset, byteLength } = occurrences
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

export function unpacked(text: string): Occurrences {
  const bytes = Buffer.from(text, 'base64')
  const copied = new Uint8Array(bytes) // at an address that numbers of 32 bits can be read from
  return new Uint32Array(copied.buffer)
}
