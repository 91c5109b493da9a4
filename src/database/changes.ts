import { and, asc, count, desc, eq, gt, inArray, max, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type Column, snakeCase } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets } from '../datasets/index.ts'
import type { Reader } from './client.ts'
import { isBetween, type KeysetPage } from './page.ts'
import { changes, revisions, tables } from './tables/index.ts'

const { tombstones } = tables

/** One row of the change log. */
export type Change = typeof changes.$inferSelect & {
  /** Withdrawn rows are withdrawn in the log too: `before` and `after` are null. */
  readonly isWithdrawn: boolean
  /** The day of the data of the revision. */
  readonly date: string
}

/** The key of a change, in the order of the log. */
const PLACE = [changes.revision, changes.dataset, changes.rowKey]

/** Whether the row, or the row whose value it quotes, has been withdrawn. */
const isWithdrawn = sql`exists (select from ${tombstones} where
  (${tombstones.dataset} = ${changes.dataset} and ${tombstones.recordId} = ${changes.rowKey})
  or (${changes.dataset} = 'quotes' and ${tombstones.recordId} = split_part(${changes.rowKey}, ' ', 1)))`

/** Which changes; null or undefined means no condition. */
export interface ChangeFilter {
  readonly datasets?: readonly string[] | null | undefined
  readonly kinds?: readonly Change['kind'][] | null | undefined
  /** Codes of municipalities. */
  readonly municipalities?: readonly string[] | null | undefined
}

/** Reads a page of the changes after a revision, in its direction. */
export async function readChanges(
  reader: Reader,
  since: number,
  filter: ChangeFilter,
  page: KeysetPage<readonly unknown[]>,
): Promise<Change[]> {
  return reader
    .select({
      revision: changes.revision,
      dataset: changes.dataset,
      rowKey: changes.rowKey,
      kind: changes.kind,
      before: shownValues(changes.before),
      after: shownValues(changes.after),
      // In brackets, since drizzle would otherwise omit the tables of its columns.
      isWithdrawn: sql<boolean>`(${isWithdrawn})`,
      date: sql<string>`(select ${revisions.date}::text from ${revisions} where ${revisions.number} = ${changes.revision})`,
    })
    .from(changes)
    .where(and(...matchesChange(since, filter), isBetween(PLACE, page)))
    .orderBy(...PLACE.map((column) => (page.direction === 'forward' ? asc(column) : desc(column))))
    .limit(page.size)
}

function shownValues(column: typeof changes.before | typeof changes.after): SQL<unknown> {
  return sql`case when not ${isWithdrawn} then ${column} end`.mapWith(column)
}

/** The number of changes after a revision. */
export async function countChanges(reader: Reader, since: number, filter: ChangeFilter): Promise<number> {
  const [counted] = await reader
    .select({ rows: count() })
    .from(changes)
    .where(and(...matchesChange(since, filter)))
  return counted?.rows ?? 0
}

function matchesChange(since: number, { datasets: names, kinds, municipalities }: ChangeFilter) {
  return [
    gt(changes.revision, since),
    names ? inArray(changes.dataset, [...names]) : undefined,
    kinds ? inArray(changes.kind, [...kinds]) : undefined,
    municipalities ? changesOfMunicipalities(municipalities) : undefined,
  ]
}

/** The row as it was last, under the names of exported columns. */
const row = sql`coalesce(${changes.after}, ${changes.before})`

/** The columns of a row with keys of another dataset. */
const held = (column: string) => sql`${row} ->> ${sql.raw(`'${snakeCase(column)}'`)}`

/** Selects the key or a column of the rows of a dataset that have ever met a condition. */
const everOf = (dataset: DatasetName, selected: SQL, where: SQL) =>
  sql`select ${selected} from ${changes} where ${changes.dataset} = ${sql.raw(`'${dataset}'`)} and ${where}`

/**
 * The condition that a row is one of some municipalities or their agreements, or leads to one of them. It is checked in the
 * log, which also has rows that no longer exist.
 */
function changesOfMunicipalities(codes: readonly string[]): SQL {
  const wanted = sql`any(${sql.param(codes)}::text[])`
  const agreements = everOf(
    'agreement_municipalities',
    held('agreementId'),
    sql`${held('municipalityCode')} = ${wanted}`,
  )
  const conditions = datasetNames.flatMap((name) => {
    const isOf = (condition: SQL) => sql`(${changes.dataset} = ${sql.raw(`'${name}'`)} and ${condition})`
    const leading = Object.entries<Column>(datasets[name].columns).flatMap(([column, { references }]) => {
      if (references === 'municipalities') return [isOf(sql`${held(column)} = ${wanted}`)]
      if (references === 'agreements') return [isOf(sql`${held(column)} in (${agreements})`)]
      if (references !== 'promises' && references !== 'activities') return []
      const inAgreements = everOf(
        references,
        sql`${changes.rowKey}`,
        sql`${held('agreementId')} in (${agreements})`,
      )
      return [isOf(sql`${held(column)} in (${inAgreements})`)]
    })
    if (name === 'municipalities') return [isOf(sql`${changes.rowKey} = ${wanted}`), ...leading]
    if (name === 'agreements') return [isOf(sql`${changes.rowKey} in (${agreements})`), ...leading]
    return leading
  })
  return sql`(${sql.join(conditions, sql` or `)})`
}

/** Selects the revision that last changed each of some rows of a dataset. */
export function lastRevisions(
  reader: Pick<Reader, 'select'>,
  dataset: DatasetName,
  keys: readonly string[] | Placeholder,
) {
  return reader
    .select({ parentKey: changes.rowKey, value: max(changes.revision) })
    .from(changes)
    .where(and(eq(changes.dataset, dataset), sql`${changes.rowKey} = any(${sql.param(keys)}::text[])`))
    .groupBy(changes.rowKey)
}
