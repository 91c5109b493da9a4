import postgres from 'postgres'
import { openDatabase } from '../src/database/open.ts'
import { revisions } from '../src/database/tables/index.ts'
import { startPostgres } from '../test/support/embedded-postgres.ts'
import { insertTables } from './generator/insert.ts'
import { type Size, type SizeName, sizes } from './generator/sizes.ts'
import { generate, MADE_UP_DATE, madeUpSha256 } from './generator.ts'

/** A database full of made-up data, on a PostgreSQL server of its own. */
export interface BenchDatabase {
  readonly url: string
  /** What PostgreSQL says of itself. */
  readonly version: string
  /** The rows of the largest tables. */
  readonly rows: { readonly [table: string]: number }
  readonly bytes: number
  readonly fillSeconds: number
  stop(): Promise<void>
}

/** How the server is set up: as for a small machine of its own, but it may lose what it holds. */
export const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'max_connections=100',
  'shared_buffers=1GB',
  'effective_cache_size=4GB',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'random_page_cost=1.1',
]

/** Starts PostgreSQL, makes the tables by the project's own migrations, and fills them. */
export async function startDatabase(size: SizeName): Promise<BenchDatabase> {
  const server = await startPostgres(SETTINGS)
  try {
    const url = `${server.url}/bench`
    const admin = postgres(`${server.url}/postgres`, { max: 1 })
    await admin`create database bench`
    await admin.end()
    const started = performance.now()
    await fill(url, sizes[size])
    const fillSeconds = (performance.now() - started) / 1000
    return { url, ...(await describe(url)), fillSeconds, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Writes made-up data into an empty database. What search and similar texts are derived from stays empty. */
export async function fill(url: string, size: Size): Promise<void> {
  const { db, close } = await openDatabase({ url, dataDir: '' })
  await db.insert(revisions).values({ number: 1, contentSha256: madeUpSha256(size), date: MADE_UP_DATE })
  await close()
  const sql = postgres(url, { max: 1 })
  for (const rows of generate(size)) await sql.begin((transaction) => insertTables(transaction, rows))
  await sql`vacuum analyze`
  await sql.end()
}

async function describe(url: string) {
  const sql = postgres(url, { max: 1 })
  const [about] = await sql<{ version: string; bytes: string }[]>`
    select version(), pg_database_size(current_database()) as bytes`
  const counted = await sql<{ name: string; rows: number }[]>`
    select relname as name, n_live_tup::int as rows from pg_stat_user_tables
    where n_live_tup >= 1000 order by n_live_tup desc, relname`
  await sql.end()
  return {
    version: about?.version.split(' on ')[0] ?? '',
    bytes: Number(about?.bytes),
    rows: Object.fromEntries(counted.map(({ name, rows }) => [name, rows])),
  }
}
