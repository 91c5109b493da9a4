/**
 * How certain a value is. `stated`: the words have a form that can be read in only one way. `placed`: the value
 * follows from where the words are. `inferred`: it follows from other values. `doubtful`: another reading is as
 * likely, and an issue says so.
 */
export const CONFIDENCE = { stated: 0.95, placed: 0.8, inferred: 0.6, doubtful: 0.3 } as const
export type Confidence = (typeof CONFIDENCE)[keyof typeof CONFIDENCE]

/** How a value was read. */
export interface Reading {
  /** The stable name of the rule. */
  readonly rule: string
  readonly confidence: Confidence
}

export const stated = (rule: string): Reading => ({ rule, confidence: CONFIDENCE.stated })
export const placed = (rule: string): Reading => ({ rule, confidence: CONFIDENCE.placed })
export const inferred = (rule: string): Reading => ({ rule, confidence: CONFIDENCE.inferred })
export const doubtful = (rule: string): Reading => ({ rule, confidence: CONFIDENCE.doubtful })
