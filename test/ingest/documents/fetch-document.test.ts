import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, lookUpPublic } from '../../../src/ingest/documents/addresses.ts'
import { fetchDocument } from '../../../src/ingest/documents/fetch-document.ts'
import { DOCUMENT_BYTES_MAX } from '../../../src/ingest/documents/read-document.ts'
import {
  DOCUMENT_LIMITS,
  REDIRECTS_MAX,
  USER_AGENT,
  Visitor,
  type VisitorOptions,
} from '../../../src/ingest/documents/visitor.ts'
import { leadsTo, serve, words } from './support/site.ts'

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

  test('again only if it is another than the one that is remembered', async () => {
    await using site = await serve({
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"1"' ? response.writeHead(304).end() : response.end('new'),
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
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow('nobody knows what the site allows')
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

  test('where redirects never end', async () => {
    await using site = await serve({ '/a': leadsTo('/a') })
    await expect(fetch(`${site.origin}/a`)).rejects.toThrow(`leads on more than ${REDIRECTS_MAX} times`)
  })

  test.each([
    ['file:///etc/passwd', /is no http or https address/],
    ['ftp://example.se/a', /is no http or https address/],
    ['http://anna:hemligt@example.se/', /user name or password/],
    ['http://', /is no address/],
    [`http://example.se/${'a'.repeat(2_000)}`, /is no address/],
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
    await expect(fetch(url, { allowPrivateAddresses: false })).rejects.toThrow(
      'or allow others with --allow-private',
    )
  })

  test('where it is gone, or no program is let in', async () => {
    await using site = await serve({ '/closed': (_, response) => response.writeHead(403).end() })
    await expect(fetch(`${site.origin}/gone`)).rejects.toThrow('answered 404; the document is gone')
    await expect(fetch(`${site.origin}/closed`)).rejects.toThrow('answered 403; the site lets no program in')
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
