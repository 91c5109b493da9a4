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
import { costOf, sizingVariables } from '../cost.ts'
import { limits } from '../limits.ts'
import { neverNull, nullRefusal } from '../null-variables.ts'
import { pageProduct } from '../page-product.ts'
import { PlannedQuery } from '../plans/planned-query.ts'
import type { Asked } from './request.ts'

/** What the text of the documents that are remembered may come to. A tree takes some hundred times its text. */
const MAX_CHARACTERS = 500_000

/** For how many sizes of pages and lists the cost of one query is remembered. */
const MAX_SIZES = 16

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
  readonly #known = new LRUCache<string, KnownQuery>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_query, key) => key.length + 1,
  })

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  get(asked: Asked): KnownQuery | undefined {
    return this.#known.get(keyOf(asked))
  }

  /** Remembers a query that was answered without an error. */
  add(asked: Asked): void {
    if (this.#known.has(keyOf(asked))) return
    const document = parse(asked.query, { noLocation: true }) // nobody is told what is wrong with it
    const operation = getOperationAST(document, asked.operationName)
    if (operation?.operation !== OperationTypeNode.QUERY) return
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
    this.#known.set(keyOf(asked), this.#knownQuery(operation, fragments))
  }

  #knownQuery(operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): KnownQuery {
    const schema = this.#schema
    const places = neverNull(schema, [operation, ...fragments])
    const sizing = sizingVariables([operation, ...fragments])
    const costs = new LRUCache<string, { readonly cost: number | null }>({ max: MAX_SIZES })
    const byName = Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]))
    return {
      planned: new PlannedQuery(schema, operation, byName),
      valuesOf(variables) {
        const { variableValues: values } = getVariableValues(
          schema,
          operation.variableDefinitions ?? [],
          variables,
          { maxErrors: 1 },
        )
        return values && !nullRefusal(places, values) ? values : null
      },
      costWith: (variableValues) => {
        const key = JSON.stringify(sizing.map((name) => variableValues.coerced[name]))
        const known = costs.get(key)
        if (known) return known.cost
        const args = { schema, operation, fragmentDefinitions: byName, variableValues }
        const wanted = costOf(args)
        const cost = wanted > limits.cost.value || pageProduct(args) > limits.rows.value ? null : wanted
        costs.set(key, { cost })
        return cost
      },
    }
  }
}

function keyOf({ query, operationName }: Asked): string {
  return operationName === null ? query : `${operationName}\n${query}`
}
