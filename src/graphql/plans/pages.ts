import { sql } from 'drizzle-orm'
import type { StatementRow } from '../../database/statements.ts'
import type { CursorPage, CursorPlace } from '../cursors.ts'
import {
  countLists,
  countWhole,
  type ListBound,
  type ListSource,
  selectLists,
  selectWhole,
} from '../lists.ts'
import { type PageRows, pageRows } from '../pages.ts'
import type { KeptCondition } from './condition.ts'
import { grouped } from './layout.ts'
import { countRead, type Noted, type Run, type Statement, StatementsByShape } from './run.ts'

/** The arguments of a connection in one run. */
export interface AskedPage {
  readonly page: CursorPage
  readonly where: KeptCondition | undefined
}

/** Stands for the parent of a list without a parent. */
export const NO_PARENT = ''

/** Reads pages of one list, for all parents at once. Statements are cached for the next run. */
export class PageReader {
  readonly #source: ListSource
  readonly #names: readonly string[]
  readonly #hasInfo: boolean
  readonly #kept: StatementsByShape

  /**
   * `names` are the columns to select. They may grow until the first page is read. `hasInfo` tells whether it matters if
   * there are more rows: only then one more is read.
   */
  constructor(source: ListSource, names: readonly string[], hasInfo: boolean, noted: Noted | null) {
    this.#source = source
    this.#names = names
    this.#hasInfo = hasInfo
    this.#kept = new StatementsByShape(noted)
  }

  /** The page of each parent that has one; `parents` is null for a list without them. */
  async read(
    run: Run,
    parents: readonly string[] | null,
    { page, where }: AskedPage,
  ): Promise<Map<unknown, PageRows<StatementRow>>> {
    const values = {
      parents,
      ...placeholderValues('after', page.after),
      ...placeholderValues('before', page.before),
      ...where?.values,
    }
    const rows = await this.#statement(page, parents !== null, where).rows(run, values)
    if (parents === null) return new Map([[NO_PARENT, pageRows(page, rows)]])
    return new Map(Array.from(grouped(rows), ([parent, found]) => [parent, pageRows(page, found)]))
  }

  #statement(
    { direction, after, before, size }: CursorPage,
    isChild: boolean,
    where: KeptCondition | undefined,
  ): Statement {
    // Nulls in a place, and the size, are literals in the statement, since the database plans by them.
    const nulls = [after, before].map((place) => place?.map((value) => value === null))
    const shape = JSON.stringify([direction, size, nulls, where?.shape])
    const bounds = { after: boundOf('after', after), before: boundOf('before', before) }
    const part = { direction, ...bounds, limit: this.#hasInfo ? size + 1 : size, where: where?.sql }
    return this.#kept.of(shape, (db) =>
      isChild
        ? selectLists(db, this.#source, sql.placeholder('parents'), part, this.#names)
        : selectWhole(db, this.#source, part, this.#names),
    )
  }
}

type CursorSide = 'after' | 'before'

function boundOf(side: CursorSide, place: CursorPlace | null): ListBound {
  return place?.map((value, at) => (value === null ? null : sql.placeholder(`${side}${at}`)))
}

function placeholderValues(
  side: CursorSide,
  place: CursorPlace | null,
): { readonly [placeholder: string]: unknown } {
  return Object.fromEntries((place ?? []).map((value, at) => [`${side}${at}`, value]))
}

/** Counts the rows of one list, for all parents at once. Counts are cached. */
export class Counter {
  readonly #source: ListSource
  readonly #kept: StatementsByShape

  constructor(source: ListSource, noted: Noted | null) {
    this.#source = source
    this.#kept = new StatementsByShape(noted)
  }

  /** How many rows each parent has; `parents` is null for a list without them. */
  async count(
    run: Run,
    parents: readonly string[] | null,
    where: KeptCondition | undefined,
  ): Promise<Map<unknown, number>> {
    const keyOf = (parent: string) => JSON.stringify([this.#source.name, parent, where?.key])
    const counts = new Map<unknown, number>()
    const missing = (parents ?? [NO_PARENT]).filter((parent) => {
      const known = run.counts.get(keyOf(parent))
      if (known !== undefined) counts.set(parent, known)
      return known === undefined
    })
    // Those and the rows come from the same revision only if it has not changed meanwhile.
    if (counts.size > 0) countRead(run)
    if (missing.length === 0) return counts
    const statement = this.#statement(parents !== null, where)
    for (const row of await statement.rows(run, { ...where?.values, parents: missing })) {
      const [parent, rows] = parents === null ? [NO_PARENT, row[0]] : row
      counts.set(parent, Number(rows))
      run.counts.set(keyOf(String(parent)), Number(rows))
    }
    return counts
  }

  #statement(isChild: boolean, where: KeptCondition | undefined): Statement {
    return this.#kept.of(String(where?.shape), (db) =>
      isChild
        ? countLists(db, this.#source, sql.placeholder('parents'), where?.sql)
        : countWhole(db, this.#source, where?.sql),
    )
  }
}
