import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from 'graphql'
import type { Context } from './context.ts'
import { costOfItself, costOfObject } from './cost.ts'

/** The schema, with fields that add their cost to `spent` of the context when the GraphQL library executes a query. Compiled plans count by the same rules. */
export function withCosts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue
    for (const field of Object.values(type.getFields())) meter(field, costOfItself(type, field.name))
  }
  return schema
}

function meter(field: GraphQLField<unknown, Context>, own: number): void {
  const type = getNamedType(field.type)
  const each = isCompositeType(type) ? costOfObject(type) : 0
  if (own === 0 && each === 0) return
  const resolve = field.resolve ?? defaultFieldResolver
  field.resolve = (parent, args, context, info) => {
    const count = (found: unknown): void => {
      if (Array.isArray(found)) found.forEach(whenThere)
      else if (found !== null && found !== undefined) context.spent += each
    }
    // A promise that fails costs nothing, and its error is handled where it is awaited.
    const whenThere = (found: unknown) =>
      found instanceof Promise ? void found.then(count, () => {}) : count(found)
    context.spent += own
    const found: unknown = resolve(parent, args, context, info)
    if (each > 0) whenThere(found)
    return found
  }
}
