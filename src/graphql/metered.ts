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

/** A schema whose fields add what they read to `spent` of the context while a query is executed plainly; plans count by the same rules. */
export function metered(schema: GraphQLSchema): GraphQLSchema {
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
    // What fails costs nothing, and is told where it is awaited.
    const whenThere = (found: unknown) =>
      found instanceof Promise ? void found.then(count, () => {}) : count(found)
    context.spent += own
    const found: unknown = resolve(parent, args, context, info)
    if (each > 0) whenThere(found)
    return found
  }
}
