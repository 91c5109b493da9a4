import type { FieldReading } from '../field-reading.ts'

/** A statement that a plan has run. */
export interface RanStatement {
  readonly text: string
  readonly parameters: readonly unknown[]
  /** Null if it was not run for a field of the plan, such as a lookup of a search. */
  rows: number | null
}

/** The beginning of the line for a type that a row may have. */
export const OF_TYPE = '... on '

/** The outline of one field. */
export interface OutlineLine {
  /** Its name in the response. */
  readonly name: string
  /** What its value is made from; empty if its fields say so. */
  made: string
  /** What was read for it. */
  readonly statements: RanStatement[]
  /** The fields that are selected of it. */
  readonly fields: OutlineLine[]
}

/**
 * What a plan is made from, recorded for people to read while it is planned and run. It is also the logger of the database.
 */
export class Outline {
  readonly root: OutlineLine = lineOf('')
  readonly statements: RanStatement[] = []
  #open = this.root
  #isNoting = false

  /** Records what is planned and run during `work`, and discards earlier records. */
  async note<T>(work: () => Promise<T>): Promise<T> {
    this.root.fields.length = 0
    this.statements.length = 0
    this.#isNoting = true
    try {
      return await work()
    } finally {
      this.#isNoting = false
    }
  }

  /** The field that is being planned. */
  get line(): OutlineLine {
    return this.#open
  }

  /** Plans a field, and records it below the one that is being planned. */
  field<T>(name: string, plan: () => T): T {
    const outer = this.#open
    this.#open = lineOf(name)
    outer.fields.push(this.#open)
    try {
      return plan()
    } finally {
      this.#open = outer
    }
  }

  logQuery(text: string, parameters: readonly unknown[]): void {
    if (this.#isNoting) this.statements.push({ text, parameters, rows: null })
  }

  /** Records that the statement which was just started is for a field, and how many rows it returns. */
  async read<R extends readonly unknown[]>({ statements }: OutlineLine, reading: Promise<R>): Promise<R> {
    const statement = this.statements.at(-1)
    if (!statement) throw new Error('The database does not log its statements to this outline')
    statements.push(statement)
    const rows = await reading
    statement.rows = rows.length
    return rows
  }
}

function lineOf(name: string): OutlineLine {
  return { name, made: '', statements: [], fields: [] }
}

/** What a value is made from, in words. */
export function describeReading(reading: FieldReading): string {
  switch (reading.kind) {
    case 'column':
      return `column ${reading.column}`
    case 'id':
      return `id of a row of ${reading.dataset}`
    case 'part':
      return `the same row, null where ${reading.column} is`
    case 'computed':
      return `computed from ${reading.columns.join(', ') || 'nothing but arguments'}`
    case 'lookup':
      return `${reading.lookup.name}, by ${reading.column}`
    case 'link':
      return `row of ${reading.dataset}, by ${reading.column}`
    case 'list':
      return `all rows of ${reading.source.dataset}, by ${reading.key}`
    case 'connection':
      return `page of ${reading.source.dataset}${reading.key === null ? '' : `, by ${reading.key}`}`
    case 'row':
      return `row of ${reading.dataset}, by the argument`
    case 'node':
      return 'row by its id'
    case 'search':
      return 'page of hits'
    case 'values':
      return 'read all at once'
  }
}
