import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { get } from 'node:http'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { GRACE_MS } from '../../src/commands/serving.ts'
import { commandProcesses, logLines } from '../support/command-process.ts'
import { fillDataDir, fillExportsDir } from '../support/database-templates.ts'
import { bundledData, newServerDatabase } from '../support/databases.ts'
import { failingLine } from '../support/failing-line.ts'
import { credentials } from '../support/s3-server.ts'

const { within, start } = commandProcesses()

describe('npm start', () => {
  test('loads, releases and serves; keeps its data when it is killed; stops when asked', async () => {
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
    first.child.kill('SIGKILL')
    await first.ended

    const again = ['info revision 1: nothing has changed', `info ${release} has already been released`]
    const told = async (signal: NodeJS.Signals, settings: { [name: string]: string }) => {
      const server = start(['start', '--json'], settings)
      expect(JSON.parse(await server.firstLine)).toMatchObject({ revision: 1, release })
      server.child.kill(signal)
      const ended = await server.ended
      expect(ended.code).toBe(0)
      return logLines(ended).map(({ level, msg }) => `${level} ${msg}`)
    }
    expect(await told('SIGTERM', {})).toEqual([...again, 'info stopping'])
    expect(await told('SIGINT', { PUBLISHER_NAME: 'Exempel', PUBLISHER_TYPE: 'Company' })).toEqual([
      expect.stringMatching(/^warn PUBLIC_URL, CONTACT_EMAIL are missing: until all are set/),
      ...again,
      'info stopping',
    ])
  })

  test('runs on PostgreSQL', async () => {
    await fillExportsDir(within('exports'))
    const { url: databaseUrl, drop } = await newServerDatabase()
    const server = start(['start', '--json'], { DATABASE_URL: databaseUrl })
    const { url } = JSON.parse(await server.firstLine) as { url: string }
    const answer = await fetch(`${url}/graphql?query={promises(first:1){totalCount}}`)
    expect(await answer.json()).toMatchObject({
      data: { promises: { totalCount: bundledData().tables.promises.length } },
    })
    expect(existsSync(within('data'))).toBe(false)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    await drop()
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('stops when the npm that started it gets %s', async (signal) => {
    await fillDataDir(within('data'), 'records')
    await fillExportsDir(within('exports'))
    const npm = spawn('npm', ['start', '--silent', '--', '--json'], {
      env: {
        PATH: process.env.PATH,
        HOME: within('home'),
        DATA_DIR: within('data'),
        EXPORTS_DIR: within('exports'),
        PORT: '0',
      },
    })
    const { url } = JSON.parse(String(await once(npm.stdout, 'data'))) as { url: string }
    npm.kill(signal)
    const answers = () =>
      fetch(`${url}/health/live`).then(
        () => true,
        () => false,
      )
    await expect.poll(answers, { timeout: 15_000 }).toBe(false)
  })

  test('stops in time though its database hangs', async () => {
    await fillExportsDir(within('exports'))
    const made = await newServerDatabase('records')
    const url = new URL(made.url)
    const line = await failingLine(Number(url.port))
    url.port = String(line.port)
    const server = start(['start', '--json'], { DATABASE_URL: url.href })
    const { url: address } = JSON.parse(await server.firstLine) as { url: string }
    line.freeze()
    const asked = get(`${address}/`, { headers: { expect: '100-continue' } })
    const answered = once(asked, 'response')
    await once(asked, 'continue') // it has begun to work on it
    server.child.kill('SIGTERM')
    const began = performance.now()
    const { code, stderr } = await server.ended
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(GRACE_MS + 5_000)
    expect(stderr).toContain('"stopping"')
    expect(stderr).not.toContain('"stack"')
    const [{ statusCode }] = await answered
    expect(statusCode).toBe(503)
    line.close()
    await made.drop()
  })

  test('serves all but releases while S3 does not answer', async () => {
    await fillDataDir(within('data'), 'records')
    const server = start(['start', '--json'], {
      ...credentials,
      EXPORTS_URL: 's3://releases?endpoint=http://127.0.0.1:9&region=x', // the port is reserved for what throws all away
    })
    const { url, release } = JSON.parse(await server.firstLine) as { url: string; release: string | null }
    expect(release).toBeNull()
    const answer = await fetch(`${url}/graphql?query={municipality(code:"0685"){name}}`)
    expect(await answer.json()).toMatchObject({ data: { municipality: { name: 'Vetlanda' } } })
    expect((await fetch(`${url}/exports/latest/promises.csv`)).status).toBe(503)
    server.child.kill('SIGTERM')
    const { code, stderr } = await server.ended
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /"error".*"EXPORTS_URL .*Everything but releases is served; trying again every 30 s/,
    )
    expect(stderr).not.toContain('"stack"')
  })

  test('serves, and says why, where the data are not fit to be released', async () => {
    const { url: databaseUrl, drop } = await newServerDatabase('records')
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
      /"error".*"r1-[0-9a-f]{8} is not released, .*: follow_ups has 0 rows, fewer than the minimum of 6/,
    )
    expect(existsSync(within('exports'))).toBe(false)
    await drop()
  })
})
