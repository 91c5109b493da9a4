import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  type VariableValues,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { quoted } from '../../common/quoted.ts'

/** The variables of a query that are used where null is not allowed, each with its argument. */
export type NeverNull = ReadonlyMap<string, string>

/**
 * Finds the variables that are used where null is not allowed. Validation accepts a nullable variable there if it has a
 * default, so that null for it would only be noticed during execution, if at all.
 */
export function neverNull(
  schema: GraphQLSchema,
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): NeverNull {
  const found = new Map<string, string>()
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    VariableDefinition: () => false,
    Variable({ name }) {
      if (isNonNullType(types.getInputType())) found.set(name.value, types.getArgument()?.name ?? '')
    },
  })
  for (const definition of definitions) visit(definition, visitor)
  return found
}

/** The error for variables of which one is null where null is not allowed; null if there is none. */
export function nullRefusal(places: NeverNull, { coerced }: VariableValues): GraphQLError | null {
  for (const [name, argument] of places) {
    if (coerced[name] === null) {
      const message = `Variable ${quoted(`$${name}`)} is null, but the argument "${argument}" cannot be null. Send a value, or omit the variable to use its default`
      return new GraphQLError(message, { extensions: { code: 'BAD_VARIABLES', http: { status: 400 } } })
    }
  }
  return null
}
