import type { StatementRow } from '../../database/statements.ts'
import type { Run } from './run.ts'

/** Reads something for some rows at once, such as all their promises. */
type Fetch = (rows: readonly StatementRow[], run: Run) => Promise<void>

/** What one selection needs of its rows: the columns, each at its position, and what is read in addition. */
export class Layout {
  readonly names: string[] = []
  readonly fetches: Fetch[] = []
  readonly #offset: number

  /** `offset` is how many values come before the columns. */
  constructor(offset: number) {
    this.#offset = offset
  }

  /** The position of a column in a row. Columns whose position is never requested are not selected. */
  at(column: string): number {
    const known = this.names.indexOf(column)
    return this.#offset + (known >= 0 ? known : this.names.push(column) - 1)
  }

  /** Reads everything that is needed in addition to some rows, in parallel. */
  async fetch(rows: readonly StatementRow[], run: Run): Promise<void> {
    if (rows.length > 0) await Promise.all(this.fetches.map((fetch) => fetch(rows, run)))
  }
}

/** The keys at a position of some rows, each once, without nulls. */
export function distinct(rows: readonly StatementRow[], at: number): string[] {
  const keys = new Set<string>()
  for (const row of rows) {
    const key = row[at]
    if (typeof key === 'string') keys.add(key)
  }
  return [...keys]
}

/** Rows by their first value, which is the key of their parent. Rows with the same key are adjacent. */
export function grouped(rows: readonly StatementRow[]): Map<unknown, StatementRow[]> {
  const groups = new Map<unknown, StatementRow[]>()
  let group: StatementRow[] = []
  for (const row of rows) {
    if (group[0]?.[0] !== row[0]) {
      group = []
      groups.set(row[0], group)
    }
    group.push(row)
  }
  return groups
}
