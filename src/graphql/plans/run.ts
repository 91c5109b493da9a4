import { fillPlaceholders } from 'drizzle-orm'
import type { VariableValues } from 'graphql'
import type { Database } from '../../database/client.ts'
import type { NameIndex } from '../../database/names.ts'
import type { SearchIndex } from '../../database/search/search-index.ts'
import type { StatementRow, Statements } from '../../database/statements.ts'
import type { Statistics } from '../../database/statistics/statistics.ts'
import { RecentValues } from '../recent-values.ts'
import type { Outline, OutlineLine } from './outline.ts'

/** One execution of a plan. */
export interface Run {
  readonly variables: VariableValues
  /** What builds statements, and what runs them. */
  readonly db: Database
  readonly statements: Statements
  readonly search: SearchIndex
  /** The numbers of rows of lists, as far as they have been counted since the data changed. */
  readonly counts: CountCache
  /** The rows that can be given by name, from the same data. */
  readonly names: NameIndex
  /** Counts by group, of the same data. */
  readonly statistics: Statistics
  /** What has been read so far, by slot. */
  readonly found: unknown[]
  /** How many statements have been run. */
  reads: number
  /** The cost of what has been written so far. */
  spent: number
  /** The memory of the statements that were built for this run and are cached for the next. */
  builtBytes: number
  /** No statement is started after this time, in terms of `performance.now()`: `TooLate` is thrown. */
  readonly until: number
}

/** Thrown when a run takes too long. */
export class TooLate extends Error {
  override readonly name = 'TooLate'
}

/**
 * Counts a statement that a run is about to execute.
 *
 * @throws {TooLate} when the time limit of the run has passed.
 */
export function countRead(run: Run): void {
  if (performance.now() > run.until) throw new TooLate('The time limit leaves no time for another statement')
  run.reads++
}

type Builder = Pick<Database, 'select'>

/** Numbers that are cached as long as the data are the same. */
interface CountCache {
  get(key: string): number | undefined
  set(key: string, rows: number): unknown
}

/** A place in every run for the result of one part of a plan. */
export class Slot<T> {
  readonly #at: number

  constructor(at: number) {
    this.#at = at
  }

  put(run: Run, value: T): void {
    run.found[this.#at] = value
  }

  take(run: Run): T {
    return run.found[this.#at] as T // only `put` writes there
  }
}

/** A query of drizzle, with placeholders for values that differ between runs. */
interface DrizzleQuery {
  toSQL(): { readonly sql: string; readonly params: unknown[] }
}

/** The values of a statement's placeholders. */
type Filled = { readonly [placeholder: string]: unknown }

/** The memory of a statement besides its text, and of each of its parameters. */
const STATEMENT_BYTES = 1_500
const PARAMETER_BYTES = 100

/** Builds a statement by drizzle. */
export type Build = (db: Builder) => DrizzleQuery

/** The field that a statement is for, in the outline of its plan. */
export interface Noted {
  readonly outline: Outline
  readonly line: OutlineLine
}

/** A statement that is built when it is first run, and then cached. */
export class Statement {
  readonly #build: Build
  readonly #noted: Noted | null
  #built: ReturnType<DrizzleQuery['toSQL']> | undefined

  /** `noted` is the outline of its plan. */
  constructor(build: Build, noted: Noted | null) {
    this.#build = build
    this.#noted = noted
  }

  async rows(run: Run, values: Filled): Promise<readonly StatementRow[]> {
    countRead(run)
    return this.rowsUncounted(run, values)
  }

  /** The same for several runs at once, each of which counts it. */
  rowsUncounted(run: Run, values: Filled): Promise<readonly StatementRow[]> {
    const { sql, params } = this.#built ?? this.#buildFor(run)
    const reading = run.statements.rows(sql, fillPlaceholders(params, values))
    return this.#noted ? this.#noted.outline.read(this.#noted.line, reading) : reading
  }

  #buildFor(run: Run): ReturnType<DrizzleQuery['toSQL']> {
    const built = this.#build(run.db).toSQL()
    this.#built = built
    run.builtBytes += STATEMENT_BYTES + built.sql.length + PARAMETER_BYTES * built.params.length
    return built
  }
}

/** How many statements are cached for one list: sizes of pages, before and after a place, shapes of filters. */
const MAX_SHAPES = 10

/** The statements of one list, by a key of their differences. */
export class StatementsByShape {
  readonly #kept = new RecentValues<Statement>(MAX_SHAPES)
  readonly #noted: Noted | null

  constructor(noted: Noted | null) {
    this.#noted = noted
  }

  /** The statement with a key, which is built when it is first needed. */
  of(shape: string, build: Build): Statement {
    return this.#kept.of(shape, () => new Statement(build, this.#noted))
  }
}
