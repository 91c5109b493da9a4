import { inArray, sql } from 'drizzle-orm'
import { reasonOf } from '../common/reason.ts'
import { rowExporter, rowKey, snakeCase } from '../datasets/dataset.ts'
import { type DatasetName, datasetNames, datasets } from '../datasets/index.ts'
import { BadRecords } from '../records/problem.ts'
import type { Data } from '../records/read-data.ts'
import { inBatches } from './batches.ts'
import { type Database, type Transaction, WRITING } from './client.ts'
import { contentSha256 } from './content.ts'
import { writeDerived } from './derived.ts'
import { insertRows } from './insert-rows.ts'
import { LOCK_KEY } from './migrations.ts'
import { latestRevision, type Revision } from './revisions.ts'
import { type RowChange, rowChanges } from './row-changes.ts'
import { columnsOf, keyColumns, readTables, sqlRow, tableOf } from './rows.ts'
import { changes, revisions, tables } from './tables/index.ts'
import { refuseVanished } from './vanished.ts'
import { withholdInLog, withoutWithheld } from './withheld-log.ts'

export interface LoadResult {
  readonly revision: Revision
  /** Whether the load made the revision: false if the database already had exactly these data. */
  readonly isNew: boolean
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/**
 * Makes the database contain exactly these data, in one transaction. If anything differs, this makes the next revision,
 * with each change logged; otherwise nothing is written.
 *
 * @throws {BadRecords} when a public id has disappeared without being withdrawn, or the database refuses a row; the data
 * are then not changed.
 */
export function load(db: Database, data: Data): Promise<LoadResult> {
  return db.transaction((tx) => loadIn(tx, data), WRITING)
}

async function loadIn(tx: Transaction, data: Data): Promise<LoadResult> {
  // One load at a time, whichever server runs it.
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`)
  const content = contentSha256(data)
  const latest = await latestRevision(tx)
  if (latest?.contentSha256 === content) {
    await writeDerived(tx, latest.number, data.tables)
    return { revision: latest, isNew: false, added: 0, changed: 0, removed: 0 }
  }
  const before = await readTables(tx)
  const found = rowChanges(before, data.tables)
  refuseVanished(found, before, data)
  const number = (latest?.number ?? 0) + 1
  await tx.insert(revisions).values({ number, contentSha256: content, date: data.date })
  await writeRowChanges(tx, found, data)
  await insertRows(tx, changes, logEntries(number, found))
  await withholdInLog(tx, found)
  await writeDerived(tx, number, data.tables)
  const revision = await latestRevision(tx)
  if (!revision) throw new Error(`Revision ${number} was written but cannot be found`)
  const count = (kind: RowChange['kind']) => found.filter((change) => change.kind === kind).length
  return {
    revision,
    isNew: true,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  }
}

function logEntries(revision: number, found: readonly RowChange[]) {
  const exporters = Object.fromEntries(datasetNames.map((name) => [name, rowExporter(datasets[name])])) as {
    [N in DatasetName]: ReturnType<typeof rowExporter> // one for each
  }
  return found.map(withoutWithheld).map(({ dataset, rowKey: key, kind, before, after }) => {
    const shown = (row: object | null) => row && exporters[dataset](row)
    return { revision, dataset, rowKey: key, kind, before: shown(before), after: shown(after) }
  })
}

/** Writes rows after those that they refer to, and removes them before those. */
async function writeRowChanges(tx: Transaction, found: readonly RowChange[], data: Data): Promise<void> {
  for (const name of datasetNames) {
    const rows = found.flatMap(({ dataset, after }) => (dataset === name && after ? [after] : []))
    // In a savepoint, so that the transaction can go on to find the row if it fails.
    const attempt = (part: readonly object[]) => tx.transaction((savepoint) => upsert(savepoint, name, part))
    await attempt(rows).catch((error: unknown) => explainRefusal(tx, name, rows, attempt, data, error))
  }
  for (const name of datasetNames.toReversed()) {
    const rows = found.flatMap(({ dataset, kind, before }) =>
      dataset === name && kind === 'removed' && before ? [before] : [],
    )
    await remove(tx, name, rows)
  }
}

/**
 * Finds the row that the database refused. Other errors are thrown again.
 *
 * @throws {BadRecords} when a row was refused, with its place and the check that it fails.
 */
async function explainRefusal(
  tx: Transaction,
  name: DatasetName,
  rows: readonly object[],
  attempt: (part: readonly object[]) => Promise<void>,
  { originOf, folder }: Data,
  error: unknown,
): Promise<never> {
  if (!isRefusal(error)) throw error
  for (const row of rows) {
    const refusal = await attempt([row]).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (refusal === null) continue
    const cause = refusal instanceof Error && refusal.cause instanceof Error ? refusal.cause : refusal
    const reason = reasonOf(cause)
    const rule = await ruleOf(tx, cause)
    const message = `${name} ${rowKey(datasets[name], row)} is refused: ${reason}${rule && `; write what fits ${rule}`}`
    throw new BadRecords([{ ...(originOf(row) ?? { file: name, line: 1 }), message }]).within(folder)
  }
  throw error
}

/** The SQL of the constraint that an error names, if any, such as `CHECK ((value > 0))`. */
async function ruleOf(tx: Transaction, refusal: unknown): Promise<string> {
  // The two drivers call it differently. The message has it too, in the language of the server.
  const { constraint_name, constraint = constraint_name } = Object(refusal)
  if (typeof constraint !== 'string') return ''
  const [found] = await tx
    .select({ rule: sql<string>`pg_get_constraintdef(oid)` })
    .from(sql`pg_constraint`)
    .where(sql`conname = ${constraint}`)
  return found?.rule ?? ''
}

/** Whether an error says that values are wrong: classes 22 and 23 of SQLSTATE. */
function isRefusal(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause && /^2[23]/.test(String(cause.code))
}

async function upsert(tx: Transaction, name: DatasetName, rows: readonly object[]): Promise<void> {
  const columns = columnsOf(name)
  const key = keyColumns(name)
  const others = Object.entries(columns).filter(([, column]) => !key.includes(column))
  const set = others.map(([column]) => sql.raw(`${snakeCase(column)} = excluded.${snakeCase(column)}`))
  const target = sql.raw(datasets[name].key.map(snakeCase).join(', '))
  const conflict =
    others.length > 0 ? sql`on conflict (${target}) do update set ${sql.join(set, sql`, `)}` : sql``
  await insertRows(tx, tables[name], rows, conflict)
}

async function remove(tx: Transaction, name: DatasetName, rows: readonly object[]): Promise<void> {
  const key = keyColumns(name)
  const values = rows.map((row) => datasets[name].key.map((column) => ({ ...row })[column as never]))
  await inBatches(rows.length, key.length, (from, to) =>
    tx.delete(tableOf(name)).where(inArray(sqlRow(key), values.slice(from, to).map(sqlRow))),
  )
}
