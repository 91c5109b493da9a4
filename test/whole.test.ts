import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { newServerDatabase } from './support/databases.ts'
import { nameOf, publishTiny } from './support/tiny-releases.ts'
import { wholeReleases } from './support/whole.ts'

describe('a release of the bundled data by a process of its own', () => {
  let folder: string
  let database: Awaited<ReturnType<typeof newServerDatabase>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-whole-'))
    database = await newServerDatabase('sample')
  })
  afterAll(async () => {
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  /** Releases to a folder, and gives what it said. It is killed when it has said the last file. */
  async function release(
    exportsDir: string,
    { lastFile = '', environment = {}, limit = '' } = {},
  ): Promise<{ said: string[]; how: NodeJS.Signals | number | null }> {
    const child = spawn('sh', ['-c', `${limit} exec "$0" test/support/release-aloud.ts`, process.execPath], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        EXPORTS_DIR: exportsDir,
        LAST_FILE: lastFile,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
      child.once('close', (code, signal) => resolve(signal ?? code)),
    )
    const said: string[] = []
    for await (const line of createInterface(child.stdout)) said.push(line)
    return { said, how: await ended }
  }

  test('that is killed leaves the one before; the next has the same bytes wherever it is made', async () => {
    const exportsDir = join(folder, 'killed')
    await publishTiny(new FolderStore(exportsDir), 1)
    for (const lastFile of ['actors.csv', 'quotes.parquet']) {
      const { said, how } = await release(exportsDir, { lastFile })
      expect([said.at(-1), how]).toEqual([lastFile, 'SIGKILL'])
      const store = new FolderStore(exportsDir)
      expect(await wholeReleases(store)).toEqual([nameOf(1)])
      expect(await store.latest()).toBe(nameOf(1))
      const seen = readdirSync(exportsDir).filter((name) => !name.startsWith('.'))
      expect(seen.sort()).toEqual(['latest', nameOf(1)])
    }
    const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
    expect((await release(exportsDir, { environment: elsewhere })).how).toBe(0)
    expect(await wholeReleases(new FolderStore(exportsDir))).toHaveLength(2)
    expect(readFileSync(join(exportsDir, 'latest/SHA256SUMS'), 'utf8')).toBe(
      readFileSync('exports/sample/SHA256SUMS', 'utf8'),
    )
  }, 120_000)

  // 750 kB a file: that is enough for all but the SQLite file.
  test.each([
    ['at the first large file', 'ulimit -f 200;', 'municipalities.json', 'EFBIG'],
    ['in a library that writes a file', 'ulimit -f 1500;', 'medborgarloften.sqlite', 'disk I/O error'],
  ])(
    'that may write no more, %s, says so, and leaves the one before',
    async (_, limit, file, reason) => {
      const exportsDir = join(folder, 'limited')
      await publishTiny(new FolderStore(exportsDir), 1)
      const { said, how } = await release(exportsDir, { limit })
      expect(how).toBe(1)
      expect(said.at(-2)).toBe(file)
      expect(said.at(-1)).toContain(`EXPORTS_DIR (${exportsDir}) cannot be written to: ${reason}`)
      expect(readdirSync(exportsDir).sort()).toEqual(['latest', nameOf(1)])
      expect(await wholeReleases(new FolderStore(exportsDir))).toEqual([nameOf(1)])
    },
    120_000,
  )

  test('on a disk that gets full says so, and leaves the one before', async ({ skip, onTestFinished }) => {
    const exportsDir = join(folder, 'small')
    mkdirSync(exportsDir)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', exportsDir])
    if (mounted.status !== 0) return skip('whoever runs the tests may not mount a small disk')
    onTestFinished(() => void spawnSync('umount', [exportsDir]))
    await publishTiny(new FolderStore(exportsDir), 1)
    const { said, how } = await release(exportsDir)
    expect(how).toBe(1)
    expect(said.at(-1)).toMatch(
      /^EXPORTS_DIR \(.*\) cannot be written to: ENOSPC: .*\. Free some space there or choose another EXPORTS_DIR$/,
    )
    expect(readdirSync(exportsDir).sort()).toEqual(['latest', nameOf(1)])
    expect(await wholeReleases(new FolderStore(exportsDir))).toEqual([nameOf(1)])
  }, 120_000)
})
