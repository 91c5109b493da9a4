import { collectDefaultMetrics, Registry } from 'prom-client'
import { type AnswerSources, describeAnswers } from './of-answers.ts'
import { type DataSources, describeData } from './of-data.ts'
import { describeDurations, describeRequests, type RequestSources } from './of-requests.ts'

/** What the metrics are made of. */
export type MetricSources = RequestSources & AnswerSources & DataSources

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** What gives all metrics as Prometheus reads them. Those of the process are gathered from the first time on. */
export function createMetrics(sources: MetricSources): () => Promise<string> {
  let process: Registry | undefined
  return async () => {
    if (!process) {
      process = new Registry()
      collectDefaultMetrics({ register: process })
    }
    // Made anew each time, of numbers that stand elsewhere: what is not known is left out.
    const ours = new Registry()
    describeRequests(ours, sources)
    describeAnswers(ours, sources)
    await describeData(ours, sources)
    return `${await process.metrics()}\n${await ours.metrics()}\n${describeDurations(sources)}`
  }
}
