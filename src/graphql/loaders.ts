import DataLoader from 'dataloader'
import { count, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../database/client.ts'
import { columnsOf, keyColumns, tableOf } from '../database/rows.ts'
import { type DatasetName, datasets, type Row } from '../datasets/index.ts'
import type { Page } from './cursors.ts'
import { isBeyond, type Order, orderBy } from './ordering.ts'

/**
 * Where the rows of a list come from: a dataset, and how its rows belong to a parent. Either they hold the
 * parent's key themselves (`parent`), or a dataset of links joins the two (`via`).
 */
export interface Source<N extends DatasetName = DatasetName> extends Order {
  /** What a cursor of this list is bound to, such as `Topic.promises`. */
  readonly name: string
  readonly dataset: N
  readonly parent?: string
  readonly via?: {
    readonly dataset: DatasetName
    readonly parent: string
    readonly child: string
    readonly where?: SQL
  }
}

/** One page of a list, and whether it goes on. */
export interface Rows<N extends DatasetName> {
  readonly rows: Row<N>[]
  readonly hasMore: boolean
}

/**
 * The loaders of one request. Whatever a query asks for, the rows of one field are fetched for all its
 * parents in one SQL statement.
 */
export class Loaders {
  readonly #db: Database
  // Loaders of any dataset live in one map; the name says which.
  readonly #loaders = new Map<string, DataLoader<string, never>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The row of a dataset by its key. */
  row<N extends DatasetName>(dataset: N, key: string): Promise<Row<N> | null> {
    const loader = this.#loader<Row<N> | null>(`row ${dataset}`, async (keys) => {
      const [column] = keyColumns(dataset)
      const [name = ''] = datasets[dataset].key
      if (!column) throw new Error(`${dataset} has no key`)
      const found = await this.#db
        .select(columnsOf(dataset))
        .from(tableOf(dataset))
        .where(inArray(column, [...keys]))
      const byKey = new Map(found.map((row) => [row[name], row]))
      return keys.map((each) => (byKey.get(each) ?? null) as Row<N> | null)
    })
    return loader.load(key)
  }

  /** All rows of a short list of a parent: for what is bounded by nature, such as the topics of a promise. */
  list<N extends DatasetName>(source: Source<N>, parent: string): Promise<Row<N>[]> {
    const loader = this.#loader<Row<N>[]>(`list ${source.name}`, async (parents) => {
      const batches = await this.#batches(source, parents, { direction: 'forward', from: null })
      return parents.map((each) => batches.get(each) ?? [])
    })
    return loader.load(parent)
  }

  /** One page of a list of a parent, or of a whole dataset where `parent` is null. */
  async page<N extends DatasetName>(
    source: Source<N>,
    parent: string | null,
    page: Page,
    where?: Condition,
  ): Promise<Rows<N>> {
    const { size } = page
    const loader = this.#loader<Rows<N>>(
      `page ${source.name} ${JSON.stringify(page)} ${where?.key}`,
      async (parents) => {
        const part = { ...page, limit: size + 1, ...(where && { where: where.sql }) }
        const batches =
          parent === null ? await this.#whole(source, part) : await this.#batches(source, parents, part)
        return parents.map((each) => {
          const rows = batches.get(each) ?? []
          const kept = rows.slice(0, size)
          return { rows: page.direction === 'forward' ? kept : kept.reverse(), hasMore: rows.length > size }
        })
      },
    )
    return loader.load(parent ?? '')
  }

  /** How many rows a list has. */
  count(source: Source, parent: string | null, where?: Condition): Promise<number> {
    const loader = this.#loader<number>(`count ${source.name} ${where?.key}`, async (parents) => {
      if (parent === null) {
        const [counted] = await this.#db
          .select({ rows: count() })
          .from(tableOf(source.dataset))
          .where(where?.sql)
        return parents.map(() => counted?.rows ?? 0)
      }
      const table = tableOf(source.dataset)
      const counted = this.#db
        .select({ rows: sql<number>`count(*)::int`.as('rows') })
        .from(table)
        .where(all(belongs(source), where?.sql))
        .as('counted')
      const found = await this.#db
        .select({ parent: sql<string>`parent.key`, rows: counted.rows })
        .from(keysAsTable(parents))
        .crossJoinLateral(counted)
      const byParent = new Map(found.map((row) => [row.parent, row.rows]))
      return parents.map((each) => byParent.get(each) ?? 0)
    })
    return loader.load(parent ?? '')
  }

  /** A loader of something else than rows of a dataset, under a name that says what. */
  other<V>(
    name: string,
    batch: (db: Database, keys: readonly string[]) => Promise<V[]>,
  ): DataLoader<string, V> {
    return this.#loader(name, (keys) => batch(this.#db, keys))
  }

  #loader<V>(name: string, batch: (keys: readonly string[]) => Promise<V[]>): DataLoader<string, V> {
    const known = this.#loaders.get(name)
    // A name stands for one type of values.
    if (known) return known as unknown as DataLoader<string, V>
    const loader = new DataLoader<string, V>(batch)
    this.#loaders.set(name, loader as unknown as DataLoader<string, never>)
    return loader
  }

  async #whole<N extends DatasetName>(source: Source<N>, part: Part): Promise<Map<string, Row<N>[]>> {
    const rows = await this.#select(source, part, part.where)
    return new Map([['', rows as Row<N>[]]]) // the columns selected are the dataset's
  }

  /** The rows of many parents in one statement: for each, the same statement as for one, joined laterally. */
  async #batches<N extends DatasetName>(
    source: Source<N>,
    parents: readonly string[],
    part: Part,
  ): Promise<Map<string, Row<N>[]>> {
    const columns = columnsOf(source.dataset)
    const rows = this.#select(source, part, all(belongs(source), part.where)).as('rows')
    const fields = rows as unknown as typeof columns // a subquery has the columns it selects
    const names = Object.keys(getTableColumns(tableOf(source.dataset)))
    const found = await this.#db
      .select({
        parentKey: sql<string>`parent.key`,
        ...Object.fromEntries(names.map((name) => [name, column(fields, name)])),
      })
      .from(keysAsTable(parents))
      .crossJoinLateral(rows)
      .orderBy(sql`parent.place`, ...orderBy(source, fields, part.direction))
    const batches = new Map<string, Row<N>[]>()
    for (const { parentKey, ...row } of found) {
      const batch = batches.get(parentKey)
      if (batch) batch.push(row as Row<N>)
      else batches.set(parentKey, [row as Row<N>])
    }
    return batches
  }

  #select(source: Source, { direction, from, limit }: Part, where: SQL | undefined) {
    const columns = columnsOf(source.dataset)
    const bound = from ? isBeyond(source, columns, direction, from) : undefined
    const query = this.#db
      .select(columns)
      .from(tableOf(source.dataset))
      .where(all(where, bound))
      .orderBy(...orderBy(source, columns, direction))
      .$dynamic()
    return limit === undefined ? query : query.limit(limit)
  }
}

/** A filter, and what tells it from others of the same list. */
export interface Condition {
  readonly key: string
  readonly sql: SQL | undefined
}

interface Part extends Pick<Page, 'direction' | 'from'> {
  readonly limit?: number
  readonly where?: SQL | undefined
}

/** The keys of the parents as a table, in their order. */
function keysAsTable(keys: readonly string[]): SQL {
  return sql`unnest(${sql.param(keys)}::text[]) with ordinality as parent(key, place)`
}

/** The condition that a row belongs to the parent of the lateral join. */
function belongs({ dataset, parent, via }: Source): SQL {
  const key = sql`parent.key`
  if (parent !== undefined) return eq(column(columnsOf(dataset), parent), key)
  if (!via) throw new Error(`A list of ${dataset} needs parent or via`)
  const link = columnsOf(via.dataset)
  const [own] = keyColumns(dataset)
  return sql`${own} in (select ${column(link, via.child)} from ${tableOf(via.dataset)} where ${all(
    eq(column(link, via.parent), key),
    via.where,
  )})`
}

function all(...conditions: (SQL | undefined)[]): SQL | undefined {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? undefined : sql.join(given, sql` and `)
}

function column(columns: { [name: string]: PgColumn }, name: string): PgColumn {
  const found = columns[name]
  if (!found) throw new Error(`No column "${name}"`)
  return found
}
