import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dueAfter } from '../src/common/schedule.ts'
import { lastTurn } from '../src/database/checks.ts'
import { type Database, type OpenDatabase, WRITING } from '../src/database/client.ts'
import { openDatabase } from '../src/database/open.ts'
import { releaseChecks } from '../src/database/tables/checks.ts'
import { ReleaseRefused } from '../src/exporters/fitness.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { LATE_AFTER_MS, lateSince } from '../src/jobs/late.ts'
import { Nightly, type NightlyMeans, PACE } from '../src/jobs/nightly.ts'
import { type CheckReason, checkRelease, describeRelease } from '../src/jobs/release-check.ts'
import { fillDataDir } from './support/database-templates.ts'
import { databases, newServerDatabase } from './support/databases.ts'
import { releaseSample } from './support/sample-release.ts'

const schedule = { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' }
const check = (db: Database, exportsDir: string, reason: CheckReason) =>
  checkRelease(db, reason, () => releaseSample(db, new FolderStore(exportsDir)))

/** What a server does each night. */
const releaseTo = (db: Database, exportsDir: string) => async (attempt: Omit<CheckReason, 'trigger'>) =>
  describeRelease(await check(db, exportsDir, { trigger: 'schedule', ...attempt }))

/** Where nobody wants to wait. */
const FAST = { ...PACE, lookSeconds: 1, heartbeatSeconds: 10, retrySeconds: 1, retries: 1 }

describe('half past two in Stockholm', () => {
  const nights = (from: string, count: number) => {
    const found: string[] = []
    let due = new Date(from)
    for (let n = 0; n < count; n++) {
      due = dueAfter(schedule, due)
      found.push(due.toISOString())
    }
    return found
  }

  test('comes once in the night in which it is left out, and once in the one that has it twice', () => {
    expect(nights('2027-03-27T12:00:00Z', 2)).toEqual([
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ])
    expect(nights('2027-10-30T12:00:00Z', 2)).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-11-01T01:30:00.000Z',
    ])
  })

  test('comes once a night for twelve years, from whatever moment of the night one looks', () => {
    let due = new Date('2026-11-21T12:00:00Z')
    for (let night = 1; night <= 12 * 365; night++) {
      due = dueAfter(schedule, due)
      const day = new Date(Date.UTC(2026, 10, 21 + night)).toISOString().slice(0, 10)
      expect(due.toISOString().slice(0, 10)).toBe(day)
      expect(dueAfter(schedule, new Date(due.getTime() - 1))).toEqual(due)
    }
  })

  test('is late when a night and two hours have passed', () => {
    const last = new Date('2026-11-21T01:30:07Z')
    const due = new Date('2026-11-22T01:30:00Z')
    expect(lateSince(schedule, last, new Date(due.getTime() + LATE_AFTER_MS))).toBeNull()
    expect(lateSince(schedule, last, new Date(due.getTime() + LATE_AFTER_MS + 1))).toEqual(due)
  })
})

test('all attempts of a night are over before it is late', () => {
  // The queue waits up to 2 ** n times as long before the nth attempt after the first.
  const waits = Array.from({ length: PACE.retries }, (_, at) => PACE.retrySeconds * 2 ** (at + 1))
  const waited = waits.reduce((sum, seconds) => sum + seconds, 0)
  expect(waited * 1000).toBeLessThan(LATE_AFTER_MS * 0.75)
})

describe.each(databases)('on $name, the nightly job', ({ openSample }) => {
  let database: OpenDatabase
  let folder: string
  let lines: string[]
  const started: Nightly[] = []
  beforeAll(async () => {
    database = await openSample()
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-nightly-'))
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    lines = []
    return database.db.transaction((tx) => tx.delete(releaseChecks), WRITING)
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((nightly) => nightly.stop()))
  })

  const log = {
    info: (line: string) => lines.push(`info ${line}`),
    error: (line: string) => lines.push(`error ${line}`),
  }
  const checks = async () => {
    const rows = await database.db.select().from(releaseChecks).orderBy(releaseChecks.id)
    return rows.map(({ trigger, outcome, isGivenUp }) => ({ trigger, outcome, isGivenUp }))
  }
  const begin = async (means: Partial<NightlyMeans> & { now: () => Date }, exportsDir = folder) => {
    const nightly = await Nightly.start({
      database,
      schedule,
      run: releaseTo(database.db, exportsDir),
      log,
      pace: FAST,
      ...means,
    })
    started.push(nightly)
    return nightly
  }
  test('releases when it is due, and the next night finds nothing new', async () => {
    let now = new Date('2031-01-01T00:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    const nightly = await begin({ now: () => now })
    now = new Date('2031-01-01T01:29:59Z')
    await nightly.look()
    expect(await checks()).toHaveLength(1)
    now = new Date('2031-01-01T01:30:00Z')
    await nightly.look()
    await expect.poll(() => lines, { timeout: 10_000 }).toHaveLength(1)
    expect(lines[0]).toMatch(/^info r1-[0-9a-f]{8} has already been released$/)
    expect(await lastTurn(database.db, now)).toEqual(now)
    await nightly.look()
    expect(await checks()).toEqual([
      { trigger: 'start', outcome: 'released', isGivenUp: false },
      { trigger: 'schedule', outcome: 'unchanged', isGivenUp: false },
    ])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('is not kept from its turn by a clock that was ahead, and does it no second time', async () => {
    let now = new Date('2037-06-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    await check(database.db, folder, { trigger: 'schedule', due: new Date('2039-06-01T12:00:00Z') })
    now = new Date('2037-06-02T12:00:00Z')
    const nightly = await begin({ now: () => now })
    await expect.poll(() => lines, { timeout: 10_000 }).toHaveLength(1)
    now = new Date('2037-06-02T11:00:00Z') // before this very check
    await nightly.look()
    const sent = await database.queue.db.executeSql(
      "select state from pgboss.job where data ->> 'due' like '2037%'",
    )
    expect(sent.rows).toHaveLength(1)
  })

  test('comes in the night after a clock was set back by days, once each night', async () => {
    let now = new Date('2040-03-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    const nightly = await begin({ now: () => now })
    const night = async (day: number) => {
      now = new Date(Date.UTC(2040, 2, day, 1, 30))
      const before = lines.length
      await nightly.look()
      await expect.poll(() => lines, { timeout: 10_000 }).toHaveLength(before + 1)
      await nightly.look()
      expect(lines).toHaveLength(before + 1)
    }
    for (const day of [2, 3, 4, 5, 3, 4]) await night(day)
  })

  test('makes up once for all the nights that were missed', async () => {
    let now = new Date('2032-01-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    now = new Date('2032-01-09T12:00:00Z')
    const nightly = await begin({
      now: () => now,
      run: ({ due, ...attempt }) => {
        lines.push(`due ${due.toISOString()}`)
        return releaseTo(database.db, folder)({ ...attempt, due: now })
      },
    })
    await expect.poll(() => lines, { timeout: 10_000 }).toHaveLength(2)
    expect(lines[0]).toBe('due 2032-01-02T01:30:00.000Z')
    await nightly.look()
    now = new Date('2032-01-10T01:29:00Z')
    await nightly.look()
    expect(lines).toHaveLength(2)
  })

  test('ends when the run under way is over, and then does nothing more', async () => {
    let end = () => {}
    const gate = new Promise<void>((resolve) => {
      end = resolve
    })
    let now = new Date('2036-01-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    now = new Date('2036-01-02T12:00:00Z')
    const nightly = await begin({
      now: () => now,
      run: async (attempt) => {
        lines.push('begun')
        await gate
        return releaseTo(database.db, folder)(attempt)
      },
    })
    await expect.poll(() => lines, { timeout: 10_000 }).toEqual(['begun'])
    const stopped = nightly.stop().then(() => lines.push('stopped'))
    end()
    await stopped
    expect(lines).toEqual(['begun', expect.stringMatching(/^info r1-/), 'stopped'])
    // Another server of the same pace does the next night, and looks on after it.
    lines = []
    let looks = 0
    now = new Date('2036-01-03T12:00:00Z')
    const other = () => {
      looks += 1
      return now
    }
    await begin({ now: other, run: async () => 'done by the other' })
    await expect.poll(() => lines).not.toEqual([])
    const looksThen = looks
    await expect.poll(() => looks).toBeGreaterThan(looksThen + 1)
    expect(lines).toEqual(['info done by the other'])
  })

  test('does not try again to release data that were refused', async () => {
    const refusal = new ReleaseRefused('agreements has 0 rows')
    let now = new Date('2035-01-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    now = new Date('2035-01-02T12:00:00Z')
    await begin({
      now: () => now,
      run: async (attempt) =>
        describeRelease(
          await checkRelease(database.db, { trigger: 'schedule', ...attempt, due: now }, () =>
            Promise.reject(refusal),
          ),
        ),
    })
    await expect.poll(() => lines, { timeout: 10_000 }).toEqual(['error agreements has 0 rows'])
    await expect
      .poll(async () => (await checks()).at(-1))
      .toEqual({ trigger: 'schedule', outcome: 'refused', isGivenUp: true })
    const job = `select state from pgboss.job where data ->> 'due' = '2035-01-02T01:30:00.000Z'`
    const states = async () => (await database.queue.db.executeSql(job)).rows
    await expect.poll(states).toEqual([{ state: 'completed' }])
  })

  test('tries a failed night again, tells each time, and gives up at last', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    let now = new Date('2033-01-01T12:00:00Z')
    await check(database.db, folder, { trigger: 'start', due: now })
    now = new Date('2033-01-02T12:00:00Z')
    const nightly = await begin({ now: () => now }, file)
    await expect.poll(() => lines, { timeout: 15_000 }).toHaveLength(2)
    expect(lines).toEqual([
      expect.stringMatching(
        /^error the nightly release failed \(1 of 2\): EXPORTS_DIR .* cannot be written.* – it will be tried again$/,
      ),
      expect.stringMatching(/^error .* \(2 of 2\): .* – no more attempts until the next night$/),
    ])
    expect((await checks()).slice(1)).toEqual([
      { trigger: 'schedule', outcome: 'failed', isGivenUp: false },
      { trigger: 'schedule', outcome: 'failed', isGivenUp: true },
    ])
    now = new Date('2033-01-02T13:00:00Z')
    await nightly.look()
    expect(lines).toHaveLength(2)
  })
})

test('three servers on one database release once a night', async () => {
  const { url, drop } = await newServerDatabase('sample')
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url, dataDir: '' })))
  const [first] = opened
  if (!first) throw new Error('no database')
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-nightly-'))
  const ran: string[] = []
  let now = new Date('2034-01-01T00:00:00Z')
  await check(first.db, folder, { trigger: 'start', due: now })
  const nightlies = await Promise.all(
    opened.map((database, server) =>
      Nightly.start({
        database,
        schedule,
        run: (attempt) => {
          ran.push(`${server}`)
          return releaseTo(database.db, folder)(attempt)
        },
        log: { info() {}, error: (line) => ran.push(line) },
        now: () => now,
        pace: FAST,
      }),
    ),
  )
  for (let night = 1; night <= 3; night++) {
    now = new Date(Date.UTC(2034, 0, night, 1, 30))
    await Promise.all(nightlies.map((nightly) => nightly.look()))
    await expect.poll(() => ran, { timeout: 10_000 }).toHaveLength(night)
  }
  // A night is a job, and a fourth one is not started.
  const [{ jobs } = { jobs: 0 }] = await first.db
    .select({ jobs: sql<number>`count(*)::int` })
    .from(sql`pgboss.job`)
    .where(sql`name = 'release'`)
  expect(jobs).toBe(3)
  expect(ran).toHaveLength(3)
  await Promise.all(nightlies.map((nightly) => nightly.stop()))
  await Promise.all(opened.map((database) => database.close()))
  rmSync(folder, { recursive: true })
  await drop()
}, 60_000)

describe.each(['PGlite', 'PostgreSQL'])('on %s', (name) => {
  test('a job is taken up again where its process was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-nightly-'))
    const server = name === 'PostgreSQL' ? await newServerDatabase('tables') : null
    const place = { url: server?.url ?? null, dataDir: join(folder, 'data') }
    if (!server) await fillDataDir(place.dataDir, 'tables')
    const words = ['test/support/hanging-night.ts', place.url ?? '', place.dataDir]
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const database = await openDatabase(place)
    // So that nobody need wait until it has not been heard of for a minute.
    const long = "update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'"
    await database.queue.db.executeSql(long)
    const lines: string[] = []
    const log = { info: (line: string) => lines.push(line), error: (line: string) => lines.push(line) }
    const nightly = await Nightly.start({ database, schedule, run: async () => 'done', log, pace: FAST })
    await expect.poll(() => lines, { timeout: 20_000 }).toEqual(['done'])
    await nightly.stop()
    await database.close()
    await server?.drop()
    rmSync(folder, { recursive: true })
  }, 120_000)
})
