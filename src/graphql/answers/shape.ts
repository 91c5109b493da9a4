import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import { limits, refusal } from '../limits.ts'

/** The size of a selection, with its fragments expanded. */
interface QueryShape {
  /** Fields of the selection itself, not those within them. */
  readonly own: number
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  /** Fields of the broadest selection in it. */
  readonly breadth: number
  readonly fields: number
}

const EMPTY: QueryShape = { own: 0, depth: 0, aliases: 0, directives: 0, breadth: 0, fields: 0 }

/**
 * Refuses a document that is too large. This is checked before validation, since the time of some validation rules
 * grows by the square of the number of fields.
 *
 * @throws {GraphQLError} when the document is too deep or too broad, or has too many fields, aliases or directives.
 */
export function refuseLargeShape(document: DocumentNode): void {
  const shape = queryShape(document)
  for (const name of ['depth', 'aliases', 'directives', 'breadth', 'fields'] as const) {
    if (shape[name] > limits[name].value) throw refusal(name, shape[name])
  }
}

function queryShape({ definitions }: DocumentNode): QueryShape {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  // A fragment is visited once, so this takes no longer than parsing. In a cycle, which validation refuses, it counts as
  // nothing.
  const known = new Map<string, QueryShape>()

  function selection({ selections }: SelectionSetNode): QueryShape {
    const parts = selections.map((node): QueryShape => {
      const directives = node.directives?.length ?? 0
      if (node.kind === Kind.FIELD) {
        const within = node.selectionSet ? selection(node.selectionSet) : EMPTY
        return {
          own: 1,
          depth: within.depth + 1,
          aliases: within.aliases + (node.alias ? 1 : 0),
          directives: within.directives + directives,
          breadth: within.breadth,
          fields: within.fields + 1,
        }
      }
      const within =
        node.kind === Kind.INLINE_FRAGMENT ? selection(node.selectionSet) : fragment(node.name.value)
      return { ...within, directives: within.directives + directives }
    })
    return shapesTogether(parts)
  }

  function fragment(name: string): QueryShape {
    const found = known.get(name)
    if (found) return found
    known.set(name, EMPTY)
    const definition = fragments.get(name)
    if (!definition) return EMPTY
    const within = selection(definition.selectionSet)
    const shape = { ...within, directives: within.directives + (definition.directives?.length ?? 0) }
    known.set(name, shape)
    return shape
  }

  const operations = definitions.map((definition): QueryShape => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return EMPTY
    const within = selection(definition.selectionSet)
    const own = [definition, ...(definition.variableDefinitions ?? [])]
    const directives = own.reduce((sum, node) => sum + (node.directives?.length ?? 0), 0)
    return { ...within, own: 0, directives: within.directives + directives }
  })
  return shapesTogether(operations)
}

function shapesTogether(parts: readonly QueryShape[]): QueryShape {
  const sum = (name: keyof QueryShape) => parts.reduce((total, shape) => total + shape[name], 0)
  const most = (name: keyof QueryShape) => parts.reduce((largest, shape) => Math.max(largest, shape[name]), 0)
  const own = sum('own')
  return {
    own,
    depth: most('depth'),
    aliases: sum('aliases'),
    directives: sum('directives'),
    breadth: Math.max(own, most('breadth')),
    fields: sum('fields'),
  }
}
