import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { ExportsUnavailable } from '../src/exporters/stores/store.ts'
import { releaseFile } from '../src/http/release-files.ts'
import { type Route, serve } from '../src/http/route.ts'
import { Downloads } from '../src/web/downloads.ts'
import { requestedRange } from '../src/web/ranges.ts'
import { Traffic } from '../src/web/traffic.ts'
import { makeRelease } from './support/made-release.ts'

const text = { sv: '', en: '' }
const OLD = 'r1-00000001'
const NEW = 'r2-00000002'
const CSV = Buffer.from('id,text\r\na1,Tjänstemän på Öland\r\n'.repeat(20))
const ZST = zstdCompressSync(CSV)
const GZ = gzipSync(CSV)
/** When the newest release was published. */
const PUBLISHED = new Date('2026-11-21T02:30:00.700Z')
const LAST_MODIFIED = 'Sat, 21 Nov 2026 02:30:00 GMT'

/** What answers for the releases in a folder, of which `NEW` is the newest. */
function served(store: FolderStore, faults: string[] = []): ReturnType<typeof serve> {
  const onError = (error: unknown) => faults.push(String(error))
  const route: Route = {
    path: '/exports/:release/:file',
    methods: ['GET', 'HEAD'],
    summary: text,
    answers: {},
    mediaType: 'text/csv',
    handle: (request, { release = '', file = '' }) =>
      releaseFile(
        request,
        { release, file },
        { store, newest: async () => NEW, downloads: new Downloads(), onError },
      ),
  }
  return serve([route], onError, new Traffic())
}

describe('a file of a release', () => {
  let folder: string
  let fetched: ReturnType<typeof serve>
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'medborgarloften-serving-'))
    makeRelease(folder, OLD, { 'activities.csv': { bytes: Buffer.from('id,text\r\n') } })
    makeRelease(folder, NEW, {
      'activities.csv': { bytes: CSV },
      'activities.csv.zst': { bytes: ZST },
      'activities.csv.gz': { bytes: GZ },
      'topics.csv': { bytes: CSV },
      'empty.csv': { bytes: Buffer.alloc(0) },
    })
    utimesSync(join(folder, NEW, 'index.json'), PUBLISHED, PUBLISHED)
    fetched = served(new FolderStore(folder))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const ask = (path: string, headers: { [name: string]: string } = {}, method = 'GET') =>
    fetched(new Request(`http://test/exports/${path}`, { method, headers }))
  const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
  const etagOf = async (path: string, headers = {}) =>
    (await ask(path, headers, 'HEAD')).headers.get('etag') ?? ''

  test.each([
    ['bytes=0-4', 0, 4],
    ['bytes=5-', 5, CSV.length - 1],
    ['bytes=-7', CSV.length - 7, CSV.length - 1],
    ['bytes=-99999', 0, CSV.length - 1],
    ['bytes=3-99999', 3, CSV.length - 1],
    ['Bytes=0-0', 0, 0],
  ])('is sent in part for Range: %s', async (range, start, end) => {
    const response = await ask(`${NEW}/activities.csv`, { range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${CSV.length}`)
    expect(response.headers.get('content-length')).toBe(String(end - start + 1))
    expect(response.headers.get('etag')).toBe(await etagOf(`${NEW}/activities.csv`))
    expect(await bodyOf(response)).toEqual(CSV.subarray(start, end + 1))
  })

  test.each(['bytes=0-1,4-5', 'bytes=5-2', 'bytes=-', 'bytes=a-b', 'bytes 0-1', 'lines=0-1', 'bytes=0x1-2'])(
    'is sent whole for Range: %s',
    async (range) => {
      const response = await ask(`${NEW}/activities.csv`, { range })
      expect(response.status).toBe(200)
      expect(response.headers.get('accept-ranges')).toBe('bytes')
      expect(await bodyOf(response)).toEqual(CSV)
    },
  )

  test.each(['bytes=99999-', 'bytes=-0', `bytes=${CSV.length}-${CSV.length}`])(
    'has no part that is %s, and says how long it is',
    async (range) => {
      const response = await ask(`${NEW}/activities.csv`, { range })
      expect(response.status).toBe(416)
      expect(response.headers.get('content-range')).toBe(`bytes */${CSV.length}`)
      expect(await response.json()).toMatchObject({ status: 416, title: 'Range not satisfiable' })
    },
  )

  test('is to be asked for again in a minute where the store cannot be reached', async () => {
    const faults: string[] = []
    class AwayStore extends FolderStore {
      override async manifest(): Promise<never> {
        throw new ExportsUnavailable('the line is cut')
      }
    }
    const ask = served(new AwayStore(folder), faults)
    const response = await ask(new Request('http://x/exports/latest/topics.csv'))
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await response.text()).not.toContain('line')
    await ask(new Request('http://x/exports/latest/topics.csv'))
    expect(faults).toEqual(['the line is cut']) // it is logged once
  })

  test('is sent in part only if it is the one that If-Range names', async () => {
    const etag = await etagOf(`${NEW}/activities.csv`)
    const status = async (ifRange: string) =>
      (await ask(`${NEW}/activities.csv`, { range: 'bytes=5-', 'if-range': ifRange })).status
    expect(await status(etag)).toBe(206)
    expect(await status('"other"')).toBe(200)
    expect(await status(`W/${etag}`)).toBe(200)
    expect(await status('Sat, 21 Nov 2026 02:30:00 GMT')).toBe(200)
  })

  test('that is empty has no parts', () => {
    expect(requestedRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(requestedRange('bytes=-5', 0)).toBeNull()
  })

  test('that is empty is sent', async () => {
    const response = await ask(`${NEW}/empty.csv`)
    expect(response.headers.get('content-length')).toBe('0')
    expect(await response.text()).toBe('')
  })

  test('is sent only if it is the one that If-Match names', async () => {
    const etag = await etagOf(`${NEW}/activities.csv`)
    for (const ifMatch of [etag, `"x", ${etag}`, '*'])
      expect((await ask(`${NEW}/activities.csv`, { 'if-match': ifMatch }, 'HEAD')).status).toBe(200)
    for (const ifMatch of ['"x"', `W/${etag}`]) {
      const response = await ask(`${NEW}/activities.csv`, { 'if-match': ifMatch, 'if-none-match': etag })
      expect(response.status).toBe(412)
      expect(await response.json()).toMatchObject({ title: 'Precondition failed' })
    }
  })

  test('is not sent again to who has it, in part either', async () => {
    const etag = await etagOf(`${NEW}/activities.csv`)
    const response = await ask(`${NEW}/activities.csv`, { 'if-none-match': etag, range: 'bytes=0-4' })
    expect(response.status).toBe(304)
    expect(response.headers.get('etag')).toBe(etag)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('vary')).toBe('accept-encoding')
  })

  test('is sent as its compressed copy to who can unpack it', async () => {
    const response = await ask(`${NEW}/activities.csv`, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(response.headers.get('content-encoding')).toBe('zstd')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect(response.headers.get('etag')).not.toBe(await etagOf(`${NEW}/activities.csv`))
    expect(response.headers.get('etag')).toBe(await etagOf(`${NEW}/activities.csv.zst`))
    const body = await bodyOf(response)
    expect(response.headers.get('content-length')).toBe(String(body.length))
    expect(zstdDecompressSync(body)).toEqual(CSV)
  })

  test.each(['gzip', 'gzip, deflate', 'gzip;q=1.0, zstd;q=0.5', 'x-gzip;q=0, gzip', 'br, gzip, zstd;q=0'])(
    'is sent as its copy by gzip to who accepts %j',
    async (encoding) => {
      const response = await ask(`${NEW}/activities.csv`, { 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe('gzip')
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
      expect(response.headers.get('etag')).toBe(await etagOf(`${NEW}/activities.csv.gz`))
      expect(gunzipSync(await bodyOf(response))).toEqual(CSV)
    },
  )

  test.each([`${NEW}/activities.csv`, 'latest/activities.csv', `${NEW}/SHA256SUMS`])(
    '%s tells when its release was published, and is not sent again to who has it since',
    async (path) => {
      const response = await ask(path)
      expect(response.headers.get('last-modified')).toBe(LAST_MODIFIED)
      await response.body?.cancel()
      const since = async (name: string, date: string, others = {}) =>
        (await ask(path, { [name]: date, ...others }, 'HEAD')).status
      expect(await since('if-modified-since', LAST_MODIFIED)).toBe(304)
      expect(await since('if-modified-since', 'Sat, 21 Nov 2026 02:30:01 GMT')).toBe(304)
      expect(await since('if-modified-since', 'Sat, 21 Nov 2026 02:29:59 GMT')).toBe(200)
      expect(await since('if-modified-since', '2027-01-01')).toBe(200)
      expect(await since('if-modified-since', LAST_MODIFIED, { 'if-none-match': '"other"' })).toBe(200)
      expect(await since('if-unmodified-since', LAST_MODIFIED)).toBe(200)
      expect(await since('if-unmodified-since', 'Sat, 21 Nov 2026 02:29:59 GMT')).toBe(412)
      const etag = await etagOf(path)
      const old = { 'if-match': etag }
      expect(await since('if-unmodified-since', 'Sat, 21 Nov 2026 02:29:59 GMT', old)).toBe(200)
    },
  )

  test.each(['', 'identity', 'zstd;q=0', 'zstd;q=0.1, identity;q=0.5', 'identity;q=0'])(
    'is sent as it is to who accepts %j',
    async (encoding) => {
      const path = encoding === 'identity;q=0' ? `${NEW}/topics.csv` : `${NEW}/activities.csv`
      const response = await ask(path, { 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(await bodyOf(response)).toEqual(CSV)
    },
  )

  test('without a compressed copy varies with nothing', async () => {
    expect((await ask(`${NEW}/topics.csv`)).headers.get('vary')).toBeNull()
  })

  test('that is the compressed copy is what it is', async () => {
    const response = await ask(`${NEW}/activities.csv.zst`, { 'accept-encoding': 'zstd' })
    expect(response.headers.get('content-type')).toBe('application/zstd')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await bodyOf(response)).toEqual(ZST)
  })

  test('is never put together of two forms', async () => {
    const zstd = { 'accept-encoding': 'zstd' }
    const [plain, packed] = [
      await etagOf(`${NEW}/activities.csv`),
      await etagOf(`${NEW}/activities.csv`, zstd),
    ]
    // Who asks for a part without having one gets it of the file as it is.
    const part = await ask(`${NEW}/activities.csv`, { ...zstd, range: 'bytes=5-9' })
    expect([part.status, part.headers.get('content-encoding'), part.headers.get('etag')]).toEqual([
      206,
      null,
      plain,
    ])
    const rest = await ask(`${NEW}/activities.csv`, { ...zstd, range: 'bytes=5-', 'if-range': packed })
    expect([rest.status, rest.headers.get('content-encoding')]).toEqual([206, 'zstd'])
    expect(await bodyOf(rest)).toEqual(ZST.subarray(5))
    const refused = await ask(`${NEW}/activities.csv`, { range: 'bytes=5-', 'if-range': packed })
    expect(await bodyOf(refused)).toEqual(CSV)
    // A copy in either form is a copy, if the client takes that form.
    const known = await ask(`${NEW}/activities.csv`, { ...zstd, 'if-none-match': plain })
    expect([known.status, known.headers.get('etag')]).toEqual([304, plain])
    expect((await ask(`${NEW}/activities.csv`, { 'if-none-match': packed })).status).toBe(200)
  })

  test.each([{}, { 'accept-encoding': 'zstd' }, { range: 'bytes=0-4' }])(
    'has the same headers for HEAD as for GET with %j',
    async (headers) => {
      const got = await ask(`${NEW}/activities.csv`, headers)
      await got.body?.cancel()
      const told = await ask(`${NEW}/activities.csv`, headers, 'HEAD')
      expect(told.body).toBeNull()
      // Range means nothing to HEAD.
      if (!('range' in headers)) expect([...told.headers]).toEqual([...got.headers])
      else expect([told.status, told.headers.get('content-length')]).toEqual([200, String(CSV.length)])
    },
  )

  test('may be asked for by pages of any origin, in part and on condition', async () => {
    const preflight = await ask(`${NEW}/activities.csv`, { origin: 'https://news.example' }, 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('*')
    const response = await ask(`${NEW}/activities.csv`, { range: 'bytes=0-4' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const exposed = response.headers.get('access-control-expose-headers')?.split(', ')
    for (const name of ['etag', 'content-range', 'accept-ranges', 'content-location', 'content-disposition'])
      expect(exposed).toContain(name)
  })

  test('is saved under a name that tells data set and release', async () => {
    const saved = async (path: string) => (await ask(path, {}, 'HEAD')).headers.get('content-disposition')
    expect(await saved('latest/activities.csv')).toBe(
      `attachment; filename="medborgarloften-activities-${NEW}.csv"`,
    )
    expect(await saved(`${NEW}/activities.csv.zst`)).toContain(`medborgarloften-activities-${NEW}.csv.zst"`)
    expect(await saved(`${NEW}/index.json`)).toBe(`inline; filename="medborgarloften-index-${NEW}.json"`)
    expect(await saved(`${NEW}/SHA256SUMS`)).toBe(`inline; filename="medborgarloften-SHA256SUMS-${NEW}"`)
  })

  describe('of latest', () => {
    test('is told to be of its release', async () => {
      const response = await ask('latest/activities.csv')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-location')).toBe(`/exports/${NEW}/activities.csv`)
      expect(response.headers.get('cache-control')).toBe('public, max-age=300')
      expect(await bodyOf(response)).toEqual(CSV)
    })

    test.each(['index.json', 'SHA256SUMS'])(
      '%s, which names others, leads to the release, and is there for who does not follow',
      async (file) => {
        const response = await ask(`latest/${file}`, { 'if-none-match': '*', range: 'bytes=0-1' })
        expect(response.status).toBe(307)
        expect(response.headers.get('location')).toBe(`/exports/${NEW}/${file}`)
        expect(response.headers.get('cache-control')).toBe('public, max-age=300')
        expect(response.headers.get('etag')).toBeNull()
        expect(await bodyOf(response)).toEqual(await bodyOf(await ask(`${NEW}/${file}`)))
        expect((await ask(`${NEW}/${file}`)).status).toBe(200)
      },
    )

    test('is not gone on with by who cannot say which it was', async () => {
      const range = 'bytes=9-'
      expect(await bodyOf(await ask('latest/activities.csv', { range }))).toEqual(CSV)
      const etag = await etagOf('latest/activities.csv')
      expect((await ask('latest/activities.csv', { range, 'if-range': etag })).status).toBe(206)
      expect((await ask('latest/activities.csv', { range, 'if-match': etag })).status).toBe(206)
      const old = await etagOf(`${OLD}/activities.csv`)
      expect((await ask('latest/activities.csv', { range, 'if-range': old })).status).toBe(200)
      expect((await ask('latest/activities.csv', { range, 'if-match': old })).status).toBe(412)
      expect((await ask('latest/activities.csv', { range: 'bytes=9-12' })).status).toBe(206)
      expect((await ask(`${NEW}/activities.csv`, { range })).status).toBe(206)
    })
  })
})

describe('no path leads out of the folder', () => {
  let outside: string
  let folder: string
  let faults: string[]
  let fetched: ReturnType<typeof serve>
  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'medborgarloften-outside-'))
    folder = join(outside, 'exports')
    writeFileSync(join(outside, 'secret.csv'), 'secret')
    makeRelease(folder, NEW, { 'activities.csv': { bytes: CSV } })
    faults = []
    fetched = served(new FolderStore(folder), faults)
  })
  afterAll(() => rmSync(outside, { recursive: true }))

  const ask = (path: string) => fetched(new Request(`http://test/exports/${path}`))

  test.each([
    `${NEW}/..%2f..%2fsecret.csv`,
    `${NEW}/%2e%2e%2f%2e%2e%2fsecret.csv`,
    `${NEW}/..%5c..%5csecret.csv`,
    `${NEW}/%252e%252e%252f%252e%252e%252fsecret.csv`,
    '..%2f/secret.csv',
    '%2e%2e/secret.csv',
    '..%2fexports%2f/activities.csv',
    `${NEW}%2f..%2f${NEW}/activities.csv`,
    `${NEW}/%2fetc%2fpasswd`,
    `${NEW}/activities.csv%00`,
    `${NEW}/%00`,
    `${NEW}/.`,
    `${NEW}/%2e`,
    `${NEW}/activities.csv%2f`,
    `${NEW}/ACTIVITIES.CSV`,
    'constructor/activities.csv',
  ])('by %s', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret.csv has')
  })

  test('though a manifest lists it', async () => {
    makeRelease(folder, OLD, { 'activities.csv': { bytes: CSV, listed: { path: '../../secret.csv' } } })
    expect((await ask(`${OLD}/..%2f..%2fsecret.csv`)).status).toBe(404)
  })

  test('though a listed file is a link', async () => {
    const linked = 'r3-00000003'
    makeRelease(folder, linked, { 'activities.csv': { bytes: Buffer.from('secret') } })
    rmSync(join(folder, linked, 'activities.csv'))
    symlinkSync(join(outside, 'secret.csv'), join(folder, linked, 'activities.csv'))
    const response = await ask(`${linked}/activities.csv`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(faults).toHaveLength(1)
  })
})
