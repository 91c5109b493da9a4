import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCommandLine } from '../../src/command-line.ts'
import { settings } from '../../src/config.ts'
import { commandProcesses, type Ended, oneLine } from '../support/command-process.ts'

const processes = commandProcesses()

/** Runs a command in this process. */
async function run(words: string[], environment: { [name: string]: string } = {}): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  const code = await runCommandLine(words, {
    environment: { DATA_DIR: processes.within('data'), ...environment },
    isWatched: false,
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
  })
  return { code, stdout, stderr }
}

test.each<[string[], { [name: string]: string }, number]>([
  [['--help'], {}, 0],
  [['begin'], {}, 2],
  [['start'], { PORT: 'http' }, 2],
])('%j with %j ends a process of its own as it ends here', async (words, environment, code) => {
  const ended = await processes.run(words, environment)
  expect(ended).toEqual(await run(words, environment))
  expect(ended.code).toBe(code)
})

test.each([
  [{ PORT: 'http' }, 'PORT "http": write a number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT "70000": write a number from 0 to 65535'],
  [{ HOST: 'a b' }, 'HOST "a b": write an address or host name, such as 127.0.0.1'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL "loud": write one of debug, info, warn, error, silent'],
  [{ PUBLIC_URL: 'example.se' }, 'PUBLIC_URL "example.se": write an address such as https://data.example.se'],
  [
    { PUBLIC_URL: 'https://data.example.se/{a}' },
    'PUBLIC_URL "https://data.example.se/{a}": write an address without spaces or brackets, such as https://data.example.se',
  ],
  [{ CONTACT_EMAIL: 'example' }, 'CONTACT_EMAIL "example": write an e-mail address such as data@example.se'],
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
    { DATABASE_URL: 'postgres://me:secret@one:port,two/y' },
    'DATABASE_URL: write postgres://user:password@host:5432/database',
  ],
  [
    { DATABASE_REPLICA_URLS: 'postgres://me:secret@one/y two' },
    'DATABASE_REPLICA_URLS: write postgres://user:password@host:5432/database',
  ],
  [{ EXPORTS_KEPT: 'all' }, 'EXPORTS_KEPT "all": write a number of releases, such as 30, or 0 to keep all'],
  [
    { EXPORTS_URL: 'https://bucket.s3.amazonaws.com' },
    'EXPORTS_URL: write s3://bucket/prefix, followed by ?endpoint=https://s3.example.se&region=eu-north-1 if the server is not AWS',
  ],
  [
    { EXPORTS_URL: 's3://key:secret@bucket' },
    'EXPORTS_URL: give the credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead',
  ],
  [{ EXPORTS_URL: 's3:///data' }, 'EXPORTS_URL: write the bucket name after s3://'],
  [{ EXPORTS_URL: 's3://bucket/å' }, 'EXPORTS_URL: use only letters, digits, . _ - and / in the prefix'],
  [
    { EXPORTS_URL: 's3://bucket?endpoint=s3.example.se&region=x' },
    'EXPORTS_URL: write an endpoint such as https://s3.example.se',
  ],
  [
    { EXPORTS_URL: 's3://bucket?endpoint=https://s3.example.se' },
    'EXPORTS_URL: add &region= with the region of the endpoint, as given in its documentation',
  ],
] as [{ [name: string]: string }, string][])(
  'a wrong setting ends in one clear line: %j',
  async (environment, line) => {
    const ended = await run(['start'], environment)
    expect(ended.code).toBe(2)
    expect(oneLine(ended)).toBe(line)
    expect(existsSync(processes.within('data'))).toBe(false)
  },
)

test.each([
  [
    ['begin'],
    'unknown command "begin"; use one of start, load, export, delta, verify, ingest, review, evaluate, train, explain',
  ],
  [['load', '--fast'], "Unknown option '--fast'; use npm run load [-- FOLDER] [--drafts FOLDER]"],
  [['export', 'here'], 'unexpected argument "here"; use npm run export'],
  [['explain'], "no query; use npm run explain -- 'QUERY' [--variables JSON]"],
  [
    ['explain', '{ x }', '--variables', '[]'],
    '--variables is not a JSON object; send one such as {"code": "0685"}',
  ],
  [
    ['constructor'],
    'unknown command "constructor"; use one of start, load, export, delta, verify, ingest, review, evaluate, train, explain',
  ],
])('a wrong call ends in one clear line: %j', async (words, line) => {
  const ended = await run(words)
  expect(ended.code).toBe(2)
  expect(oneLine(ended)).toBe(line)
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
  [['explain', '--help']],
])('%j explains itself', async (words) => {
  const { code, stdout, stderr } = await run(words)
  expect(code).toBe(0)
  expect(stderr).toBe('')
  for (const { name } of Object.values(settings)) expect(stdout).toContain(name)
})
