import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  beginCheck,
  CHECKS_KEPT,
  type CheckOutcome,
  countChecks,
  endCheck,
  lastChecks,
  lastTurn,
} from '../src/database/checks.ts'
import { type OpenDatabase, WRITING } from '../src/database/client.ts'
import { latestNumber } from '../src/database/revisions.ts'
import { releaseChecks } from '../src/database/tables/checks.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { watchLoads } from '../src/jobs/load-watch.ts'
import { checkRelease } from '../src/jobs/release-check.ts'
import { databases } from './support/databases.ts'
import { listening } from './support/listening.ts'
import { releaseSample } from './support/sample-release.ts'

const NOW = new Date('2031-01-01T00:00:00Z')

describe.each(databases)('on $name, a check', ({ openSample }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await openSample()
  })
  afterAll(() => database.close())
  beforeEach(() => database.db.transaction((tx) => tx.delete(releaseChecks), WRITING))

  /** Records a check of one minute. */
  const record = async (
    time: string,
    outcome: CheckOutcome,
    { trigger = 'schedule', release = 'r1-00000000' as string | null } = {},
  ) => {
    const beganAt = new Date(time)
    const id = await beginCheck(database.db, trigger as 'schedule', beganAt)
    const endedAt = new Date(beganAt.getTime() + 60_000)
    await endCheck(database.db, id, { outcome, release, message: null, isGivenUp: false, endedAt })
  }

  test('is recorded from its beginning to its end, and makes no revision', async () => {
    const id = await beginCheck(database.db, 'command', new Date('2030-01-01T01:30:00.123Z'))
    const begun = { trigger: 'command', outcome: null, endedAt: null, revision: null, message: null }
    expect(await database.db.select().from(releaseChecks)).toEqual([expect.objectContaining(begun)])
    expect(await lastChecks(database.reader)).toEqual({ last: null, good: null, published: null })
    const endedAt = new Date('2030-01-01T01:31:00Z')
    const end = { outcome: 'failed', release: null, message: 'Skivan är full', isGivenUp: true } as const
    await endCheck(database.db, id, { ...end, endedAt })
    const beganAt = new Date('2030-01-01T01:30:00.123Z')
    expect((await lastChecks(database.reader)).last).toEqual({
      ...end,
      id,
      trigger: 'command',
      beganAt,
      endedAt,
      revision: 1,
    })
    expect(await latestNumber(database.statements)).toBe(1)
  })

  test('is found as the last, the last good one, and the one that published', async () => {
    await record('2030-01-01T01:30:00Z', 'released')
    await record('2030-01-02T01:30:00Z', 'unchanged')
    await record('2030-01-03T01:30:00Z', 'refused', { release: null })
    const { last, good, published } = await lastChecks(database.reader)
    expect([last?.outcome, good?.outcome, published?.outcome]).toEqual(['refused', 'unchanged', 'released'])
    expect(published?.endedAt).toEqual(new Date('2030-01-01T01:31:00Z'))
    await record('2030-01-04T01:30:00Z', 'unchanged', { release: 'r2-00000000' })
    expect((await lastChecks(database.reader)).published).toBeNull()
  })

  test('by hand is the turn of a night only if it ended well', async () => {
    await record('2030-01-01T01:30:00Z', 'failed')
    expect(await lastTurn(database.reader, NOW)).toEqual(new Date('2030-01-01T01:30:00Z'))
    await record('2030-01-02T01:30:00Z', 'failed', { trigger: 'command' })
    expect(await lastTurn(database.reader, NOW)).toEqual(new Date('2030-01-01T01:30:00Z'))
    await record('2030-01-03T01:30:00Z', 'unchanged', { trigger: 'command' })
    expect(await lastTurn(database.reader, NOW)).toEqual(new Date('2030-01-03T01:30:00Z'))
  })

  test('is forgotten at last, unless it released something', async () => {
    await record('2030-01-01T01:30:00Z', 'released')
    await record('2030-01-02T01:30:00Z', 'unchanged')
    await record('2030-01-03T01:30:00Z', 'failed')
    const counted = async () => {
      const kept = await countChecks(database.reader)
      return Object.fromEntries(kept.map(({ outcome, checks }) => [outcome, checks]))
    }
    await record('2045-01-03T01:30:00Z', 'unchanged') // by a clock that is fifteen years ahead
    expect(await counted()).toEqual({ released: 1, unchanged: 2, failed: 1 })
    const rest = Array.from({ length: CHECKS_KEPT - 3 }, () => ({
      trigger: 'schedule' as const,
      beganAt: new Date('2030-01-04T01:30:00Z'),
      endedAt: new Date('2030-01-04T01:30:00Z'),
      outcome: 'unchanged' as const,
      isGivenUp: false,
      revision: 1,
      release: 'r1-00000000',
    }))
    await database.db.transaction((tx) => tx.insert(releaseChecks).values(rest), WRITING)
    await record('2030-01-05T01:30:00Z', 'unchanged')
    expect(await counted()).toEqual({ released: 1, unchanged: CHECKS_KEPT - 1, failed: 1 })
  })

  test('whose clock was set back ends no earlier than it began', async () => {
    const id = await beginCheck(database.db, 'schedule', new Date('2030-01-02T00:00:00Z'))
    const end = { outcome: 'unchanged', release: null, message: null, isGivenUp: false } as const
    await endCheck(database.db, id, { ...end, endedAt: new Date('2030-01-01T00:00:00Z') })
    expect((await lastChecks(database.reader)).last?.endedAt).toEqual(new Date('2030-01-02T00:00:00Z'))
  })

  test('that fails is recorded with what went wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-checks-'))
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const failing = checkRelease(database.db, { trigger: 'command' }, () =>
      releaseSample(database.db, new FolderStore(file)),
    )
    await expect(failing).rejects.toThrow('cannot be written')
    expect((await lastChecks(database.reader)).last).toMatchObject({
      trigger: 'command',
      outcome: 'failed',
      revision: 1,
      release: null,
      message: expect.stringContaining('cannot be written'),
    })
    rmSync(folder, { recursive: true })
  })

  test('shows in the answers of servers that keep them', async () => {
    const server = await listening({ database })
    const stop = await watchLoads(database, server.app, { error() {} })
    const query = '{ dataset { lastRelease { name publishedAt } lastCheck { endedAt outcome } } }'
    const ask = async () => {
      const response = await fetch(`${server.url}?query=${encodeURIComponent(query)}`)
      return ((await response.json()) as { data: { dataset: unknown } }).data.dataset
    }
    expect(await ask()).toEqual({ lastRelease: null, lastCheck: null })
    expect(await ask()).toEqual({ lastRelease: null, lastCheck: null })
    await record('2030-01-01T01:30:00Z', 'released')
    const lastRelease = { name: 'r1-00000000', publishedAt: '2030-01-01T01:31:00.000Z' }
    await expect
      .poll(ask)
      .toEqual({ lastRelease, lastCheck: { endedAt: '2030-01-01T01:31:00.000Z', outcome: 'RELEASED' } })
    await record('2030-01-02T01:30:00Z', 'failed', { release: null })
    await expect
      .poll(ask)
      .toEqual({ lastRelease, lastCheck: { endedAt: '2030-01-02T01:31:00.000Z', outcome: 'FAILED' } })
    await stop()
    await server.close()
  })
})
