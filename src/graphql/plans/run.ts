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
  /** What statements are built by, and what runs them. */
  readonly db: Database
  readonly statements: Statements
  readonly search: SearchIndex
  /** How many rows lists have, as far as it was counted since the data changed. */
  readonly counts: CountCache
  /** What can be asked for by name, in the data that the counts are of. */
  readonly names: NameIndex
  /** Counts by group, of the same data. */
  readonly statistics: Statistics
  /** What was read so far, by slot. */
  readonly found: unknown[]
  /** How many statements have been run. */
  reads: number
  /** What has been written by now, in units of cost. */
  spent: number
  /** What the statements take in memory that were built for this run, and are kept for the next. */
  builtBytes: number
  /** No statement is begun after this moment, as `performance.now()` tells it: `TooLate` is thrown. */
  readonly until: number
}

/** The answer took too long. */
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

/** Numbers that are kept for as long as the data are the same. */
export interface CountCache {
  get(key: string): number | undefined
  set(key: string, rows: number): unknown
}

/** A place in every run for what one part of a plan reads. */
export class Slot<T> {
  readonly #at: number

  constructor(at: number) {
    this.#at = at
  }

  put(run: Run, value: T): void {
    run.found[this.#at] = value
  }

  take(run: Run): T {
    return run.found[this.#at] as T // nothing but `put` writes there
  }
}

/** What drizzle builds, with placeholders where values differ from run to run. */
interface Query {
  toSQL(): { readonly sql: string; readonly params: unknown[] }
}

/** The values of a statement's placeholders. */
type Filled = { readonly [placeholder: string]: unknown }

/** What a statement takes in memory besides its text, and each of its parameters. */
const STATEMENT_BYTES = 1_500
const PARAMETER_BYTES = 100

/** Builds a statement by drizzle. */
export type Build = (db: Builder) => Query

/** The field that a statement is for, in the outline of its plan. */
export interface Noted {
  readonly outline: Outline
  readonly line: OutlineLine
}

/** A statement that is built when it is first run, and kept. */
export class Statement {
  readonly #build: Build
  readonly #noted: Noted | null
  #built: ReturnType<Query['toSQL']> | undefined

  /** `noted` is where its plan is outlined. */
  constructor(build: Build, noted: Noted | null) {
    this.#build = build
    this.#noted = noted
  }

  async rows(run: Run, values: Filled): Promise<readonly StatementRow[]> {
    countRead(run)
    return this.rowsUncounted(run, values)
  }

  /** The same for several runs at once, each of which counts it by itself. */
  rowsUncounted(run: Run, values: Filled): Promise<readonly StatementRow[]> {
    const { sql, params } = this.#built ?? this.#buildFor(run)
    const reading = run.statements.rows(sql, fillPlaceholders(params, values))
    return this.#noted ? this.#noted.outline.read(this.#noted.line, reading) : reading
  }

  #buildFor(run: Run): ReturnType<Query['toSQL']> {
    const built = this.#build(run.db).toSQL()
    this.#built = built
    run.builtBytes += STATEMENT_BYTES + built.sql.length + PARAMETER_BYTES * built.params.length
    return built
  }
}

/** How many statements are kept for one list: sizes of pages, before and after a place, shapes of filters. */
const MAX_SHAPES = 10

/** The statements of one list, by what they differ in. */
export class StatementsByShape {
  readonly #kept = new RecentValues<Statement>(MAX_SHAPES)
  readonly #noted: Noted | null

  constructor(noted: Noted | null) {
    this.#noted = noted
  }

  /** The statement of a shape, which is built when it is first asked for. */
  of(shape: string, build: Build): Statement {
    return this.#kept.of(shape, () => new Statement(build, this.#noted))
  }
}
