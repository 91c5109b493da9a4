import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, lookUpPublic } from '../../../src/ingest/documents/addresses.ts'
import { CODINGS_MAX } from '../../../src/ingest/documents/content-encoding.ts'
import { fetchDocument } from '../../../src/ingest/documents/fetch-document.ts'
import { DOCUMENT_BYTES_MAX } from '../../../src/ingest/documents/read-document.ts'
import {
  DOCUMENT_LIMITS,
  REDIRECTS_MAX,
  USER_AGENT,
  Visitor,
  type VisitorOptions,
} from '../../../src/ingest/documents/visitor.ts'
import { leadsTo, type Pages, serve, words } from './support/site.ts'

function fetch(url: string, options: VisitorOptions = {}) {
  return fetchDocument(new Visitor({ allowPrivateAddresses: true, pauseMs: 0, ...options }), url, null)
}

const decoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('a document is fetched', () => {
  test('with its media type and version, by a program that says its name', async () => {
    let agent: string | undefined
    await using site = await serve({
      '/a': (request, response) => {
        agent = request.headers['user-agent']
        words('Löfte', { etag: '"1"', 'last-modified': 'Sat, 21 Nov 2026 08:00:00 GMT' })?.(request, response)
      },
    })
    const fetched = await fetch(`${site.origin}/a`)
    expect({ ...fetched, bytes: decoded(fetched.bytes) }).toEqual({
      bytes: 'Löfte',
      mediaType: 'text/plain',
      url: `${site.origin}/a`,
      etag: '"1"',
      lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT',
      unchanged: false,
    })
    expect(agent).toBe(USER_AGENT)
    expect(site.asked).toEqual(['/robots.txt', '/a'])
  })

  test('over redirects and packed, robots.txt asked once', async () => {
    await using site = await serve({
      '/a': leadsTo('/b'),
      '/b': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Löfte')),
    })
    const fetched = await fetch(`${site.origin}/a`)
    expect([decoded(fetched.bytes), fetched.url]).toEqual(['Löfte', `${site.origin}/b`])
    expect(site.asked).toEqual(['/robots.txt', '/a', '/b'])
  })

  test.each([
    ['letters of UTF-8', Buffer.from('/löfte-ny'), '/l%C3%B6fte-ny'],
    ['half of it escaped', Buffer.from('/l%C3%B6fte/på'), '/l%C3%B6fte/p%C3%A5'],
    ['bytes that are no UTF-8', Buffer.from('/löfte', 'latin1'), '/l%F6fte'],
    ['a host without a scheme', Buffer.from('//HOST/b'), '/b'],
    ['a path beside its own', Buffer.from('../b?c'), '/b?c'],
  ])('from where it leads, written as %s', async (_, location, path) => {
    await using site = await serve({
      '/a/': (request, response) => {
        const header = Buffer.from(
          location.toString('latin1').replace('HOST', request.headers.host ?? ''),
          'latin1',
        )
        response.socket?.end(
          Buffer.concat([Buffer.from('HTTP/1.1 301 Moved\r\nLocation: '), header, Buffer.from('\r\n\r\n')]),
        )
      },
      [path]: words('Löfte'),
    })
    const fetched = await fetch(`${site.origin}/a/`)
    expect([decoded(fetched.bytes), fetched.url]).toEqual(['Löfte', site.origin + path])
  })

  test.each([
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['identity, gzip', gzipSync],
    ['gzip, gzip', (bytes: Uint8Array) => gzipSync(gzipSync(bytes))],
    ['deflate, br', (bytes: Uint8Array) => brotliCompressSync(deflateSync(bytes))],
    ['gzip, gzip', gzipSync],
    ['gzip', Buffer.from],
    ['UTF-8', Buffer.from],
    ['none', Buffer.from],
    ['', Buffer.from],
    [',', Buffer.from],
  ])('packed as "%s", as it was before', async (coding, pack: (bytes: Buffer) => Uint8Array) => {
    const page: Pages[string] = (_, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(pack(Buffer.from('Löfte')))
    await using site = await serve({ '/a': page, '/robots.txt': page })
    expect(decoded((await fetch(`${site.origin}/a`)).bytes)).toBe('Löfte')
  })

  test('again only if it is another than the one that is remembered', async () => {
    await using site = await serve({
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304, { 'content-encoding': 'gzip' }).end()
          : response.end('new'),
    })
    const old = { mediaType: 'text/plain', retrievedAt: '2026-01-01T00:00:00Z', lastModified: null }
    const ask = (etag: string) =>
      fetchDocument(new Visitor({ allowPrivateAddresses: true, pauseMs: 0 }), `${site.origin}/a`, {
        ...old,
        bytes: Buffer.from('old'),
        etag,
      })
    expect(await ask('"1"')).toMatchObject({ unchanged: true, bytes: Buffer.from('old') })
    expect(await ask('"0"')).toMatchObject({ unchanged: false, bytes: Buffer.from('new') })
  })

  test('after the pause that was set', async () => {
    await using site = await serve({ '/a': words('x') })
    const visitor = new Visitor({ allowPrivateAddresses: true, pauseMs: 40 })
    const start = performance.now()
    await fetchDocument(visitor, `${site.origin}/a`, null)
    await fetchDocument(visitor, `${site.origin}/a`, null)
    expect(performance.now() - start).toBeGreaterThan(38)
  })
})

describe('a document is not fetched', () => {
  test('where robots.txt asks programs to stay away, before or behind a redirect', async () => {
    await using site = await serve({
      '/robots.txt': words('User-agent: *\nDisallow: /private/'),
      '/private/a': words('x'),
      '/a': leadsTo('/private/a'),
    })
    await expect(fetch(`${site.origin}/private/a`)).rejects.toThrow('robots.txt asks programs to stay away')
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow('robots.txt asks programs to stay away')
    expect(site.asked).not.toContain('/private/a')
  })

  test('while robots.txt can’t be had', async () => {
    await using site = await serve({ '/robots.txt': (_, response) => response.writeHead(503).end() })
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow('it is not known what the site allows')
  })

  test('where it is too large, announced or not, packed or not', async () => {
    const large = 'x'.repeat(2_000)
    await using site = await serve({
      '/announced': words(large, { 'content-length': '2000' }),
      '/streamed': (_, response) => {
        response.write('x')
        response.end(large)
      },
      '/packed': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large)),
    })
    const documentLimits = { bytesMax: 1_000, timeoutMs: 5_000 }
    for (const path of ['/announced', '/streamed', '/packed'])
      await expect(fetch(site.origin + path, { documentLimits })).rejects.toThrow('has more than 0.0 MB')
    expect(DOCUMENT_LIMITS.bytesMax).toBe(DOCUMENT_BYTES_MAX)
  })

  test('where it takes too long, at the beginning or drop by drop', async () => {
    await using site = await serve({ '/silent': () => {}, '/slow': (_, response) => response.write('x') })
    const documentLimits = { bytesMax: 1_000, timeoutMs: 150 }
    for (const path of ['/silent', '/slow'])
      await expect(fetch(site.origin + path, { documentLimits })).rejects.toThrow(
        'took more than 0.15 seconds',
      )
  })

  test('where it leads on more often than is allowed, or for ever', async () => {
    await using site = await serve({
      '/end': words('Löfte'),
      ...Object.fromEntries(
        Array.from({ length: REDIRECTS_MAX + 1 }, (_, left) => [
          `/${left + 1}`,
          leadsTo(left === 0 ? '/end' : `/${left}`),
        ]),
      ),
      '/a': leadsTo('/a'),
    })
    expect((await fetch(`${site.origin}/${REDIRECTS_MAX}`)).url).toBe(`${site.origin}/end`)
    const tooMany = `redirects more than ${REDIRECTS_MAX} times`
    await expect(fetch(`${site.origin}/${REDIRECTS_MAX + 1}`)).rejects.toThrow(tooMany)
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow(tooMany)
  })

  test('where its robots.txt forbids it behind as many redirects as are allowed; behind more, there is none', async () => {
    const rules = (redirects: number) =>
      Object.fromEntries(
        Array.from({ length: redirects }, (_, at) => [
          at === 0 ? '/robots.txt' : `/${at}`,
          leadsTo(at === redirects - 1 ? '/rules' : `/${at + 1}`),
        ]),
      )
    const pages = { '/rules': words('User-agent: *\nDisallow: /'), '/a': words('Löfte') }
    await using shut = await serve({ ...pages, ...rules(REDIRECTS_MAX) })
    await expect(fetch(`${shut.origin}/a`)).rejects.toThrow('robots.txt asks programs to stay away')
    await using open = await serve({ ...pages, ...rules(REDIRECTS_MAX + 1) })
    expect(decoded((await fetch(`${open.origin}/a`)).bytes)).toBe('Löfte')
  })

  test.each([
    ['compress', 'its compression "compress" is not supported'],
    [
      Array(CODINGS_MAX + 1)
        .fill('gzip')
        .join(),
      `it is compressed ${CODINGS_MAX + 1} times`,
    ],
  ])('where it is packed as "%s"', async (coding, message) => {
    await using site = await serve({
      '/a': (_, response) => response.writeHead(200, { 'content-encoding': coding }).end('x'),
    })
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow(message)
  })

  test.each([
    ['file:///etc/passwd', /is not an http or https address/],
    ['ftp://example.se/a', /is not an http or https address/],
    ['http://anna:hemligt@example.se/', /user name or password/],
    ['http://', /is not a valid address/],
    [`http://example.se/${'a'.repeat(2_000)}`, /is not a valid address/],
  ])('from %s', async (url, message) => {
    await expect(fetch(url)).rejects.toThrow(message)
  })

  test.each(['file:///etc/passwd', 'http://[', 'data:text/plain,x'])(
    'where it leads on to %s',
    async (location) => {
      await using site = await serve({ '/a': leadsTo(location) })
      await expect(fetch(`${site.origin}/a`)).rejects.toMatchObject({ name: 'Unreadable' })
    },
  )

  test.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/',
    'http://0.0.0.0/',
    'http://localhost:1/',
  ])('from %s unless private addresses are allowed', async (url) => {
    await expect(fetch(url, { allowPrivateAddresses: false })).rejects.toThrow('or use --allow-private')
  })

  test('where it is gone, or no program is let in', async () => {
    await using site = await serve({ '/closed': (_, response) => response.writeHead(403).end() })
    await expect(fetch(`${site.origin}/gone`)).rejects.toThrow(
      'responded with status 404; the document no longer exists',
    )
    await expect(fetch(`${site.origin}/closed`)).rejects.toThrow(
      'responded with status 403; the site does not allow programs',
    )
  })
})

test('a name is looked up by the connection itself, and refused if it leads to a private address', async () => {
  const error = await new Promise((resolve) => lookUpPublic('localhost', { all: true }, resolve))
  expect(String(error)).toContain('localhost is an address of this machine or of a local network')
})

test('only addresses of the public internet are public', () => {
  expect(['193.11.1.138', '2a01:4f8::1'].map(isPublicAddress)).toEqual([true, true])
  const others = [
    '100.64.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'x',
  ]
  expect(others.filter(isPublicAddress)).toEqual([])
})
