import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'

/** The names of the variables that stand as arguments of a kind: what depends on nothing else can be kept by their values. */
export function variablesIn(
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
  isMeant: (argument: ArgumentNode, of: FieldNode | DirectiveNode) => boolean,
): string[] {
  const names = new Set<string>()
  const collect = (of: FieldNode | DirectiveNode) => {
    for (const argument of of.arguments ?? []) {
      const { value } = argument
      if (value.kind === Kind.VARIABLE && isMeant(argument, of)) names.add(value.name.value)
    }
  }
  for (const definition of definitions) visit(definition, { Field: collect, Directive: collect })
  return [...names]
}
