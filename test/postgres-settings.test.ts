import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { openCopier } from '../src/database/copy.ts'
import { load } from '../src/database/load.ts'
import { openDatabase } from '../src/database/open.ts'
import { datasetSource } from '../src/database/rows.ts'
import { requireUsable, type ServerFacts } from '../src/database/server-facts.ts'
import { SESSION, SESSION_17 } from '../src/database/session.ts'
import { csvFrame } from '../src/exporters/csv.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { Nightly } from '../src/jobs/nightly.ts'
import { checkRelease } from '../src/jobs/release-check.ts'
import { clientOf } from './support/ask.ts'
import { newRoleDatabase, type ServerDatabase, sampleData } from './support/databases.ts'
import { releaseSample } from './support/sample-release.ts'
import { transactionPooler } from './support/transaction-pooler.ts'

const QUESTION = `{ agreements(first: 20, filter: { extent: TRANSCRIBED }) { nodes { key signedOn periodStart periodEnd } }
  municipality(code: "0685") { name latitude longitude }
  search(query: "trafikkontroler", first: 5) { totalCount } dataset { lastCheck { endedAt outcome } } }`

/** Settings under which hardly anything is written or read as by default. */
const ODD = {
  client_encoding: 'LATIN1',
  datestyle: 'German, DMY',
  intervalstyle: 'sql_standard',
  timezone: 'Asia/Kolkata',
  extra_float_digits: '-6',
  bytea_output: 'escape',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  gin_fuzzy_search_limit: '1',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  default_transaction_deferrable: 'on',
  statement_timeout: '1ms',
  lock_timeout: '1ms',
  idle_in_transaction_session_timeout: '1ms',
  idle_session_timeout: '10s',
  transaction_timeout: '1s',
  search_path: 'nowhere',
}

/** Less odd ones for the sessions of a pooler: nothing can be set before a transaction has begun, or while nobody has them. */
const BY_A_POOLER = {
  client_encoding: 'UTF8',
  statement_timeout: '500ms',
  idle_in_transaction_session_timeout: '500ms',
  idle_session_timeout: '0',
}

test('every setting that sessions rely on is tried', () => {
  expect(Object.keys(ODD).sort()).toEqual(Object.keys({ ...SESSION, ...SESSION_17, search_path: '' }).sort())
})

/** The responses and the release of the bundled data, by the role that opens the database. */
async function workOn(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-settings-'))
  const database = await openDatabase({ url, dataDir: '' })
  try {
    await load(database.db, sampleData())
    const store = new FolderStore(folder)
    const { manifest } = await checkRelease(database.db, { trigger: 'start' }, () =>
      releaseSample(database.db, store),
    )
    const faults: string[] = []
    const { dataOf } = clientOf(database, (message) => faults.push(message))
    const answer = await dataOf<{ dataset: { lastCheck: { endedAt: string } } }>(QUESTION)
    const ago = Date.now() - Date.parse(answer.dataset.lastCheck.endedAt)
    const copied = await copiedOf(database)
    const settings = await settingsOf(database)
    const night = await nightOn(database)
    return {
      answer: { ...answer, dataset: null },
      isRecent: ago >= 0 && ago < 60_000,
      faults,
      files: readFileSync(join(folder, manifest.release, 'SHA256SUMS'), 'utf8'),
      copied,
      settings,
      night,
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
}

/** Tables with days and numbers, as PostgreSQL writes them itself. */
async function copiedOf({ db }: OpenDatabase): Promise<string> {
  let text = ''
  const isolated = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const
  await db.transaction(async (snapshot) => {
    const copier = await openCopier(db, snapshot)
    for (const name of ['agreements', 'municipalities'] as const)
      for await (const chunk of copier?.copy(
        datasetSource(name),
        'csv',
        csvFrame(datasetSource(name).dataset),
      ) ?? [])
        text += Buffer.from(chunk).toString()
    await copier?.close()
  }, isolated)
  return text
}

/** What sessions of each kind have set. */
async function settingsOf({ db, statements, queue }: OpenDatabase) {
  const names = Object.keys(ODD)
    .map((name) => `'${name}'`)
    .join()
  const query = `select lower(name), setting from pg_settings where lower(name) in (${names}) order by 1`
  const [reading, written, queued] = [
    await statements.rows(query, []),
    await db.execute<{ lower: string; setting: string }>(sql.raw(query)),
    await queue.db.executeSql(query),
  ]
  return { reading: [...reading], writing: Array.from(Object(written)), queueing: queued.rows }
}

/** The settings of sessions but the search path. */
function withoutPath(settings: Awaited<ReturnType<typeof settingsOf>>) {
  return JSON.parse(JSON.stringify(settings).replaceAll(/"\W*public\W*"/g, 'null'))
}

/** What a night comes to that is due at once. */
async function nightOn(database: OpenDatabase): Promise<string[]> {
  const lines: string[] = []
  const nightly = await Nightly.start({
    database,
    schedule: { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' },
    run: async () => 'done',
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
    now: () => new Date(Date.now() + 48 * 60 * 60 * 1000),
    pace: { lookSeconds: 1, heartbeatSeconds: 10, retries: 0, retrySeconds: 1 },
  })
  while (lines.length === 0) await sleep(20)
  await nightly.stop()
  return lines
}

describe('on PostgreSQL', () => {
  const made: ServerDatabase[] = []
  const newDatabase = async () => {
    const database = await newRoleDatabase()
    made.push(database)
    return database
  }
  afterAll(() => Promise.all(made.map((each) => each.drop())))
  let plain: Awaited<ReturnType<typeof workOn>>
  beforeAll(async () => {
    plain = await workOn((await newDatabase()).url)
  })

  test('a role or a database with other settings changes nothing of answers, releases and nights', async () => {
    const odd = await newDatabase()
    const statements = Object.entries(ODD).map(([name, value], at) => {
      const whose = at % 2 === 0 ? `role ${odd.name}` : `database ${odd.name}`
      return `alter ${whose} set ${name} = '${value}'`
    })
    await odd.run(statements.join(';'))
    expect(await workOn(odd.url)).toEqual(plain)
    expect(plain).toMatchObject({ faults: [], isRecent: true, night: ['done'] })
  })

  test('a schema named as the role is passed by', async () => {
    const database = await newDatabase()
    await database.run(`create schema authorization ${database.name}`)
    expect(await workOn(database.url)).toEqual(plain)
  })

  test.each(['refuses', 'drops'] as const)(
    'a pooler in transaction mode that %s settings changes nothing',
    async (onSettings) => {
      const database = await newDatabase()
      const odd = { ...ODD, ...BY_A_POOLER }
      await database.run(
        Object.entries(odd)
          .map(([name, value]) => `alter role ${database.name} set ${name} = '${value}'`)
          .join(';'),
      )
      const pooler = await transactionPooler(database.url, 6, onSettings)
      const worked = await workOn(`postgres://any@127.0.0.1:${pooler.port}/any`)
      const counts = pooler.transactions()
      pooler.close()
      const path = { lower: 'search_path', setting: 'public' } // as it is shown when it was set by a statement
      expect(worked.settings.writing).toContainEqual(path)
      expect({ ...worked, settings: null }).toEqual({ ...plain, settings: null })
      expect(withoutPath(worked.settings)).toEqual(withoutPath(plain.settings))
      // Hardly two statements in a row had the same session.
      for (const count of counts) expect(count).toBeGreaterThan(5)
    },
  )

  test('the extension may be in any schema', async () => {
    const database = await newDatabase()
    await database.run(
      `create schema "Our ""own"""; create extension pg_trgm schema "Our ""own"""; grant usage on schema "Our ""own""" to public`,
    )
    const worked = await workOn(database.url)
    const path = { lower: 'search_path', setting: `"public", "Our ""own"""` }
    expect(worked.settings.writing).toContainEqual(path)
    expect({ ...worked, settings: null }).toEqual({ ...plain, settings: null })
  })
})

describe('a line says what to change where', () => {
  let database: ServerDatabase
  beforeAll(async () => {
    database = await newRoleDatabase()
  })
  afterAll(() => database.drop())
  afterEach(() => database.run('create schema if not exists public; grant all on schema public to public'))

  const refusal = (url = database.url) =>
    expect(openDatabase({ url, dataDir: '' }).then((opened) => opened.close())).rejects

  test('the role may make no schemas', async () => {
    const { name, run } = database
    await run(`alter database ${name} owner to postgres`)
    await refusal().toThrow(/permission denied for database .*\. Its role must be allowed to create schemas/)
    await run(`alter database ${name} owner to ${name}`)
  })

  test.each(['all', 'create'])('the role lacks the right to %s on the schema public', async (right) => {
    await database.run(`revoke ${right} on schema public from public; alter schema public owner to postgres`)
    await refusal().toThrow(/schema.*\. Its role must be allowed .*grant all on schema public to …$/)
  })

  test('there is no schema public', async () => {
    await database.run('drop schema public cascade')
    await refusal().toThrow(
      'The database at DATABASE_URL has no schema public, which the tables need. Run: create schema public',
    )
  })

  test('the role may not use the schema of the extension', async () => {
    const { name, run } = database
    await run('create schema hidden; create extension pg_trgm schema hidden')
    await refusal().toThrow(
      `has pg_trgm in the schema hidden, which its role may not use. Run: grant usage on schema "hidden" to "${name}"`,
    )
    await run('drop schema hidden cascade')
  })

  test('the database does not exist', async () => {
    await refusal(database.url.replace(/\w+$/, 'no_such')).toThrow(
      /database "no_such" does not exist\. Create it with createdb/,
    )
  })

  test.each(['DateStyle=German', 'search_path=mine', 'statement_timeout=0'])(
    'DATABASE_URL sets %s',
    async (set) => {
      const [name] = set.split('=')
      await refusal(`${database.url}?${set}`).toThrow(
        `DATABASE_URL sets ${name}, which the program sets itself. Remove it from DATABASE_URL`,
      )
    },
  )

  const usable: ServerFacts = {
    version: 150_003,
    encoding: 'UTF8',
    isStandby: false,
    hasPublic: true,
    isExtensionAvailable: true,
    extensionSchema: null,
    isExtensionUsable: true,
    role: 'app',
  }
  test.each<[Partial<ServerFacts>, RegExp]>([
    [{ version: 140_011 }, /is PostgreSQL 14; the program needs 15 or later\. Upgrade the server/],
    [{ encoding: 'LATIN1' }, /has the encoding LATIN1\. Create a database with the encoding UTF8$/],
    [{ isStandby: true }, /is a read-only standby\. Give the address of its primary server$/],
    [{ isExtensionAvailable: false }, /lacks the extension pg_trgm\. Install .*postgresql-contrib/],
  ])('the server has %o', (other, line) => {
    expect(() => requireUsable(usable)).not.toThrow()
    expect(() => requireUsable({ ...usable, ...other })).toThrow(line)
  })
})

test('a session for readers cannot be made one that writes by its role', async () => {
  const database = await newRoleDatabase()
  await database.run(`alter role ${database.name} set default_transaction_read_only = off`)
  const { db, statements, close } = await openDatabase({ url: database.url, dataDir: '' })
  await expect(statements.rows('create table x (id int)', [])).rejects.toThrow(/read-only transaction/)
  await db.transaction((tx) => tx.execute(sql`create table x (id int)`), WRITING)
  await close()
  await database.drop()
})
