import type { FieldRef, InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { datasets } from '../datasets/index.ts'
import { builder } from './builder.ts'
import type { Fields } from './columns.ts'
import type { Context } from './context.ts'
import { encodeCursor, type PageArgs, pageOf } from './cursors.ts'
import type { Condition, Source } from './loaders.ts'
import { pageInfoOf } from './page-info.ts'
import { refOf, type TypedDataset } from './refs.ts'

type Types = typeof builder.$inferSchemaTypes

/** A list of rows, as a field: where the rows come from, and what it says of itself. */
interface ConnectionField extends Source<TypedDataset> {
  readonly description: string
}

/**
 * A connection from a row to others: `Agreement.promises`. It is null where `isKnown` says that we know
 * nothing of the others, which is not the same as that there are none.
 */
export function childConnection<P extends object>(
  t: Fields<P>,
  keyOf: (parent: P) => string,
  { description, ...source }: ConnectionField,
  { isKnown }: { isKnown?: (parent: P) => boolean } = {},
): FieldRef<Types, unknown> {
  return t.connection(
    {
      type: refOf(source.dataset),
      nullable: isKnown !== undefined,
      description,
      resolve: (parent, args, context) => {
        if (isKnown && !isKnown(parent)) return null
        return connect(source, keyOf(parent), args, context)
      },
    },
    ...connectionTypes(source.dataset),
  )
}

/** A connection over a whole dataset: `Query.promises`, filtered by its arguments. */
export function rootConnection<A extends InputFieldMap = Record<never, never>>(
  field: string,
  { description, ...source }: Omit<ConnectionField, 'name'>,
  filter?: { args: A; where: (args: InputShapeFromFields<A>) => Condition['sql'] },
): void {
  const named = { ...source, name: `Query.${field}` }
  builder.queryField(field, (t) =>
    t.connection(
      {
        type: refOf(source.dataset),
        description,
        ...(filter && { args: filter.args }),
        resolve: (_root, args, context) => {
          const {
            first: _1,
            last: _2,
            after: _3,
            before: _4,
            ...rest
          } = args as PageArgs & InputShapeFromFields<A>
          const where = filter?.where(rest as unknown as InputShapeFromFields<A>)
          const condition = where && { key: JSON.stringify(rest), sql: where }
          return connect(named, null, args, context, condition)
        },
      },
      ...connectionTypes(source.dataset),
    ),
  )
}

type ConnectionTypes = ReturnType<typeof makeConnectionTypes>
const made = new Map<TypedDataset, ConnectionTypes>()

/** The types of all connections to a dataset's rows: `PromiseConnection` and `PromiseEdge`. */
function connectionTypes(dataset: TypedDataset): ConnectionTypes {
  const types = made.get(dataset) ?? makeConnectionTypes(dataset)
  made.set(dataset, types)
  return types
}

function makeConnectionTypes(dataset: TypedDataset) {
  const { type } = datasets[dataset]
  const edge = builder.edgeObject({
    type: refOf(dataset),
    name: `${type}Edge`,
    description: `A ${type} on a page, with its cursor.`,
  })
  const connection = builder.connectionObject(
    { type: refOf(dataset), name: `${type}Connection`, description: `A page of ${type} rows.` },
    edge,
  )
  return [connection, edge] as const
}

async function connect(
  source: Source,
  parent: string | null,
  args: PageArgs,
  { loaders }: Context,
  where?: Condition,
) {
  const page = pageOf(source.name, source.order.length, args)
  const { rows, hasMore } = await loaders.page(source, parent, page, where)
  const edges = rows.map((node) => ({ node, cursor: encodeCursor(source.name, orderValues(source, node)) }))
  return {
    edges,
    pageInfo: pageInfoOf(page, edges, hasMore),
    count: () => loaders.count(source, parent, where),
  }
}

function orderValues(source: Source, row: object): (string | number)[] {
  const values: { [column: string]: string | number } = { ...row }
  return source.order.map((name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No column "${name}" in ${source.dataset}`)
    return value
  })
}
