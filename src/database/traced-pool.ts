import type { InSpan } from '../tracing/tracing.ts'
import { Pool } from './pool.ts'
import type { Work } from './transact.ts'

/** A pool whose statements are spans of the traces that they belong to. */
export class TracedPool extends Pool {
  readonly #inSpan: InSpan

  constructor(inSpan: InSpan, ...pool: ConstructorParameters<typeof Pool>) {
    super(...pool)
    this.#inSpan = inSpan
  }

  override unsafe(...statement: Parameters<Pool['unsafe']>): ReturnType<Pool['unsafe']> {
    const asked = super.unsafe(...statement)
    const traced = <T>(ask: () => T) => this.#inSpan(...statementSpan(statement[0]), ask)
    return {
      // biome-ignore lint/suspicious/noThenProperty: as that of the pool
      then: (onRows, onError) => traced(async () => await asked).then(onRows, onError),
      values: () => traced(() => asked.values()),
    }
  }

  override runAll(text: string): Promise<unknown[][]> {
    return this.#inSpan(...statementSpan(text), () => super.runAll(text))
  }

  override begin<T>(work: Work<T>, mode?: string): Promise<T> {
    return this.#inSpan('transaction', { 'db.system.name': 'postgresql' }, () => super.begin(work, mode))
  }
}

/** The table that is written, or read: what `from` names may also be a function. */
const TABLE = /\b(?:(?:into|update)\s+"?([a-z_]+)|from\s+"?([a-z_]+)"?(?![a-z_]|\s*\())/i

/** The name of a statement: what it does, and the table that it begins with. Its text may have values. */
export function statementName(text: string): string {
  const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'statement'
  const [, written, read] = TABLE.exec(text) ?? []
  return [verb, written ?? read].join(' ').trimEnd()
}

/** The name and the attributes of the span of a statement. */
export function statementSpan(text: string): [name: string, attributes: { [name: string]: string }] {
  const name = statementName(text)
  return [name, { 'db.system.name': 'postgresql', 'db.query.summary': name }]
}
