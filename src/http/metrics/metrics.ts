import { collectDefaultMetrics, Registry } from 'prom-client'
import { type AnswerSources, describeAnswers } from './of-answers.ts'
import { type DataSources, describeData } from './of-data.ts'
import { describeDurations, describeRequests, type RequestSources } from './of-requests.ts'

/** The sources of the metrics. */
export type MetricSources = RequestSources & AnswerSources & DataSources

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** Gives all metrics in the Prometheus format. Those of the process are collected from the first call on. */
export function createMetrics(sources: MetricSources): () => Promise<string> {
  let process: Registry | undefined
  return async () => {
    if (!process) {
      process = new Registry()
      collectDefaultMetrics({ register: process })
    }
    // Created for each request, from numbers that others keep: unknown values are omitted.
    const ours = new Registry()
    describeRequests(ours, sources)
    describeAnswers(ours, sources)
    await describeData(ours, sources)
    return `${await process.metrics()}\n${await ours.metrics()}\n${describeDurations(sources)}`
  }
}
