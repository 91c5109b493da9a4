import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { commandProcesses, oneLine } from '../support/command-process.ts'
import { fillDataDir, fillExportsDir } from '../support/database-templates.ts'
import { newRoleDatabase } from '../support/databases.ts'

const { within, run } = commandProcesses()

describe('npm start ends in one clear line', () => {
  test('when a record is corrupted', async () => {
    const copy = within('copy')
    for (const part of [
      'src',
      'data',
      'docs',
      'drizzle',
      'exports/README.md',
      'openapi-notes.md',
      'package.json',
    ])
      cpSync(part, join(copy, part), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction')
    await fillDataDir(within('data'), 'records')
    const record = join(copy, 'data/agreements/0685-2020/agreement.yaml')
    const good = readFileSync(record, 'utf8')
    writeFileSync(record, good.replace('value: 15', 'value: femton'))
    const ended = await run(['start'], {}, copy)
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^data\/agreements\/0685-2020\/agreement\.yaml:\d+: activities#2\.target\.value: "femton" is not valid; write a number$/,
    )
    writeFileSync(record, good)
    const after = await run(['load'], {}, copy)
    expect(after.stdout).toBe('revision 1: nothing has changed\n')
  })

  test('when the data folder cannot be written', async () => {
    const file = within('file')
    writeFileSync(file, 'kept')
    const ended = await run(['start'], { DATA_DIR: join(file, 'data') })
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^DATA_DIR \(.*\) cannot be written to: EEXIST.*Make it writable or choose another DATA_DIR$/,
    )
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  test('when the data folder would lie where nothing can', async () => {
    const ended = await run(['start'], { DATA_DIR: '/proc/medborgarloften/data' })
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(/^DATA_DIR \(\/proc\/.*\) cannot be written to: ENOENT/)
  })

  test('when the data folder holds something else', async () => {
    const database = within('data/database')
    mkdirSync(database, { recursive: true })
    writeFileSync(join(database, 'PG_VERSION'), 'not a database')
    const ended = await run(['start'])
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(/^The database in DATA_DIR \(.*\) cannot be opened: /)
    expect(readFileSync(join(database, 'PG_VERSION'), 'utf8')).toBe('not a database')
  })

  test('when the data folder is in use', async () => {
    const { close } = await openDatabase({ url: null, dataDir: within('data') })
    const ended = await run(['start'])
    await close()
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^DATA_DIR \(.*\) is in use by another process\. Stop that process, choose another DATA_DIR/,
    )
  })

  test('when the exports folder cannot be written', async () => {
    await fillDataDir(within('data'), 'records')
    writeFileSync(within('exports'), 'a file')
    const ended = await run(['start'])
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^EXPORTS_DIR \(.*\) cannot be written to: .*Make it writable or choose another EXPORTS_DIR$/,
    )
  })

  test('when the nightly job cannot be started', async () => {
    const { url, run: runSql, drop } = await newRoleDatabase()
    await fillExportsDir(within('exports'))
    await runSql('create schema pgboss') // which belongs to another role then
    const ended = await run(['start'], { DATABASE_URL: url })
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^The job queue of the nightly release cannot be used: permission denied for schema pgboss\. Make the role of DATABASE_URL the owner of the schema pgboss and everything in it$/,
    )
    await drop()
  })

  test('when the port is in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const ended = await run(['start'], { PORT: port })
    other.close()
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toBe(
      `PORT ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another PORT`,
    )
  })

  test('when there is no PostgreSQL server', async () => {
    const ended = await run(['start'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' })
    expect(ended.code).toBe(1)
    expect(oneLine(ended)).toMatch(
      /^The database at DATABASE_URL cannot be used: .*ECONNREFUSED.*Start the server, or correct DATABASE_URL$/,
    )
    expect(ended.stderr).not.toContain('secret')
  })
})
