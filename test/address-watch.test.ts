import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchAddresses } from '../src/commands/watch-addresses.ts'
import { parseSchedule } from '../src/common/schedule.ts'
import { type DataSources, describeData } from '../src/http/metrics/of-data.ts'
import { AddressWatch, type WatchMeans } from '../src/jobs/address-watch.ts'
import { LATE_AFTER_MS } from '../src/jobs/late.ts'
import { serve, words } from './ingest/documents/support/site.ts'

const HOUR_MS = 60 * 60 * 1000
const NOON = Date.UTC(2026, 11, 1, 12)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-watch-'))
  file = join(folder, 'archive', 'watch.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A watch each night at two o'clock, whose clock stands still until it is set. */
function nightly(run: WatchMeans['run'] = async () => ({ new: 1 })) {
  const clock = { now: NOON }
  const told: string[] = []
  const runs: number[] = []
  const begin = () =>
    AddressWatch.start({
      file,
      schedule: parseSchedule('0 2 * * * UTC'),
      run: (stopping) => {
        runs.push(clock.now)
        return run(stopping)
      },
      log: { info: (text) => told.push(text), error: (text) => told.push(text) },
      now: () => new Date(clock.now),
    })
  return { clock, told, runs, begin }
}

describe('the watch of the known addresses', () => {
  test('asks them once each time that is due, and tells what came of it', async () => {
    const { clock, told, runs, begin } = nightly(async () => ({ new: 2, changed: 1 }))
    const watch = await begin()
    expect(runs).toEqual([])
    expect(watch.standing).toEqual({ last: null, good: null, lateSince: null, addresses: {} })
    clock.now += 14 * HOUR_MS
    await watch.look()
    await watch.look()
    expect(runs).toHaveLength(1)
    expect(told).toEqual(['the known addresses have been asked: 2 new, 1 changed'])
    expect(watch.standing).toEqual({
      last: { endedAt: new Date(clock.now), outcome: 'done' },
      good: { endedAt: new Date(clock.now) },
      lateSince: null,
      addresses: { new: 2, changed: 1 },
    })
    await watch.stop()
  })

  test('does what was missed when it runs again, and is late after two hours', async () => {
    const { clock, runs, begin } = nightly()
    await (await begin()).stop()
    clock.now += 14 * HOUR_MS + LATE_AFTER_MS + 1
    const watch = await begin()
    expect(watch.standing.lateSince).toEqual(new Date(NOON + 14 * HOUR_MS))
    await watch.look()
    expect(runs).toHaveLength(1)
    expect(watch.standing.lateSince).toBeNull()
    await watch.stop()
  })

  test('tries again what failed, and keeps what the last good run came to', async () => {
    let isBroken = true
    const { clock, told, runs, begin } = nightly(async () => {
      if (isBroken) throw new Error('the disk is full')
      return { new: 1 }
    })
    const watch = await begin()
    clock.now += 14 * HOUR_MS
    await watch.look()
    expect(watch.standing.last?.outcome).toBe('failed')
    expect(told).toEqual([
      'the known addresses could not be asked: the disk is full – it will be tried again',
    ])
    clock.now += 14 * 60_000
    await watch.look()
    expect(runs).toHaveLength(1)
    isBroken = false
    clock.now += 60_000
    await watch.look()
    expect(runs).toHaveLength(2)
    expect(watch.standing.last?.outcome).toBe('done')
    await watch.stop()
  })

  test('goes on with a run that was stopped', async () => {
    const { clock, runs, begin } = nightly(
      (stopping) =>
        new Promise((resolve, reject) => {
          if (runs.length > 1) resolve({ new: 1 })
          stopping.addEventListener('abort', () => reject(stopping.reason))
        }),
    )
    const watch = await begin()
    clock.now += 14 * HOUR_MS
    const running = watch.look()
    await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).last?.endedAt).toBeNull()
    await watch.stop()
    await running
    const again = await begin()
    await again.look()
    expect(runs).toHaveLength(2)
    await again.stop()
  })

  test('is in the metrics', async () => {
    const { clock, begin } = nightly(async () => ({ new: 2, 'not an agreement': 1 }))
    const watch = await begin()
    clock.now += 14 * HOUR_MS
    await watch.look()
    const told = async (standing: DataSources['watch']) => {
      const registry = new Registry()
      const others = {
        standing: async () => null,
        servedRevision: () => null,
        loads: () => [],
        servers: () => null,
      }
      await describeData(registry, { ...others, watch: standing })
      return registry.metrics()
    }
    const text = await told(() => watch.standing)
    expect(text).toContain(`\nmedborgarloften_watch_timestamp_seconds ${clock.now / 1000}\n`)
    expect(text).toContain('\nmedborgarloften_watch_late 0\n')
    expect(text).toContain('\nmedborgarloften_watch_addresses{outcome="not an agreement"} 1\n')
    expect(await told(() => null)).not.toContain('medborgarloften_watch')
    await watch.stop()
  })
})

describe('a run of the watch', () => {
  const TEXT =
    'Medborgarlöfte Upplands Väsby kommun 2019\n\nPolisen lovar att:\n- genomföra femton kontroller\n'
  const ID = '0114-2019'

  test('opens drafts, in a program of its own, and fails with what that tells', async () => {
    await using site = await serve({ '/lofte': words(TEXT) })
    const [data, out] = [join(folder, 'data'), join(folder, 'drafts')]
    cpSync('data', data, { recursive: true })
    const catalogue = join(data, 'agreements/catalogued.csv')
    const csv = readFileSync(catalogue, 'utf8')
    writeFileSync(
      catalogue,
      csv.replace(new RegExp(`^(${ID},0114,${ID}-d1,)[^,]*`, 'm'), `$1${site.origin}/lofte`),
    )
    const args = [site.origin, '--data', data, '--out', out, '--allow-private']
    const { signal } = new AbortController()
    expect(await watchAddresses(args, signal)).toMatchObject({ new: 1, failed: 0, left: 0 })
    expect(existsSync(join(out, ID, 'draft.yaml'))).toBe(true)
    await expect(watchAddresses(['--data', folder], signal)).rejects.toThrow('contains no agreements')
    await expect(watchAddresses(args, AbortSignal.abort())).rejects.toThrow('aborted')
  })
})
