import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What a plan is made from: the schema, the fragments of the document, and the values of its conditions. */
export interface Document {
  readonly schema: GraphQLSchema
  readonly fragments: { readonly [name: string]: FragmentDefinitionNode }
  /** The values of the variables on which the shape of the response depends. */
  readonly shaping: { readonly [variable: string]: unknown }
}

/** The fields selected of an object type, by their response names, in order. */
export function fieldsOf(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  const collect = (set: SelectionSetNode | undefined) => {
    for (const node of set?.selections ?? []) {
      if (!isIncluded(document, node)) continue
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value
        fields.set(name, [...(fields.get(name) ?? []), node])
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (fits(document, type, node.typeCondition?.name.value)) collect(node.selectionSet)
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value)
        const fragment = document.fragments[node.name.value]
        if (fits(document, type, fragment?.typeCondition.name.value)) collect(fragment?.selectionSet)
      }
    }
  }
  for (const set of sets) collect(set)
  return fields
}

/** Whether a fragment on a type holds for rows of another. */
function fits({ schema }: Document, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true
  const other = schema.getType(condition)
  return other !== undefined && isAbstractType(other) && schema.isSubType(other, type)
}

function isIncluded({ shaping }: Document, { directives = [] }: SelectionNode): boolean {
  return directives.every(({ name, arguments: [condition] = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true
    const value =
      condition?.value.kind === Kind.VARIABLE
        ? shaping[condition.value.name.value]
        : condition?.value.kind === Kind.BOOLEAN && condition.value.value
    return value === (name.value === 'include')
  })
}
