import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type VariableValues,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { costOf } from '../cost.ts'
import { limits } from '../limits.ts'
import { pageProduct } from '../page-product.ts'
import { PlannedQuery } from '../plans/planned-query.ts'
import type { Asked } from './request.ts'

/** How many documents are remembered. What others send is planned anew, after those that came since. */
const MAX_DOCUMENTS = 1000

/** A query that has been answered before, so that it is known to be valid and within the limits. */
export interface KnownQuery {
  readonly planned: PlannedQuery
  /** The values of the variables, by their types; null where they are wrong. */
  valuesOf(variables: Asked['variables']): VariableValues | null
  /** What it costs with these values; null where that is beyond the limits. */
  costWith(values: VariableValues): number | null
}

/** The queries that have been answered before. */
export class Documents {
  readonly #schema: GraphQLSchema
  readonly #known = new LRUCache<string, KnownQuery>({ max: MAX_DOCUMENTS })

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  get(asked: Asked): KnownQuery | undefined {
    return this.#known.get(keyOf(asked))
  }

  /** Remembers a query that was answered without an error. */
  add(asked: Asked): void {
    if (this.#known.has(keyOf(asked))) return
    const document = parse(asked.query)
    const operation = getOperationAST(document, asked.operationName)
    if (operation?.operation !== OperationTypeNode.QUERY) return
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
    this.#known.set(keyOf(asked), this.#knownQuery(operation, fragments))
  }

  #knownQuery(operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): KnownQuery {
    const schema = this.#schema
    const byName = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]))
    return {
      planned: new PlannedQuery(schema, operation, byName),
      valuesOf: (variables) =>
        getVariableValues(schema, operation.variableDefinitions ?? [], variables).variableValues ?? null,
      costWith: (variableValues) => {
        const args = { schema, operation, fragmentDefinitions: byName, variableValues }
        const cost = costOf(args)
        return cost > limits.cost.value || pageProduct(args) > limits.rows.value ? null : cost
      },
    }
  }
}

function keyOf({ query, operationName }: Asked): string {
  return operationName === null ? query : `${operationName}\n${query}`
}
