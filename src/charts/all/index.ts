import type { AnyChart } from '../chart.ts'
import { lastAgreement } from './last-agreement.ts'
import { topics } from './topics.ts'

/** Every chart, in the order in which they are listed. */
export const charts: readonly AnyChart[] = [lastAgreement, topics]
