import {
  type ASTNode,
  BreakingChangeType,
  buildASTSchema,
  buildSchema,
  type DirectiveNode,
  findSchemaChanges,
  GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql'

/** Something in a schema that is to go. */
export interface Deprecation {
  /** Where it stands: `Promise.text`, `Query.promises(after)`, `Extent.GUESSED`. */
  readonly coordinate: string
  readonly reason: string
  /** The first day on which it may be gone, or null where the reason doesn't say. */
  readonly until: string | null
}

/** How long a deprecated item stays at least, from the release that deprecates it. */
const MONTHS = 6

const UNTIL = / Removed no earlier than (\d{4}-\d{2}-\d{2})\.$/

/** What a schema in SDL says is to go. */
export function deprecations(sdl: string): Deprecation[] {
  const found: Deprecation[] = []
  visit(parse(sdl), {
    enter(node, _key, _parent, _path, ancestors) {
      const reason = deprecationOf(node)
      if (reason === null || !('name' in node)) return
      // An ancestor that is a list holds the siblings too.
      const names = [...ancestors, node].flatMap((one) => ('name' in one && one.name ? [one.name.value] : []))
      const [type, member, argument] = names
      const coordinate = argument === undefined ? `${type}.${member}` : `${type}.${member}(${argument})`
      found.push({ coordinate, reason, until: UNTIL.exec(reason)?.[1] ?? null })
    },
  })
  return found
}

/**
 * How a schema breaks what is asked of the released one: each change that a client would notice by failing, but not the
 * removal of what was released as deprecated until a day that has come.
 */
export function breakingChanges(released: string, current: string, day: string): string[] {
  const isDue = (node: ASTNode) => {
    const until = UNTIL.exec(deprecationOf(node) ?? '')?.[1]
    return until !== undefined && until <= day
  }
  const kept = visit(parse(released), { enter: (node) => (isDue(node) ? null : undefined) })
  const breaking: readonly string[] = Object.values(BreakingChangeType)
  return findSchemaChanges(reachable(buildASTSchema(kept, { assumeValid: true })), buildSchema(current))
    .filter(({ type }) => breaking.includes(type))
    .map(({ description }) => description)
}

/** What is wrong with the deprecations of a schema, on a day on which it might be released. */
export function wrongDeprecations(
  released: string,
  current: string,
  changelog: string,
  day: string,
): string[] {
  const before = new Map(deprecations(released).map((one) => [one.coordinate, one]))
  const earliest = monthsAfter(day, MONTHS)
  return deprecations(current).flatMap(({ coordinate, until }) => {
    if (until === null) return [`${coordinate}: end its reason with "Removed no earlier than ${earliest}."`]
    if (!changelog.includes(`\`${coordinate}\``)) return [`${coordinate}: name it in CHANGELOG.md`]
    const promised = before.get(coordinate)?.until ?? earliest
    return until < promised ? [`${coordinate}: it stays until ${promised}, not ${until}`] : []
  })
}

/** The reason of a definition that is deprecated, or null. */
function deprecationOf(node: ASTNode): string | null {
  const directives: readonly DirectiveNode[] = 'directives' in node && node.directives ? node.directives : []
  const deprecated = directives.find(({ name }) => name.value === 'deprecated')
  if (!deprecated) return null
  const value = deprecated.arguments?.find(({ name }) => name.value === 'reason')?.value
  return value?.kind === Kind.STRING ? value.value : ''
}

/** A schema without the types that nothing leads to: they go with the last field that did. */
function reachable(schema: GraphQLSchema): GraphQLSchema {
  const implementing = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().length > 0,
  )
  const { types: _, ...config } = schema.toConfig()
  return new GraphQLSchema({ ...config, types: implementing })
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
