import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { missingOfPublisher, publisherOf } from '../src/commands/publisher.ts'
import { readConfig, type Setting, settings, WrongUsage } from '../src/config.ts'
import { newServerDatabase } from './support/databases.ts'

let folder: string
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-run-'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The first line of standard output. */
  readonly firstLine: Promise<string>
}

/** Runs a command as npm does, with data and exports in a folder of its own, and any free port. */
function start(words: string[], environment: { [name: string]: string } = {}, root = '.'): Running {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: join(folder, 'data'),
      EXPORTS_DIR: join(folder, 'exports'),
      PORT: '0',
      ...environment,
    },
  })
  started.push(child)
  let stdout = ''
  let stderr = ''
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  )
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
  })
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      stdout += part
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
    })
    ended.then(() => reject(new Error(`ended without a line: ${stderr}`)))
  })
  firstLine.catch(() => {}) // a command that is meant to fail says nothing
  return { child, ended, firstLine }
}

const run = (words: string[], environment?: { [name: string]: string }, root?: string) =>
  start(words, environment, root).ended

describe('npm start', () => {
  test('loads, releases and serves; stops when asked; and finds its data again', async () => {
    const first = start(['start', '--json'])
    const { url, revision, release } = JSON.parse(await first.firstLine) as {
      url: string
      revision: number
      release: string
    }
    expect(revision).toBe(1)
    const answer = await fetch(`${url}/graphql?query={municipality(code:"0685"){name}}`)
    expect(await answer.json()).toMatchObject({ data: { municipality: { name: 'Vetlanda' } } })
    expect(await (await fetch(`${url}/exports/latest/promises.csv`)).text()).toContain('Ökad trafiksäkerhet')
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = start(['start', '--json'], { PUBLISHER_NAME: 'Exempel', PUBLISHER_TYPE: 'Company' })
    expect(JSON.parse(await second.firstLine)).toMatchObject({ revision: 1, release })
    second.child.kill('SIGINT')
    const { code, stderr } = await second.ended
    expect(code).toBe(0)
    expect(stderr).toContain(' warn PUBLIC_URL, CONTACT_EMAIL are missing: until all are set')
    expect(stderr).toContain('revision 1: nothing has changed')
    expect(stderr).toContain(`${release} is released already`)
  })

  test('keeps its data when it is killed', async () => {
    const first = start(['start', '--json'])
    await first.firstLine
    first.child.kill('SIGKILL')
    await first.ended
    const second = start(['start', '--json'])
    expect(JSON.parse(await second.firstLine)).toMatchObject({ revision: 1 })
  })

  test('runs on PostgreSQL', async () => {
    const { url: databaseUrl, drop } = await newServerDatabase()
    const server = start(['start', '--json'], { DATABASE_URL: databaseUrl })
    const { url } = JSON.parse(await server.firstLine) as { url: string }
    const answer = await fetch(`${url}/graphql?query={promises(first:1){totalCount}}`)
    expect(await answer.json()).toMatchObject({ data: { promises: { totalCount: 10 } } })
    expect(existsSync(join(folder, 'data'))).toBe(false)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    await drop()
  })

  test('serves, and says why, where the data are not fit to be released', async () => {
    const { url: databaseUrl, drop } = await newServerDatabase()
    expect((await run(['load'], { DATABASE_URL: databaseUrl })).code).toBe(0)
    const client = postgres(databaseUrl, { max: 1 })
    await client`delete from follow_ups`
    await client.end()
    const server = start(['start', '--json'], { DATABASE_URL: databaseUrl })
    const { url, release } = JSON.parse(await server.firstLine) as { url: string; release: string | null }
    expect(release).toBeNull()
    expect((await fetch(`${url}/exports/latest/promises.csv`)).status).toBe(404)
    expect((await fetch(`${url}/graphql?query={municipality(code:"0685"){name}}`)).status).toBe(200)
    server.child.kill('SIGTERM')
    const { code, stderr } = await server.ended
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /error r1-[0-9a-f]{8} is not released, .*: follow_ups has 0 of the 6 rows that it promises/,
    )
    expect(existsSync(join(folder, 'exports'))).toBe(false)
    await drop()
  })

  describe('ends in one clear line', () => {
    const oneLine = ({ stdout, stderr }: Ended) => {
      expect(stdout).toBe('')
      // What was done before may be told; the last line is what went wrong.
      const lines = stderr
        .trimEnd()
        .split('\n')
        .filter((line) => !/^\d{4}-.* info /.test(line))
      expect(lines).toHaveLength(1)
      return lines[0]
    }

    test('when a record is corrupted', async () => {
      const copy = join(folder, 'copy')
      for (const part of ['src', 'data', 'drizzle', 'package.json'])
        cpSync(part, join(copy, part), { recursive: true })
      symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction')
      expect((await run(['load'], {}, copy)).code).toBe(0)
      const record = join(copy, 'data/agreements/0685-2020/agreement.yaml')
      const good = readFileSync(record, 'utf8')
      writeFileSync(record, good.replace('value: 15', 'value: femton'))
      const ended = await run(['start'], {}, copy)
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(
        /^data\/agreements\/0685-2020\/agreement\.yaml:\d+: activities#2\.target\.value: "femton"; write a number$/,
      )
      writeFileSync(record, good)
      const after = await run(['load'], {}, copy)
      expect(after.stdout).toBe('revision 1: nothing has changed\n')
    })

    test('when the data folder cannot be written', async () => {
      const file = join(folder, 'file')
      writeFileSync(file, 'kept')
      const ended = await run(['start'], { DATA_DIR: join(file, 'data') })
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(
        /^DATA_DIR \(.*\) cannot be written: EEXIST.*Make it writable, or choose another DATA_DIR$/,
      )
      expect(readFileSync(file, 'utf8')).toBe('kept')
    })

    test('when the data folder would lie where nothing can', async () => {
      const ended = await run(['start'], { DATA_DIR: '/proc/medborgarloften/data' })
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(/^DATA_DIR \(\/proc\/.*\) cannot be written: ENOENT/)
    })

    test('when the data folder holds something else', async () => {
      const database = join(folder, 'data/database')
      mkdirSync(database, { recursive: true })
      writeFileSync(join(database, 'PG_VERSION'), 'not a database')
      const ended = await run(['start'])
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(/^The database in DATA_DIR \(.*\) cannot be opened: /)
      expect(readFileSync(join(database, 'PG_VERSION'), 'utf8')).toBe('not a database')
    })

    test('when the data folder is in use', async () => {
      await start(['start', '--json']).firstLine
      const ended = await run(['start'])
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(
        /^DATA_DIR \(.*\) is in use by another process\. Stop it, choose another DATA_DIR/,
      )
    })

    test('when the exports folder cannot be written', async () => {
      writeFileSync(join(folder, 'exports'), 'a file')
      const ended = await run(['start'])
      expect(ended.code).toBe(1)
      expect(oneLine(ended)).toMatch(
        /^EXPORTS_DIR \(.*\) cannot be written: .*Make it writable, or choose another EXPORTS_DIR$/,
      )
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

    test.each([
      [{ PORT: 'http' }, 'PORT "http": write a number from 0 to 65535'],
      [{ PORT: '70000' }, 'PORT "70000": write a number from 0 to 65535'],
      [{ HOST: 'a b' }, 'HOST "a b": write an address or host name, such as 127.0.0.1'],
      [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL "loud": write one of debug, info, warn, error, silent'],
      [
        { PUBLIC_URL: 'example.se' },
        'PUBLIC_URL "example.se": write an address such as https://data.example.se',
      ],
      [
        { PUBLIC_URL: 'https://data.example.se/{a}' },
        'PUBLIC_URL "https://data.example.se/{a}": write an address without spaces and brackets, such as https://data.example.se',
      ],
      [
        { CONTACT_EMAIL: 'example' },
        'CONTACT_EMAIL "example": write an e-mail address such as data@example.se',
      ],
      [
        { PUBLISHER_URL: 'Exempel' },
        'PUBLISHER_URL "Exempel": write an address such as http://dataportal.se/organisation/SE2021000000',
      ],
      [
        { PUBLISHER_TYPE: 'club' },
        'PUBLISHER_TYPE "club": write one of Academia-ScientificOrganisation, Company, IndustryConsortium, LocalAuthority, NationalAuthority, NonGovernmentalOrganisation, NonProfitOrganisation, PrivateIndividual(s), RegionalAuthority, StandardisationBody, SupraNationalAuthority',
      ],
      [
        { EXPORT_SCHEDULE: 'every night' },
        'EXPORT_SCHEDULE "every night": write five cron fields and a time zone, such as "30 2 * * * Europe/Stockholm"',
      ],
      [
        { EXPORT_SCHEDULE: '30 2 * * * Europe/Vetlanda' },
        'EXPORT_SCHEDULE "30 2 * * * Europe/Vetlanda": write five cron fields and a time zone, such as "30 2 * * * Europe/Stockholm"',
      ],
      [
        { EXPORT_SCHEDULE: '61 2 * * * Europe/Stockholm' },
        'EXPORT_SCHEDULE "61 2 * * * Europe/Stockholm": write five cron fields and a time zone, such as "30 2 * * * Europe/Stockholm"',
      ],
      [
        { DATABASE_URL: 'mysql://me:secret@x/y' },
        'DATABASE_URL: write postgres://user:password@host:5432/database',
      ],
      [
        { EXPORTS_KEPT: 'all' },
        'EXPORTS_KEPT "all": write a number of releases, such as 30, or 0 to keep all',
      ],
      [
        { EXPORTS_URL: 'https://bucket.s3.amazonaws.com' },
        'EXPORTS_URL: write s3://bucket/prefix, and for another server than AWS ?endpoint=https://s3.example.se&region=eu-north-1 after it',
      ],
      [
        { EXPORTS_URL: 's3://key:secret@bucket' },
        'EXPORTS_URL: leave the credentials to AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      ],
      [{ EXPORTS_URL: 's3:///data' }, 'EXPORTS_URL: write the name of a bucket after s3://'],
      [{ EXPORTS_URL: 's3://bucket/å' }, 'EXPORTS_URL: write a prefix of letters, digits, . _ - and /'],
      [
        { EXPORTS_URL: 's3://bucket?endpoint=s3.example.se&region=x' },
        'EXPORTS_URL: write an endpoint such as https://s3.example.se',
      ],
      [
        { EXPORTS_URL: 's3://bucket?endpoint=https://s3.example.se' },
        'EXPORTS_URL: name the region of the endpoint, as its documentation does',
      ],
    ] as [{ [name: string]: string }, string][])('when a setting is wrong: %j', async (environment, line) => {
      const ended = await run(['start'], environment)
      expect(ended.code).toBe(2)
      expect(oneLine(ended)).toBe(line)
      expect(existsSync(join(folder, 'data'))).toBe(false)
    })

    test.each([
      [
        ['begin'],
        'there is no command "begin"; use one of start, load, export, delta, verify, ingest, review, evaluate',
      ],
      [['load', '--fast'], "Unknown option '--fast'; use npm run load [-- FOLDER] [--drafts FOLDER]"],
      [['export', 'here'], '"here" is one word too many; use npm run export'],
      [
        ['constructor'],
        'there is no command "constructor"; use one of start, load, export, delta, verify, ingest, review, evaluate',
      ],
    ])('when it is called wrongly: %j', async (words, line) => {
      const ended = await run(words)
      expect(ended.code).toBe(2)
      expect(oneLine(ended)).toBe(line)
    })
  })
})

describe('npm run load and npm run export', () => {
  test('tell what they did, for people and for programs', async () => {
    expect(await run(['export'])).toMatchObject({
      code: 1,
      stderr: 'Nothing has been loaded into the database: run npm run load first\n',
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
    const data = join(folder, 'records')
    cpSync('data', data, { recursive: true })
    writeFileSync(join(data, 'edition.yaml'), 'date: 2026-12-01\n')
    const municipalities = join(data, 'reference/municipalities.csv')
    writeFileSync(municipalities, readFileSync(municipalities, 'utf8').replace('46786', '46787'))
    expect((await run(['load'])).code).toBe(0)
    expect((await run(['load', data])).stdout).toBe('revision 2: 0 rows added, 1 changed, 0 removed\n')
    expect(await run(['load', join(folder, 'nowhere')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('edition.yaml:1: cannot be read: ENOENT'),
    })
    const drafts = join(folder, 'drafts')
    expect(await run(['load', data, '--drafts', drafts])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${drafts}:1: cannot be read: ENOENT`),
    })
    mkdirSync(drafts)
    expect((await run(['load', data, '--drafts', drafts])).stdout).toBe(
      'revision 2: nothing has changed; drafts that nobody has reviewed: 0\n',
    )
  })
})

test.each([
  [[]],
  [['--help']],
  [['start', '--help']],
  [['load', '-h']],
  [['export', '--help']],
  [['delta', '--help']],
  [['verify', '--help']],
  [['ingest', '--help']],
])('%j explains itself', async (words) => {
  const { code, stdout, stderr } = await run(words)
  expect(code).toBe(0)
  expect(stderr).toBe('')
  for (const { name } of Object.values(settings)) expect(stdout).toContain(name)
})

describe('settings', () => {
  test('have defaults that are right', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: null,
      publisherName: null,
      publisherType: null,
      publisherUrl: null,
      contactEmail: null,
      databaseUrl: null,
      dataDir: '.data',
      exportsDir: 'exports',
      signingKey: null,
      exportsUrl: null,
      exportsKept: 0,
      exportSchedule: { pattern: '30 2 * * *', timezone: 'Europe/Stockholm' },
      rateLimit: 300_000,
      answerBytes: 64 * 1024 * 1024,
      proxies: 0,
      logLevel: 'info',
    })
  })

  test('name a publisher where all that is needed is given, and nobody where a part is missing', () => {
    const given = {
      PUBLIC_URL: 'https://data.example.se',
      PUBLISHER_NAME: 'Exempel',
      PUBLISHER_TYPE: 'Company',
      CONTACT_EMAIL: 'data@example.se',
    }
    const publisher = { name: 'Exempel', type: 'Company', url: null, email: 'data@example.se' }
    expect(publisherOf(readConfig(given))).toEqual(publisher)
    const PUBLISHER_URL = 'http://dataportal.se/organisation/SE2021000000'
    expect(publisherOf(readConfig({ ...given, PUBLISHER_URL }))).toEqual({ ...publisher, url: PUBLISHER_URL })
    for (const missing of Object.keys(given)) {
      const config = readConfig({ ...given, [missing]: '' })
      expect(publisherOf(config), missing).toBeNull()
      expect(missingOfPublisher(config)).toContain(`${missing} is missing: until it is set`)
    }
    expect(missingOfPublisher(readConfig(given))).toBeNull()
    expect(missingOfPublisher(readConfig({}))).toBeNull()
    expect(missingOfPublisher(readConfig({ PUBLISHER_URL }))).toMatch(
      /^PUBLIC_URL, PUBLISHER_NAME, PUBLISHER_TYPE, CONTACT_EMAIL are missing: until all are set/,
    )
  })

  test.each(Object.values<Setting>(settings))(
    '$name is refused with a control character in it',
    (setting) => {
      const refused = (given: string) => {
        try {
          readConfig({ [setting.name]: given })
        } catch (error) {
          return error instanceof WrongUsage ? error.message : String(error)
        }
        return ''
      }
      for (const character of ['\u0007', '\n', '\t', '\u0085', '\u2028', '\uffff']) {
        const message = refused(`a${character}b`)
        if (setting.isMultiline) expect(message).not.toContain('control characters')
        else expect(message).toMatch(new RegExp(`^${setting.name}.*control characters$`))
        expect(message).not.toContain(character)
      }
    },
  )

  test('of text may end with a line break, as what a file holds does', () => {
    expect(readConfig({ PUBLISHER_NAME: 'Exempel\n' }).publisherName).toBe('Exempel')
  })

  test('that are empty are as if they were not there', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test('are read as they are meant', () => {
    expect(readConfig({ PUBLIC_URL: 'https://data.example.se/' }).publicUrl).toBe('https://data.example.se')
    expect(() => readConfig({ DATA_DIR: '  ' })).toThrow(WrongUsage)
    expect(readConfig({ EXPORTS_URL: 's3://my-bucket' }).exportsUrl).toEqual({
      bucket: 'my-bucket',
      prefix: '',
      endpoint: null,
      region: null,
    })
    const elsewhere = 's3://my.bucket/open/data/?endpoint=http://127.0.0.1:9000&region=garage'
    expect(readConfig({ EXPORTS_URL: elsewhere }).exportsUrl).toEqual({
      bucket: 'my.bucket',
      prefix: 'open/data',
      endpoint: 'http://127.0.0.1:9000',
      region: 'garage',
    })
  })
})
