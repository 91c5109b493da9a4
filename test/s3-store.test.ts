import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../src/exporters/stores/open.ts'
import { S3Store } from '../src/exporters/stores/s3-store.ts'
import { ExportsUnavailable } from '../src/exporters/stores/store.ts'
import { credentials, type S3Server, startS3 } from './support/s3-server.ts'
import { locationOf } from './support/stores.ts'
import { contentOf, nameOf, publishTiny, readText, stageTiny } from './support/tiny-releases.ts'
import { wholeReleases } from './support/whole.ts'

const TWO_HOURS_MS = 2 * 60 * 60 * 1000

let server: S3Server
/** What releases are put together in. */
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-s3-store-'))
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value)
  server = await startS3()
  vi.stubEnv('TMPDIR', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
  rmSync(folder, { recursive: true })
})

const open = () => new S3Store(locationOf(server))
/** An object as anybody finds it who knows its address. */
const visit = (name: string) => fetch(`${server.endpoint}/${server.bucket}/open/data/${name}`)
/** Another program that dies, or loses its connection, at a write. */
const failAt = (end: string) => {
  server.onWrite = (write) => {
    if (write.endsWith(end)) throw new Error('the line is cut')
  }
}

describe('a bucket', () => {
  test('shows releases and the newest of them to who reads it without our server', async () => {
    await publishTiny(open(), 1)
    const pointer = await visit('latest.json')
    expect(pointer.headers.get('content-type')).toBe('application/json')
    expect(pointer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await pointer.json()).toEqual({ release: nameOf(1), index: `${nameOf(1)}/index.json` })
    const file = await visit(`${nameOf(1)}/things.csv`)
    expect(await file.text()).toBe(contentOf(1))
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': `inline; filename="medborgarloften-things-${nameOf(1)}.csv"`,
    })
    const index = await visit(`${nameOf(1)}/index.json`)
    expect(index.headers.get('content-type')).toBe('application/json')
  })

  test('gets the index of a release after its files, and the pointer to it last', async () => {
    await publishTiny(open(), 1)
    const beginning = `PUT /${server.bucket}/open/data/`
    expect(server.writes.slice(-2)).toEqual([
      `${beginning}${nameOf(1)}/index.json`,
      `${beginning}latest.json`,
    ])
    expect(server.writes).toHaveLength(4)
  })

  test('takes a large file in parts', async () => {
    const content = 'å'.repeat(9 * 1024 * 1024)
    await publishTiny(open(), 1, content)
    expect(server.writes.filter((write) => write.startsWith('POST'))).not.toEqual([])
    expect(await wholeReleases(open())).toEqual([nameOf(1)])
    expect(await open().size(nameOf(1), 'things.csv')).toBe(18 * 1024 * 1024)
    expect(await publishTiny(open(), 1, content)).toBe(false)
  })

  test('is not asked for a manifest that was asked for within a minute, and not missed while it cannot be', async () => {
    const store = open()
    await publishTiny(store, 1)
    await publishTiny(store, 2)
    const manifests = await store.manifests()
    await open().remove(nameOf(1))
    expect(await store.manifest(nameOf(1))).toEqual(manifests[1])
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 61_000)
    expect(await store.manifest(nameOf(1))).toBeNull()
    server.onRead = () => {
      throw new Error('the line is cut')
    }
    expect(await store.manifest(nameOf(2))).toEqual(manifests[0])
    await expect(store.manifest(nameOf(3))).rejects.toThrow(ExportsUnavailable)
    clock.mockRestore()
  })
})

describe('an upload to S3 that ends half-way', () => {
  test('is no release, and the next one uses what is there', async () => {
    failAt('others.csv')
    await expect(publishTiny(open(), 1)).rejects.toThrow(ExportsUnavailable)
    expect(await open().manifests()).toEqual([])
    expect((await visit(`${nameOf(1)}/things.csv`)).status).toBe(200)
    expect(readdirSync(folder)).toEqual([])
    server.onWrite = () => {}
    expect(await publishTiny(open(), 1)).toBe(true)
    expect(await wholeReleases(open())).toEqual([nameOf(1)])
  })

  test('by a version of the program that writes other bytes is waited for until it is old', async () => {
    failAt('index.json')
    await expect(publishTiny(open(), 1, 'of another version')).rejects.toThrow(ExportsUnavailable)
    server.onWrite = () => {}
    await expect(publishTiny(open(), 1)).rejects.toThrow(
      /csv is being written by another version of the program\. Try again in an hour, or remove it$/,
    )
    expect(await open().manifests()).toEqual([])
    const staging = await stageTiny(open(), 1) // begun before, so that it finds what is left
    server.age(TWO_HOURS_MS)
    expect(await open().publish(staging, nameOf(1))).toBe(true)
    expect(await readText(open(), nameOf(1), 'things.csv')).toBe(contentOf(1))
    expect(await wholeReleases(open())).toEqual([nameOf(1)])
  })

  test('is removed once it is old, and nothing else is', async () => {
    await publishTiny(open(), 1)
    failAt('index.json')
    await expect(publishTiny(open(), 2)).rejects.toThrow(ExportsUnavailable)
    server.onWrite = () => {}
    await (await open().stage()).discard()
    expect((await visit(`${nameOf(2)}/things.csv`)).status).toBe(200)
    server.age(TWO_HOURS_MS)
    await (await open().stage()).discard()
    expect((await visit(`${nameOf(2)}/things.csv`)).status).toBe(404)
    expect(await wholeReleases(open())).toEqual([nameOf(1)])
  })
})

describe('S3 that cannot be used says so', () => {
  const failure = (changes: object) =>
    expect(new S3Store({ ...locationOf(server), ...changes }).stage()).rejects

  test('when nobody answers', async () => {
    await failure({ endpoint: 'http://127.0.0.1:1' }).toThrow(
      /^EXPORTS_URL \(s3:\/\/releases\/open\/data\) cannot be used: .*ECONNREFUSED.*\. Check its bucket, endpoint and region, and the AWS credentials$/,
    )
  })

  test('when there is no such bucket', async () => {
    await failure({ bucket: 'nowhere' }).toThrow(/cannot be used: NoSuchBucket: .*Check its bucket/)
  })

  test('when it refuses the credentials', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'nobody')
    await failure({}).toThrow(/cannot be used: InvalidAccessKeyId: .*the AWS credentials$/)
  })

  test('when the credentials are missing', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '')
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
    await failure({}).toThrow(/cannot be used: .*credentials.*the AWS credentials$/i)
  })

  test('and a manifest that cannot be asked for is not taken for one that is missing', async () => {
    const store = new S3Store({ ...locationOf(server), endpoint: 'http://127.0.0.1:1' })
    await expect(store.manifest(nameOf(1))).rejects.toThrow(/^EXPORTS_URL/)
  })
})

test('settings choose where releases are kept', async () => {
  const config = { exportsDir: 'exports/none', exportsUrl: null, exportsKept: 3 }
  expect(await openStore(config)).toMatchObject({ place: 'exports/none', kept: 3 })
  const inS3 = await openStore({ ...config, exportsUrl: locationOf(server) })
  expect(inS3).toMatchObject({ place: 's3://releases/open/data', kept: 3 })
})
