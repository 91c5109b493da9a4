import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql'
import { costOfObject } from '../cost.ts'
import { variablesIn } from '../variables.ts'
import { objectType } from './asking.ts'
import { Layout } from './layout.ts'
import type { Outline } from './outline.ts'
import { planField } from './plan-field.ts'
import { Planner, type Write } from './planner.ts'
import type { Run } from './run.ts'
import type { Document } from './selection.ts'

/** There is no row above the fields of the query itself. */
const NO_ROW: readonly never[] = []

/** What a plan takes in memory besides its statements, each of its fields, and each list or row that it reads. */
const PLAN_BYTES = 1_500
const FIELD_BYTES = 400
const READER_BYTES = 1_300

/** What a run of a plan came to. */
export interface Ran {
  /** The data of the answer as JSON, the very text that plain execution gives. */
  readonly text: string
  /** How many statements it took. */
  readonly reads: number
  /** What was read, in units of cost. */
  readonly spent: number
}

/** The plan of an operation for one shape of its answer: planned once, run with many values of its variables. */
export class Plan {
  readonly #root = new Layout(0)
  readonly #write: Write<readonly never[]>
  readonly #planBytes: number
  /** The query itself is no row that is read. */
  readonly #ownCost: number
  /** What the statements take that have been built by now. */
  #builtBytes = 0

  /** The operation and its fragments have been validated. Throws `NotPlanned` where no plan covers them. */
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

  /** Reads and writes an answer. Throws `NotPlanned`, or what is wrong with the arguments: then plain execution tells. */
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

/** The variables that decide which fields an answer has, or in what order its lists are. */
export function shapingVariables(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): string[] {
  return variablesIn(definitions, ({ name }, of) => of.kind === Kind.DIRECTIVE || name.value === 'sort')
}
