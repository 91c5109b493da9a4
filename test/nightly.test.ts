import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openInMemory } from '../src/database/client.ts'
import { load } from '../src/database/load.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { releaseNow, scheduleNightlyRelease } from '../src/jobs/nightly.ts'
import { bundledData } from './support/databases.ts'

let database: OpenDatabase
let folder: string
beforeAll(async () => {
  database = await openInMemory()
  await load(database.db, bundledData())
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-nightly-'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

function logTo(lines: string[]) {
  return {
    info: (line: string) => lines.push(`info ${line}`),
    error: (line: string) => lines.push(`error ${line}`),
  }
}

test('the schedule releases the data, and a night without changes releases nothing', async () => {
  const lines: string[] = []
  const exportsDir = join(folder, 'scheduled')
  // Every second, where a night would be too long to wait for.
  const stop = scheduleNightlyRelease(
    database.db,
    new FolderStore(exportsDir),
    { pattern: '* * * * * *', timezone: 'Europe/Stockholm' },
    logTo(lines),
  )
  await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
  await stop()
  const told = lines.length
  expect(lines[0]).toMatch(/^info released r1-[0-9a-f]{8}$/)
  expect(lines[1]).toMatch(/^info nothing to release: r1-[0-9a-f]{8} is up to date$/)
  expect(readdirSync(exportsDir)).toHaveLength(2)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(lines).toHaveLength(told)
})

test('a night that fails is told, and ends nothing', async () => {
  const lines: string[] = []
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await releaseNow(database.db, new FolderStore(file), logTo(lines))
  expect(lines).toEqual([
    expect.stringMatching(/^error the nightly release failed: EXPORTS_DIR .* cannot be written/),
  ])
})
