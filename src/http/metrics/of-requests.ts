import { Counter, type Registry } from 'prom-client'
import { type Traffic, WITHIN_SECONDS } from '../../web/traffic.ts'

export interface RequestSources {
  readonly traffic: Traffic
}

export function describeRequests(registry: Registry, { traffic }: RequestSources): void {
  const requests = new Counter({
    name: 'medborgarloften_http_requests_total',
    help: 'Responses, by route, method and class of status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  })
  for (const { route, method, byStatus } of traffic.lines()) {
    byStatus.forEach((count, statusClass) => {
      if (count > 0) requests.inc({ route, method, status: `${statusClass}xx` }, count)
    })
  }
}

/** The response times. The library's histogram could only be given one value at a time. */
export function describeDurations({ traffic }: RequestSources): string {
  const name = 'medborgarloften_http_request_duration_seconds'
  const lines = [
    `# HELP ${name} Seconds from the arrival of a request until its response begins; 0 for cached responses.`,
    `# TYPE ${name} histogram`,
  ]
  for (const { route, method, byDuration, seconds } of traffic.lines()) {
    const labels = `route="${route}",method="${method}"`
    let count = 0
    byDuration.forEach((more, at) => {
      count += more
      lines.push(`${name}_bucket{${labels},le="${WITHIN_SECONDS[at] ?? '+Inf'}"} ${count}`)
    })
    lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`)
  }
  return `${lines.join('\n')}\n`
}
