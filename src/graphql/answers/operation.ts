import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  type VariableValues,
  visit,
} from 'graphql'
import { type Cost, costOf, rootLists, sizingVariables } from '../cost.ts'
import { limits, refusal } from '../limits.ts'
import { pageProduct } from '../page-product.ts'
import { NotPlanned } from '../plans/not-planned.ts'
import type { Outline } from '../plans/outline.ts'
import { Plan, shapingVariables } from '../plans/plan.ts'
import { RecentValues } from '../recent-values.ts'
import { MAX_ERRORS } from '../shortened-errors.ts'
import { type NeverNull, neverNull, nullRefusal } from './null-variables.ts'
import { Refusal } from './refusals.ts'

/** For how many sizes of pages and lists the cost of one operation is cached. */
const MAX_SIZES = 16
/** How many plans of one operation are cached: one for each shape of its response. */
const MAX_PLANS = 8

/** The memory of an operation besides its plans: the names of its variables, and some costs. */
const OPERATION_BYTES = 1_200
/** Stands for a shape of the response that no plan covers. */
const UNPLANNED_BYTES = 200

/** An operation of a valid document, with what is known about it for all values of its variables. */
export class KnownOperation {
  readonly #schema: GraphQLSchema
  readonly #operation: OperationDefinitionNode
  readonly #fragments: { readonly [name: string]: FragmentDefinitionNode }
  /** Whether its response is different for each client, and so must not be sent to others. */
  readonly isPersonal: boolean
  readonly #neverNull: NeverNull
  readonly #sizing: readonly string[]
  readonly #shaping: readonly string[]
  readonly #costs = new RecentValues<Cost>(MAX_SIZES)
  readonly #plans = new RecentValues<Plan | Unplanned>(MAX_PLANS)

  constructor(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: { readonly [name: string]: FragmentDefinitionNode },
  ) {
    const definitions = [operation, ...Object.values(fragments)]
    this.#schema = schema
    this.#operation = operation
    this.#fragments = fragments
    this.isPersonal = definitions.some(asksForQuota)
    this.#neverNull = neverNull(schema, definitions)
    this.#sizing = sizingVariables(definitions)
    this.#shaping = shapingVariables(definitions)
  }

  /** Its memory in bytes. */
  get bytes(): number {
    let bytes = OPERATION_BYTES
    for (const plan of this.#plans.values()) bytes += plan.bytes
    return bytes
  }

  /** Of some variables, those that it declares: others have no effect. */
  declared(variables: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
    const names = (this.#operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
    return Object.fromEntries(
      names.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])),
    )
  }

  /**
   * The values of the variables, read by their types.
   *
   * @throws {Refusal} when a value is missing or not of the type of its variable.
   */
  valuesOf(variables: { readonly [name: string]: unknown }): VariableValues {
    const definitions = this.#operation.variableDefinitions ?? []
    const { variableValues, errors } = getVariableValues(this.#schema, definitions, variables, {
      maxErrors: MAX_ERRORS,
    })
    if (errors) {
      for (const { extensions } of errors) {
        extensions.code ??= 'BAD_VARIABLES'
        extensions.http ??= { spec: true, status: 400 }
      }
      throw new Refusal(errors)
    }
    const refused = nullRefusal(this.#neverNull, variableValues)
    if (refused) throw refused
    return variableValues
  }

  /**
   * The possible cost with some values.
   *
   * @throws {GraphQLError} when it exceeds a limit.
   */
  costWith(variableValues: VariableValues): Cost {
    const sizes = this.#sizing.map((name) => {
      const value = variableValues.coerced[name]
      return Array.isArray(value) ? value.length : value
    })
    return this.#costs.of(JSON.stringify(sizes), () => this.#costOf(variableValues))
  }

  #costOf(variableValues: VariableValues): Cost {
    const args = {
      schema: this.#schema,
      operation: this.#operation,
      fragmentDefinitions: this.#fragments,
      variableValues,
    }
    const cost = costOf(args)
    const found = { lists: rootLists(args), rows: pageProduct(args), cost: cost.most }
    for (const name of ['lists', 'rows', 'cost'] as const) {
      if (found[name] > limits[name].value) throw refusal(name, found[name])
    }
    return cost
  }

  /** The plan for the shape of the response with some values; null if no plan covers it. */
  planWith(values: VariableValues): Plan | null {
    const shaping = this.#shapingOf(values)
    const plan = this.#plans.of(JSON.stringify(shaping), () => this.#planFor(shaping))
    return plan instanceof Plan ? plan : null
  }

  /**
   * A plan that records in an outline what it is made from, and is not cached.
   *
   * @throws {NotPlanned} when plans do not cover the operation.
   */
  outlinedPlan(values: VariableValues, outline: Outline): Plan {
    return this.#newPlan(this.#shapingOf(values), outline)
  }

  #shapingOf({ coerced }: VariableValues): Shaping {
    return Object.fromEntries(this.#shaping.map((name) => [name, coerced[name]]))
  }

  #newPlan(shaping: Shaping, outline: Outline | null): Plan {
    return new Plan({ schema: this.#schema, fragments: this.#fragments, shaping }, this.#operation, outline)
  }

  #planFor(shaping: Shaping): Plan | Unplanned {
    try {
      return this.#newPlan(shaping, null)
    } catch (error) {
      // The error is not cached: it would retain everything that was planned before it.
      if (error instanceof NotPlanned) return { bytes: UNPLANNED_BYTES }
      throw error
    }
  }
}

/** The values of the variables on which the shape of the response depends. */
type Shaping = { readonly [variable: string]: unknown }

/** Whether a field that only Query has, given by its name, occurs anywhere, with or without an alias. */
function asksForQuota(definition: OperationDefinitionNode | FragmentDefinitionNode): boolean {
  let isAsked = false
  visit(definition, {
    Field({ name }) {
      if (name.value === 'rateLimit') isAsked = true
    },
  })
  return isAsked
}

/** What no plan covers. */
interface Unplanned {
  readonly bytes: number
}
