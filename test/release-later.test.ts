import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { S3Store } from '../src/exporters/stores/s3-store.ts'
import { releaseNowOrLater } from '../src/jobs/release-later.ts'
import { type FailingLine, failingLine } from './support/failing-line.ts'
import { credentials, type S3Server, startS3 } from './support/s3-server.ts'
import { locationOf } from './support/stores.ts'
import { nameOf, publishTiny } from './support/tiny-releases.ts'

const RETRY_MS = 20

let server: S3Server
let line: FailingLine
let store: S3Store
let logged: string[]
const log = { info: () => {}, error: (message: string) => logged.push(message) }

beforeEach(async () => {
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value)
  server = await startS3()
  line = await failingLine(Number(new URL(server.endpoint).port))
  store = new S3Store({ ...locationOf(server), endpoint: `http://127.0.0.1:${line.port}` })
  logged = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  line.close()
  await server.stop()
})

const attempt = async () => {
  await publishTiny(store, 1)
  return nameOf(1)
}

test('a release is made as soon as S3 answers, and it is logged once that it does not', async () => {
  line.cut()
  const first = await releaseNowOrLater(attempt, log, RETRY_MS)
  expect(first.name).toBeNull()
  await line.mend()
  await expect.poll(() => store.manifests(), { timeout: 20_000 }).toMatchObject([{ release: nameOf(1) }])
  await first.stop()
  expect(logged).toEqual([
    expect.stringMatching(
      /^EXPORTS_URL \(s3:.*\) cannot be used: .*ECONNREFUSED.*Everything but releases is served; trying again every 0.02 s$/,
    ),
  ])
})

test('what S3 refuses is thrown, and not tried again', async () => {
  const wrong = new S3Store({ ...locationOf(server), bucket: 'another' })
  const refused = releaseNowOrLater(async () => `${await publishTiny(wrong, 1)}`, log, RETRY_MS)
  await expect(refused).rejects.toThrow(/NoSuchBucket/)
  expect(logged).toEqual([])
})

test('a stopped server tries no more', async () => {
  line.cut()
  const first = await releaseNowOrLater(attempt, log, RETRY_MS)
  await first.stop()
  await line.mend()
  expect(await store.manifests()).toEqual([])
})
