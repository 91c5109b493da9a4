import DataLoader from 'dataloader'
import type { Database } from '../database/client.ts'
import type { DatasetName, Row } from '../datasets/index.ts'
import { type CursorPage, isKey } from './cursors.ts'
import type { Lookup } from './field-reading.ts'
import {
  countLists,
  countWhole,
  type ListCondition,
  type ListPart,
  type ListSource,
  selectAll,
  selectByKey,
  selectLists,
  selectWhole,
} from './lists.ts'
import { type PageRows, pageRows } from './pages.ts'

/** The loaders of one request. For every query, the rows of one field are read for all its parents in one SQL statement. */
export class Loaders {
  readonly #db: Database
  // Loaders of all datasets are in one map; the name says which.
  readonly #loaders = new Map<string, DataLoader<string, never>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The row of a dataset by its key. */
  row<N extends DatasetName>(dataset: N, key: string): Promise<Row<N> | null> {
    const loader = this.#loader<Row<N> | null>(`row ${dataset}`, async (keys) => {
      const byKey = new Map(
        (await selectByKey(this.#db, dataset, keys.filter(isKey))).map(({ parentKey, ...row }) => [
          parentKey,
          row,
        ]),
      )
      return keys.map((each) => (byKey.get(each) ?? null) as Row<N> | null) // the columns selected are the dataset's
    })
    return loader.load(key)
  }

  /** All rows of a short list of a parent, which can never be long, such as the topics of a promise. */
  list<N extends DatasetName>(source: ListSource<N>, parent: string): Promise<Row<N>[]> {
    const loader = this.#loader<Row<N>[]>(`list ${source.name}`, async (parents) => {
      const batches = batchesOf<N>(await selectAll(this.#db, source, parents))
      return parents.map((each) => batches.get(each) ?? [])
    })
    return loader.load(parent)
  }

  /** One page of a list of a parent, or of a whole dataset if `parent` is null. */
  async page<N extends DatasetName>(
    source: ListSource<N>,
    parent: string | null,
    page: CursorPage,
    where?: ListCondition,
  ): Promise<PageRows<Row<N>>> {
    const loader = this.#loader<PageRows<Row<N>>>(
      `page ${source.name} ${JSON.stringify(page)} ${where?.key}`,
      async (parents) => {
        const part = { ...page, limit: page.size + 1, where: where?.sql }
        const batches =
          parent === null ? await this.#whole(source, part) : await this.#batches(source, parents, part)
        return parents.map((each) => pageRows(page, batches.get(each) ?? []))
      },
    )
    return loader.load(parent ?? '')
  }

  /** How many rows a list has. */
  count(source: ListSource, parent: string | null, where?: ListCondition): Promise<number> {
    const loader = this.#loader<number>(`count ${source.name} ${where?.key}`, async (parents) => {
      if (parent === null) {
        const [counted] = await countWhole(this.#db, source, where?.sql)
        return parents.map(() => counted?.rows ?? 0)
      }
      const found = await countLists(this.#db, source, parents, where?.sql)
      const byParent = new Map(found.map((row) => [row.parentKey, row.rows]))
      return parents.map((each) => byParent.get(each) ?? 0)
    })
    return loader.load(parent ?? '')
  }

  /** A value that is looked up by the key of a row. */
  lookup({ name, select }: Lookup, key: string): Promise<unknown> {
    const loader = this.other<unknown>(name, async (db, keys) => {
      const values = new Map((await select(db, keys)).map(({ parentKey, value }) => [parentKey, value]))
      return keys.map((each) => values.get(each))
    })
    return loader.load(key)
  }

  /** A loader of anything other than rows of a dataset, by a name. */
  other<V>(
    name: string,
    batch: (db: Database, keys: readonly string[]) => Promise<V[]>,
  ): DataLoader<string, V> {
    return this.#loader(name, (keys) => batch(this.#db, keys))
  }

  #loader<V>(name: string, batch: (keys: readonly string[]) => Promise<V[]>): DataLoader<string, V> {
    const known = this.#loaders.get(name)
    // Each name has one type of values.
    if (known) return known as unknown as DataLoader<string, V>
    const loader = new DataLoader<string, V>(batch)
    this.#loaders.set(name, loader as unknown as DataLoader<string, never>)
    return loader
  }

  async #whole<N extends DatasetName>(source: ListSource<N>, part: ListPart): Promise<Map<string, Row<N>[]>> {
    return new Map([['', (await selectWhole(this.#db, source, part)) as Row<N>[]]]) // the columns selected are the dataset's
  }

  async #batches<N extends DatasetName>(
    source: ListSource<N>,
    parents: readonly string[],
    part: ListPart,
  ): Promise<Map<string, Row<N>[]>> {
    return batchesOf<N>(await selectLists(this.#db, source, parents, part))
  }
}

/** Rows by the key of their parent. The columns selected are the dataset's. */
function batchesOf<N extends DatasetName>(
  found: readonly { readonly parentKey: unknown }[],
): Map<string, Row<N>[]> {
  const batches = new Map<string, Row<N>[]>()
  for (const { parentKey, ...row } of found) {
    const batch = batches.get(String(parentKey))
    if (batch) batch.push(row as Row<N>)
    else batches.set(String(parentKey), [row as Row<N>])
  }
  return batches
}
