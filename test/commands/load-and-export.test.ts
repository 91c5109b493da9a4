import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandProcesses } from '../support/command-process.ts'
import { fillDataDir } from '../support/database-templates.ts'

const { within, run } = commandProcesses()

describe('npm run load and npm run export', () => {
  test('tell what they did, for people and for programs', async () => {
    expect(await run(['export'])).toMatchObject({
      code: 1,
      stderr: 'The database is empty: run npm run load first\n',
    })
    expect((await run(['load'])).stdout).toMatch(/^revision 1: \d+ rows added, 0 changed, 0 removed\n$/)
    expect(JSON.parse((await run(['load', '--json'])).stdout)).toEqual({
      revision: 1,
      isNew: false,
      added: 0,
      changed: 0,
      removed: 0,
      drafts: 0,
    })
    expect((await run(['export'])).stdout).toMatch(/^released .*\/exports\/r1-[0-9a-f]{8}, \d+ files\n$/)
    expect(JSON.parse((await run(['export', '--json'])).stdout)).toMatchObject({ revision: 1, isNew: false })
  })

  test('take records from another folder', async () => {
    await fillDataDir(within('data'), 'records')
    const data = within('records')
    cpSync('data', data, { recursive: true })
    writeFileSync(join(data, 'edition.yaml'), 'date: 2026-12-01\n')
    const municipalities = join(data, 'reference/municipalities.csv')
    writeFileSync(municipalities, readFileSync(municipalities, 'utf8').replace('46786', '46787'))
    expect((await run(['load'])).code).toBe(0)
    expect((await run(['load', data])).stdout).toBe('revision 2: 0 rows added, 1 changed, 0 removed\n')
    expect(await run(['load', within('nowhere')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('edition.yaml:1: cannot be read: ENOENT'),
    })
    const drafts = within('drafts')
    expect(await run(['load', data, '--drafts', drafts])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${drafts}:1: cannot be read: ENOENT`),
    })
    mkdirSync(drafts)
    expect((await run(['load', data, '--drafts', drafts])).stdout).toBe(
      'revision 2: nothing has changed; unreviewed drafts: 0\n',
    )
  })
})
