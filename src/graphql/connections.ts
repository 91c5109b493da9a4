import type { FieldRef, InputFieldMap } from '@pothos/core'
import { bilingualText, type Text } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import { builder, type PothosTypes } from './builder.ts'
import type { FieldBuilder } from './columns.ts'
import type { Context } from './context.ts'
import { type CursorPlace, encodeCursor, type PageArgs, pageOf } from './cursors.ts'
import { type KnownWhere, readAs } from './field-reading.ts'
import { askedFilter, type GivenFilter } from './filters/filter.ts'
import { filters } from './filters/index.ts'
import { type ListCondition, type ListSource, ofParentItself } from './lists.ts'
import { isPlace } from './ordering.ts'
import { edgesOf } from './pages.ts'
import { refOf } from './refs.ts'
import { sortEnums, sorted } from './sorts.ts'
import { type ConnectionDataset, listedDatasets, type TypedDataset } from './typed-datasets.ts'

/** A list of rows as a field: where the rows come from, and its description. */
interface ConnectionField extends Omit<ListSource<ConnectionDataset>, 'itself'> {
  readonly description: Text
  /** What belongs to the row itself, and the description of the argument that selects only that. */
  readonly itself?: NonNullable<ListSource['itself']> & { readonly description: Text }
}

/**
 * A connection from a row to others. It is null where `known` says that nothing is known about the others, which does not
 * mean that there are none.
 *
 * @example municipalities: childConnection(t, 'code', { name: 'County.municipalities', description: text, dataset:
 * 'municipalities', parent: 'countyCode', order: ['code'] })
 */
export function childConnection<P extends object>(
  t: FieldBuilder<P>,
  key: keyof P & string,
  { description, ...source }: ConnectionField,
  known?: KnownWhere<keyof P & string>,
): FieldRef<PothosTypes, unknown> {
  return t.connection(
    {
      type: refOf(source.dataset),
      nullable: known !== undefined,
      description: bilingualText(description),
      args: { ...listArgs(source.dataset), ...(source.itself && itselfArg(source.itself.description)) },
      ...readAs({ kind: 'connection', source, key, ...(known && { known }) }),
      resolve: (parent, args, context) => {
        if (known && !known.values.includes(String(parent[known.column]))) return null
        return connect(source, String(parent[key]), args, context)
      },
    },
    ...connectionTypes[source.dataset],
  )
}

/**
 * A connection over a whole dataset.
 *
 * @example rootConnection('counties', { description: text, dataset: 'counties', order: ['code'] }) // Query.counties
 */
export function rootConnection(
  field: string,
  { description, ...source }: Omit<ConnectionField, 'name'>,
): void {
  const named = { ...source, name: `Query.${field}` }
  builder.queryField(field, (t) =>
    t.connection(
      {
        type: refOf(source.dataset),
        description: bilingualText(description),
        args: listArgs(source.dataset),
        ...readAs({ kind: 'connection', source: named, key: null }),
        resolve: (_root, args, context) => connect(named, null, args, context),
      },
      ...connectionTypes[source.dataset],
    ),
  )
}

/** The arguments of a connection besides its page: the filter and the sort of its dataset. */
export interface ListArgs extends PageArgs {
  readonly filter?: GivenFilter | null
  readonly sort?: string | null | undefined
  readonly itself?: boolean | null | undefined
}

function itselfArg(description: Text): InputFieldMap {
  return builder.args((t) => ({
    itself: t.boolean({ defaultValue: false, description: bilingualText(description) }),
  }))
}

/** The list that is requested from a connection. */
export function listAsked<S extends ListSource<TypedDataset>>(
  source: S,
  { sort, itself }: Pick<ListArgs, 'sort' | 'itself'>,
): S {
  const list = itself ? ofParentItself(source) : source
  return sort ? sorted(list, sort) : list
}

function listArgs(dataset: TypedDataset): InputFieldMap {
  const filter = filters[dataset]
  const sort = sortEnums.get(dataset)
  return builder.args((t) => ({
    ...(filter && {
      filter: t.field({
        type: filter.input,
        description: bilingualText({ sv: 'Vilka rader som ska visas.', en: 'Which rows to return.' }),
      }),
    }),
    ...(sort && {
      sort: t.field({
        type: sort,
        description: bilingualText({
          sv: 'Ordningen. En markör gäller bara i den ordning som den kommer från. Null betyder listans vanliga ordning.',
          en: 'The sort order. A cursor is valid only for the sort order in which it was returned. Null means the default order of the connection.',
        }),
      }),
    }),
  }))
}

/** The types of all connections to the rows of each dataset: `PromiseConnection` and `PromiseEdge`. */
const connectionTypes = Object.fromEntries(
  listedDatasets.map((dataset) => [dataset, makeConnectionTypes(dataset)]),
) as { readonly [N in ConnectionDataset]: ReturnType<typeof makeConnectionTypes> }

function makeConnectionTypes(dataset: TypedDataset) {
  const { type } = datasets[dataset]
  const edge = builder.edgeObject({
    type: refOf(dataset),
    name: `${type}Edge`,
    description: `A ${type} row of a page, with its cursor.`,
  })
  const connection = builder.connectionObject(
    { type: refOf(dataset), name: `${type}Connection`, description: `A page of ${type} rows.` },
    edge,
  )
  return [connection, edge] as const
}

async function connect(
  list: ListSource<TypedDataset>,
  parent: string | null,
  // The schema gives every connection the arguments of `listArgs`.
  { filter, sort, itself, ...args }: ListArgs,
  { loaders, names }: Context,
) {
  const source = listAsked(list, { sort, itself })
  const page = pageOf(source.name, (values) => isPlace(source, values), args, parent)
  const { given } = await askedFilter(filters[source.dataset], filter, names)
  const where = filterCondition(source.dataset, given)
  const found = await loaders.page(source, parent, page, where)
  return {
    ...edgesOf(page, found, (row) => encodeCursor(source.name, orderValues(source, row), parent)),
    count: () => loaders.count(source, parent, where),
  }
}

function filterCondition(
  dataset: TypedDataset,
  given: GivenFilter | null | undefined,
): ListCondition | undefined {
  const where = filters[dataset]?.where(given)
  return where && { key: JSON.stringify(given), sql: where }
}

function orderValues(source: ListSource, row: object): CursorPlace {
  const values: { [column: string]: string | number | null } = { ...row }
  return source.order.map((name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No column "${name}" in ${source.dataset}`)
    return value
  })
}
