import type { AnyChart } from '../chart.ts'
import { counties } from './counties.ts'
import { lastAgreement } from './last-agreement.ts'
import { measurable } from './measurable.ts'
import { newByYear } from './new-by-year.ts'
import { regions } from './regions.ts'
import { reported } from './reported.ts'
import { targets } from './targets.ts'
import { topics } from './topics.ts'
import { topicsByYear } from './topics-by-year.ts'

/** Every chart, in the order in which they are listed. */
export const charts: readonly AnyChart[] = [
  lastAgreement,
  topics,
  topicsByYear,
  newByYear,
  targets,
  reported,
  measurable,
  counties,
  regions,
]
