import type { Candidate } from '../layouts/candidate.ts'
import type { Section } from '../layouts/sections.ts'
import type { Source, Span } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

// The order of lists: goals come first, then the activities that serve them.

/** A list under a heading of promises, above one that is said to be of activities, lists the goals. */
export function aboveActivitiesTestimony(source: Source, { heading }: Section): Testimony {
  const saw = heading ? source.slice(heading.span) : ''
  return { witness: 'order', says: 'promises', weight: WEIGHT.orderOfLists, saw }
}

/** Promises below a heading of activities are how promises above it are kept. */
export function belowPromisesTestimony(source: Source, promise: Span): Testimony {
  return { witness: 'order', says: 'activities', weight: WEIGHT.orderOfLists, saw: source.slice(promise) }
}

/**
 * If no word says what a list is: everything below the first promise serves it, and everything else is promised. So is
 * everything below the heading of another topic without a goal of its own.
 */
export function positionTestimony(source: Source, promise: Candidate | null, item: Candidate): Testimony {
  const first = promise?.span ?? null
  const isBelow = first !== null && item.span.start > first.start && !isOfOtherTopic(promise, item)
  const saw = isBelow ? source.slice(first) : ''
  return { witness: 'position', says: isBelow ? 'activities' : 'promises', weight: WEIGHT.position, saw }
}

/** If a page promises nothing but activities, they are its promises. */
export function nothingAboveTestimony(): Testimony {
  return { witness: 'nothing-above', says: 'promises', weight: WEIGHT.nothingAbove, saw: '' }
}

function isOfOtherTopic(promise: Candidate | null, { goal, section }: Candidate): boolean {
  const isTopic = (each: Section) => each.heading !== null && each.kind === null && each.actors.length === 0
  return (
    promise !== null &&
    goal === null &&
    promise.rule === 'promise-sentence' &&
    promise.section !== section &&
    isTopic(promise.section) &&
    isTopic(section)
  )
}

/** Areas that a list names beside goals in prose: promises if each party makes its own promises, or else activities. */
export function besideGoalsTestimony(isEachItsOwn: boolean): Testimony {
  const says = isEachItsOwn ? 'promises' : 'activities'
  return { witness: 'position', says, weight: WEIGHT.position, saw: '' }
}
