import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../src/exporters/stores/open.ts'
import type { ReleaseStore } from '../src/exporters/stores/store.ts'
import type { Order } from './support/dying-release.ts'
import { credentials, type S3Server, startS3 } from './support/s3-server.ts'
import { locationOf } from './support/stores.ts'
import { nameOf, publishTiny } from './support/tiny-releases.ts'
import { wholeReleases } from './support/whole.ts'

/** No release takes so many steps. */
const TOO_MANY = 60

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-killed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Starts a process that publishes a release, and that may die of it. */
function publishing(order: Order) {
  const child = spawn(process.execPath, ['test/support/dying-release.ts', JSON.stringify(order)], {
    env: { ...credentials, TMPDIR: folder, PATH: process.env.PATH },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended: Promise<NodeJS.Signals | number | null> = once(child, 'exit').then(
    ([code, signal]) => signal ?? code,
  )
  return { child, ended }
}

/** What must hold once a process has died while it published a revision: the one before stands, and it can be done again. */
async function checkAfterDeath(store: ReleaseStore, revision: number): Promise<void> {
  const [before, dying] = [nameOf(revision - 1), nameOf(revision)]
  const latest = await store.latest()
  const whole = await wholeReleases(store)
  expect([before, dying]).toContain(latest)
  expect(whole).toContain(latest)
  expect([before, dying]).toContain(whole[0])
  await publishTiny(store, revision)
  expect(await store.latest()).toBe(dying)
  expect((await wholeReleases(store))[0]).toBe(dying)
}

describe('a release that is killed', () => {
  test('at whatever step, in a folder, leaves the one before, and nothing half-made', async () => {
    const config = { exportsDir: join(folder, 'exports'), exportsUrl: null, exportsKept: 2 }
    await publishTiny(await openStore(config), 1)
    let revision = 1
    for (let lastStep = 1; lastStep < TOO_MANY; lastStep++) {
      revision += 1
      const ended = await publishing({ config, revision, lastStep }).ended
      const seen = readdirSync(config.exportsDir).filter((name) => !name.startsWith('.'))
      const store = await openStore(config)
      expect(seen.filter((name) => name !== 'latest').sort()).toEqual((await wholeReleases(store)).sort())
      await checkAfterDeath(store, revision)
      if (ended === 0) break
      expect(ended).toBe('SIGKILL')
    }
    expect(revision).toBeGreaterThan(20)
    expect(revision).toBeLessThan(TOO_MANY)
  }, 120_000)

  describe('in S3', () => {
    let server: S3Server
    beforeEach(async () => {
      server = await startS3()
      Object.assign(process.env, credentials)
    })
    afterEach(() => server.stop())

    test('at whatever write leaves the one before, and nothing half-made', async () => {
      const config = { exportsDir: '', exportsUrl: locationOf(server), exportsKept: 2 }
      await publishTiny(await openStore(config), 1)
      let revision = 1
      for (let lastWrite = 1; lastWrite < TOO_MANY; lastWrite++) {
        revision += 1
        const { child, ended } = publishing({ config, revision, lastStep: 0 })
        let writes = 0
        server.onWrite = () => {
          writes += 1
          if (writes === lastWrite) child.kill('SIGKILL')
        }
        const how = await ended
        server.onWrite = () => {}
        await checkAfterDeath(await openStore(config), revision)
        if (how === 0) break
        expect(how).toBe('SIGKILL')
      }
      expect(revision).toBeGreaterThan(5)
      expect(revision).toBeLessThan(TOO_MANY)
    }, 120_000)
  })
})
