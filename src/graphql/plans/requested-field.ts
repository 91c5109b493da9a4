import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLType,
  getNullableType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { NotPlanned } from './not-planned.ts'

/** A field that is requested, once or several times with the same response name. */
export interface RequestedField {
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
}

/** The arguments of a connection that decide which list is read, and how: each value has its own plan. */
export const LIST_ARGUMENTS = ['sort', 'itself'] as const

export type ListArgument = (typeof LIST_ARGUMENTS)[number]

/** The selections of a field, from all places where it is requested. */
export function selections({ nodes }: RequestedField): (SelectionSetNode | undefined)[] {
  return nodes.map(({ selectionSet }) => selectionSet)
}

/**
 * The object type of a field, without the list and non-null types around it.
 *
 * @throws {NotPlanned} when it is not an object type.
 */
export function objectType(type: GraphQLType | null | undefined): GraphQLObjectType {
  const plain = type && getNullableType(type)
  if (isListType(plain)) return objectType(plain.ofType)
  if (isObjectType(plain)) return plain
  throw new NotPlanned(String(type))
}
