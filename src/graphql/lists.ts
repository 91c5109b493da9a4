import { and, count, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../database/client.ts'
import { columnsOf, keyColumns, tableOf } from '../database/rows.ts'
import { type DatasetName, datasets } from '../datasets/index.ts'
import type { CursorPage } from './cursors.ts'
import { isBeyond, type Order, orderBy } from './ordering.ts'

/**
 * Where the rows of a list come from: a dataset, and how its rows belong to a parent. Either they have the key of the
 * parent in a column (`parent`), or a dataset of links joins the two (`via`), or `childrenOf` selects them.
 */
export interface ListSource<N extends DatasetName = DatasetName> extends Order {
  /** The name that cursors of this list contain, such as `Topic.promises`. */
  readonly name: string
  readonly dataset: N
  readonly parent?: string
  readonly via?: {
    readonly dataset: DatasetName
    readonly parent: string
    readonly child: string
    readonly where?: SQL
  }
  /** Selects the keys of the rows that belong to a parent. */
  readonly childrenOf?: (parent: SQL) => SQL
  /** The rows that belong to the parent itself, if others belong to one of its parts. */
  readonly itself?: Required<Pick<ListSource, 'childrenOf'>>
}

/** The list of what belongs to the parent itself. Its cursors differ from those of the whole list. */
export function ofParentItself<S extends ListSource>(source: S): S {
  const childrenOf = source.itself?.childrenOf
  if (!childrenOf) throw new Error(`${source.name} has nothing else than what belongs to the parent itself`)
  return { ...source, childrenOf, name: `${source.name}(itself: true)` }
}

/** A filter, and a key that distinguishes it from others of the same list. */
export interface ListCondition {
  readonly key: string
  readonly sql: SQL | undefined
}

/** A place after which a part of a list begins, or before which it ends, if any. */
export type ListBound = readonly (string | number | null | Placeholder)[] | null | undefined

/** Which part of a list to read. For a prepared statement there can be placeholders instead of values. */
export interface ListPart {
  readonly direction: CursorPage['direction']
  readonly after: ListBound
  readonly before: ListBound
  readonly limit?: number
  readonly where?: SQL | undefined
}

/** Keys of rows, or a placeholder for them. */
export type Keys = readonly string[] | Placeholder

/** The part of a list that has no parent. */
export function selectWhole(
  db: Pick<Reader, 'select'>,
  source: ListSource,
  { direction, after, before, limit, where }: ListPart,
  names: readonly string[] = columnNames(source.dataset),
) {
  const columns = columnsOf(source.dataset)
  const query = db
    .select(pick(columns, names))
    .from(tableOf(source.dataset))
    .where(
      and(
        where,
        after ? isBeyond(source, columns, 'forward', after) : undefined,
        before ? isBeyond(source, columns, 'backward', before) : undefined,
      ),
    )
    .orderBy(...orderBy(source, columns, direction))
    .$dynamic()
  // A literal, not a parameter, for which the database would plan for a tenth of all rows.
  return limit === undefined ? query : query.limit(sql.raw(String(limit)) as unknown as number)
}

/**
 * The same part of the lists of many parents, in one statement: for each, the same as for one, joined
 * laterally. The parent's key comes first in a row, as `parentKey`.
 */
export function selectLists(
  db: Pick<Reader, 'select'>,
  source: ListSource,
  parents: Keys,
  part: ListPart,
  names: readonly string[] = columnNames(source.dataset),
) {
  const where = and(belongs(source), part.where)
  const rows = selectWhole(db, source, { ...part, where }, [...new Set([...names, ...source.order])]).as(
    'rows',
  )
  const fields = rows as unknown as { [name: string]: PgColumn } // a subquery has the columns it selects
  return db
    .select({ parentKey: sql<string>`parent.key`, ...pick(fields, names) })
    .from(keysAsTable(parents))
    .crossJoinLateral(rows)
    .orderBy(sql`parent.place`, ...orderBy(source, fields, part.direction))
}

/**
 * All rows of the lists of many parents, in one statement, those of a parent together. The parent's key comes first
 * in a row, as `parentKey`. Without pages the two tables can be joined as a whole, which takes a fraction of the time.
 */
export function selectAll(
  db: Pick<Reader, 'select'>,
  source: ListSource,
  parents: Keys,
  names: readonly string[] = columnNames(source.dataset),
) {
  const { dataset, parent, via } = source
  const columns = columnsOf(dataset)
  const order = orderBy(source, columns, 'forward')
  if (parent !== undefined) {
    const key = column(columns, parent)
    return db
      .select({ parentKey: sql<string>`${key}`, ...pick(columns, names) })
      .from(tableOf(dataset))
      .where(isAnyOf(key, parents))
      .orderBy(key, ...order)
  }
  if (!via) throw new Error(`A list of ${dataset} needs parent or via`)
  const link = columnsOf(via.dataset)
  const [from, to] = [column(link, via.parent), column(link, via.child)]
  // A row that is linked twice is in the list once.
  const links = sql`(select distinct ${from} as parent, ${to} as child from ${tableOf(via.dataset)} where ${and(
    isAnyOf(from, parents),
    via.where,
  )}) as links`
  const [own] = keyColumns(dataset)
  return db
    .select({ parentKey: sql<string>`links.parent`, ...pick(columns, names) })
    .from(links)
    .innerJoin(tableOf(dataset), sql`${own} = links.child`)
    .orderBy(sql`links.parent`, ...order)
}

/** Rows by their keys, in no order. The key comes first in a row, as `parentKey`. */
export function selectByKey(
  db: Pick<Reader, 'select'>,
  dataset: DatasetName,
  keys: Keys,
  names: readonly string[] = columnNames(dataset),
) {
  const [key] = keyColumns(dataset)
  if (!key) throw new Error(`${dataset} has no key`)
  return db
    .select({ parentKey: sql<string>`${key}`, ...pick(columnsOf(dataset), names) })
    .from(tableOf(dataset))
    .where(isAnyOf(key, keys))
}

/** The number of rows of a list without a parent. */
export function countWhole(db: Pick<Reader, 'select'>, { dataset }: ListSource, where: SQL | undefined) {
  return db.select({ rows: count() }).from(tableOf(dataset)).where(where)
}

/** The number of rows of the lists of many parents, each with the key of its parent. */
export function countLists(
  db: Pick<Reader, 'select'>,
  source: ListSource,
  parents: Keys,
  where: SQL | undefined,
) {
  const counted = db
    .select({ rows: sql<number>`count(*)::int`.as('rows') })
    .from(tableOf(source.dataset))
    .where(and(belongs(source), where))
    .as('counted')
  return db
    .select({ parentKey: sql<string>`parent.key`, rows: counted.rows })
    .from(keysAsTable(parents))
    .crossJoinLateral(counted)
}

function isAnyOf(key: PgColumn, keys: Keys): SQL {
  return sql`${key} = any(${sql.param(keys)}::text[])`
}

/** The keys of the parents as a table, in order. */
function keysAsTable(keys: Keys): SQL {
  return sql`unnest(${sql.param(keys)}::text[]) with ordinality as parent(key, place)`
}

/** The condition that a row belongs to the parent of the lateral join. */
function belongs({ dataset, parent, via, childrenOf }: ListSource): SQL {
  const key = sql`parent.key`
  const [own] = keyColumns(dataset)
  if (childrenOf) return sql`${own} in (${childrenOf(key)})`
  if (parent !== undefined) return eq(column(columnsOf(dataset), parent), key)
  if (!via) throw new Error(`A list of ${dataset} needs parent, via or childrenOf`)
  const link = columnsOf(via.dataset)
  return sql`${own} in (select ${column(link, via.child)} from ${tableOf(via.dataset)} where ${and(
    eq(column(link, via.parent), key),
    via.where,
  )})`
}

function columnNames(dataset: DatasetName): string[] {
  return Object.keys(datasets[dataset].columns)
}

function pick(columns: { [name: string]: PgColumn }, names: readonly string[]): { [name: string]: PgColumn } {
  return Object.fromEntries(names.map((name) => [name, column(columns, name)]))
}

function column(columns: { [name: string]: PgColumn }, name: string): PgColumn {
  const found = columns[name]
  if (!found) throw new Error(`No column "${name}"`)
  return found
}
