import { Counter, Gauge, type Registry } from 'prom-client'

/** Adds a number to the metrics; nothing if it is not known. */
export function gauge(registry: Registry, name: string, help: string, value: number | null): void {
  if (value === null) return
  new Gauge({ name: `medborgarloften_${name}`, help, registers: [registry] }).set(value)
}

/** Adds numbers that differ in a label to the metrics. */
export function gauges(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  values: Iterable<readonly [string, number]>,
): void {
  const all = new Gauge({ name: `medborgarloften_${name}`, help, labelNames: [label], registers: [registry] })
  for (const [of, value] of values) all.set({ [label]: of }, value)
}

/** Adds counts since the start that differ in a label to the metrics. */
export function counters(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  counts: Iterable<readonly [string, number]>,
): void {
  const all = new Counter({
    name: `medborgarloften_${name}`,
    help,
    labelNames: [label],
    registers: [registry],
  })
  for (const [of, count] of counts) all.inc({ [label]: of }, count)
}

/** Adds a count since the start to the metrics. */
export function counter(registry: Registry, name: string, help: string, count: number): void {
  new Counter({ name: `medborgarloften_${name}`, help, registers: [registry] }).inc(count)
}
