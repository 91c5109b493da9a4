import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql'
import { costOfObject } from '../cost.ts'
import { variablesIn } from '../variables.ts'
import { Layout } from './layout.ts'
import type { Outline } from './outline.ts'
import { planField } from './plan-field.ts'
import { Planner, type Write } from './planner.ts'
import { objectType } from './requested-field.ts'
import type { Run } from './run.ts'
import type { Document } from './selection.ts'

/** The fields of Query have no parent row. */
const NO_ROW: readonly never[] = []

/** The memory of a plan besides its statements, of each of its fields, and of each list or row that it reads. */
const PLAN_BYTES = 1_500
const FIELD_BYTES = 400
const READER_BYTES = 1_300

/** The result of a run of a plan. */
export interface Ran {
  /** The data of the response as JSON, exactly as plain execution gives them. */
  readonly text: string
  /** The number of statements. */
  readonly reads: number
  /** The cost of what was read. */
  readonly spent: number
}

/** The plan of an operation for one shape of its response: planned once, run with many values of its variables. */
export class Plan {
  readonly #root = new Layout(0)
  readonly #write: Write<readonly never[]>
  readonly #planBytes: number
  /** Query itself is not a row that is read. */
  readonly #ownCost: number
  /** The memory of the statements that have been built so far. */
  #builtBytes = 0

  /**
   * Plans an operation; it and its fragments must be valid.
   *
   * @throws {NotPlanned} when plans do not cover them.
   */
  constructor(document: Document, { selectionSet }: OperationDefinitionNode, outline: Outline | null = null) {
    const planner = new Planner(document, planField, outline)
    const query = objectType(document.schema.getQueryType())
    this.#write = planner.object(query, [selectionSet], this.#root)
    this.#planBytes = PLAN_BYTES + FIELD_BYTES * planner.fieldCount + READER_BYTES * planner.readers
    this.#ownCost = costOfObject(query)
  }

  /** Its memory in bytes. */
  get bytes(): number {
    return this.#planBytes + this.#builtBytes
  }

  /**
   * Reads and writes a response.
   *
   * @throws {NotPlanned} when plain execution is needed. Other errors, such as of arguments, are reported by plain
   * execution too.
   */
  async run(given: Omit<Run, 'found' | 'reads' | 'spent' | 'builtBytes'>): Promise<Ran> {
    const run = { ...given, found: [], reads: 0, spent: 0, builtBytes: 0 }
    try {
      await this.#root.fetch([NO_ROW], run)
    } finally {
      this.#builtBytes += run.builtBytes
    }
    const text = this.#write(NO_ROW, run)
    return { text, reads: run.reads, spent: run.spent - this.#ownCost }
  }
}

/** The variables that decide which fields a response has, or the order of its lists. */
export function shapingVariables(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): string[] {
  return variablesIn(definitions, ({ name }, of) => of.kind === Kind.DIRECTIVE || name.value === 'sort')
}
