import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type VariableValues,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { variablesIn } from '../variables.ts'
import { LIST_ARGUMENTS, objectType } from './asking.ts'
import { Layout } from './layout.ts'
import { NotPlanned } from './not-planned.ts'
import { Planner, type Write } from './planner.ts'
import type { Run } from './run.ts'

/** A plan for one shape of the answer. */
interface Plan {
  readonly root: Layout
  readonly write: Write<readonly never[]>
  /** How many fields it has. */
  readonly fields: number
}

/** What no plan covers. The error that told is not kept: it holds all that was planned before it. */
interface Uncovered {
  readonly uncovered: string
}

/** There is no row above the fields of the query itself. */
const NO_ROW: readonly never[] = []

/** The fragments of a document, by name. */
export type Fragments = { readonly [name: string]: FragmentDefinitionNode }

/**
 * How many fields may be planned at once, of all queries and all shapes of their answers. Each takes some kilobytes with its
 * part of the statements.
 */
export const MAX_PLANNED_FIELDS = 10_000

/** Plans, by query and shape of the answer. */
const plans = new LRUCache<string, Plan | Uncovered>({
  maxSize: MAX_PLANNED_FIELDS,
  sizeCalculation: (plan) => ('uncovered' in plan ? 1 : plan.fields),
})

/** How many queries there have been, by which the plans of each are told from those of others. */
let queries = 0

/** A query that is planned once, and run with many values of its variables. */
export class PlannedQuery {
  readonly #schema: GraphQLSchema
  readonly #operation: OperationDefinitionNode
  readonly #fragments: Fragments
  readonly #shaping: readonly string[]
  readonly #id = ++queries

  /** The operation and the fragments have been validated. */
  constructor(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) {
    this.#schema = schema
    this.#operation = operation
    this.#fragments = fragments
    this.#shaping = shapingVariables([operation, ...Object.values(fragments)])
  }

  /**
   * The data of the answer as JSON, the very text that plain execution gives, and how many statements it took. Throws `NotPlanned`, or what is
   * wrong with the arguments: then plain execution tells.
   */
  async data(run: Omit<Run, 'found' | 'reads'>): Promise<{ text: string; reads: number }> {
    const plan = this.#planOf(run.variables)
    if ('uncovered' in plan) throw new NotPlanned(plan.uncovered)
    const { root, write } = plan
    const whole = { ...run, found: [], reads: 0 }
    await root.fetch([NO_ROW], whole)
    return { text: write(NO_ROW, whole), reads: whole.reads }
  }

  /** Whether a plan covers the query with these values of its variables. */
  isPlanned(values: VariableValues): boolean {
    return !('uncovered' in this.#planOf(values))
  }

  #planOf({ coerced }: VariableValues): Plan | Uncovered {
    const shaping = Object.fromEntries(this.#shaping.map((name) => [name, coerced[name]]))
    const key = `${this.#id} ${JSON.stringify(shaping)}`
    const known = plans.get(key)
    if (known) return known
    const plan = this.#planFor(shaping)
    plans.set(key, plan)
    return plan
  }

  #planFor(shaping: { readonly [variable: string]: unknown }): Plan | Uncovered {
    try {
      const planner = new Planner({ schema: this.#schema, fragments: this.#fragments, shaping })
      const root = new Layout(0)
      const write = planner.object(
        objectType(this.#schema.getQueryType()),
        [this.#operation.selectionSet],
        root,
      )
      return { root, write, fields: Math.max(1, planner.fieldCount) }
    } catch (error) {
      if (error instanceof NotPlanned) return { uncovered: error.message }
      throw error
    }
  }
}

/** The variables that decide which fields an answer has, or which lists are read. */
function shapingVariables(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): string[] {
  return variablesIn(
    definitions,
    ({ name }, of) => of.kind === Kind.DIRECTIVE || LIST_ARGUMENTS.some((each) => each === name.value),
  )
}
