import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from '../src/app.ts'
import type { OpenDatabase } from '../src/database/client.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { formats } from '../src/site/formats.ts'
import { onPglite, sampleData } from './support/databases.ts'
import { fromJsonLd, fromRdfXml, fromTurtle } from './support/graphs.ts'
import { releaseSample } from './support/sample-release.ts'

let database: OpenDatabase
let app: App
let exportsDir: string
let name: string

beforeAll(async () => {
  database = await onPglite.openSample()
  exportsDir = mkdtempSync(join(tmpdir(), 'medborgarloften-app-'))
  name = (await releaseSample(database.db, new FolderStore(exportsDir))).manifest.release
  app = createApp({
    database,
    store: new FolderStore(exportsDir),
    publicUrl: 'https://data.example.se',
    log: { error: () => {} },
  })
})
afterAll(async () => {
  await database.close()
  rmSync(exportsDir, { recursive: true })
})

function get(path: string, headers: { [name: string]: string } = {}, method = 'GET'): Promise<Response> {
  return app.fetch(new Request(`http://test${path}`, { method, headers }))
}

/** The status in the end, for one who follows where an answer leads. */
async function statusAt(path: string, headers: { [name: string]: string } = {}): Promise<number> {
  const { status, headers: answered } = await get(path, headers, 'HEAD')
  return status === 307 ? statusAt(answered.get('location') ?? '') : status
}

describe('the catalogue', () => {
  const read = { rdf: fromRdfXml, ttl: fromTurtle, jsonld: fromJsonLd }
  const forms = [
    ['rdf', 'application/rdf+xml'],
    ['ttl', 'text/turtle; charset=utf-8'],
    ['jsonld', 'application/ld+json'],
  ] as const

  test.each(forms)('as %s has its media type, a short life and an etag', async (ending, mediaType) => {
    const response = await get(`/catalog.${ending}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(mediaType)
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect((await get(`/catalog.${ending}`, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(`/catalog.${ending}`, { 'if-none-match': '"other"' })).status).toBe(200)
    expect(await (await get(`/catalog.${ending}`, {}, 'HEAD')).text()).toBe('')
  })

  test.each(forms)('as %s leads to files that are there', async (ending) => {
    const quads = await read[ending](await (await get(`/catalog.${ending}`)).text())
    const addresses = quads
      .filter(({ predicate }) =>
        /#(accessURL|downloadURL|endpointDescription|landingPage)$/.test(predicate.value),
      )
      .map(({ object }) => object.value)
    expect(addresses.length).toBeGreaterThan(100)
    for (const address of new Set(addresses)) {
      const path = address.slice('https://data.example.se'.length)
      if (path === '/graphql') continue
      expect(await statusAt(path), path).toBe(200)
    }
  })

  test('says nothing of a publisher where the settings name none, and says which where they do', async () => {
    const services = {
      database,
      store: new FolderStore(exportsDir),
      publicUrl: 'https://data.example.se',
      log: { error: () => {} },
    }
    const publisher = { name: 'Exempel', url: null, type: 'Company', email: 'data@example.se' } as const
    const text = async (served: App) => (await served.fetch(new Request('http://test/catalog.ttl'))).text()
    expect(await text(app)).toContain('This is a local catalogue')
    const ofPublisher = await text(createApp({ ...services, publisher }))
    expect(ofPublisher).not.toContain('local catalogue')
    expect(ofPublisher).toContain('mailto:data@example.se')
  })

  test('is not there before there is a release', async () => {
    const empty = createApp({
      database,
      store: new FolderStore(join(exportsDir, 'none')),
      publicUrl: 'https://data.example.se',
      log: { error: () => {} },
    })
    const response = await empty.fetch(new Request('http://test/catalog.rdf'))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      status: 503,
      detail: expect.stringContaining('no release yet'),
    })
  })
})

describe('pages', () => {
  test.each([
    ['/exports/', 'sv', 'Ladda ner', 'Medborgarlöften'],
    ['/en/exports/', 'en', 'Download', 'Agreements'],
  ])('%s is in %s', async (path, language, ...texts) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).toContain(`<html lang="${language}">`)
    for (const text of texts) expect(html).toContain(text)
  })

  test('lead to each other across languages, and every link of theirs leads somewhere', async () => {
    const releasePages = [`/exports/${name}/`, `/en/exports/${name}/`]
    for (const path of ['/exports/', '/en/exports/', ...releasePages]) {
      const html = await (await get(path)).text()
      const [main = ''] = /<main.*<\/main>/s.exec(html) ?? []
      const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href)
      expect(links.length).toBeGreaterThan(3)
      for (const link of new Set(links)) {
        const status = await statusAt(link, link === '/graphql' ? { accept: 'text/html' } : {})
        expect(status, `${path} links ${link}`).toBe(200)
      }
    }
  })

  test('link files where they are and not where they lead on, so that wget -r finds each under its name', async () => {
    for (const page of ['/exports/', '/en/exports/', `/exports/${name}/`]) {
      const html = await (await get(page)).text()
      const links = [...html.matchAll(/href="(\/exports\/[^"/]+\/[^"/]+)"/g)].map(([, href = '']) => href)
      for (const link of new Set(links)) expect((await get(link, {}, 'HEAD')).status, link).toBe(200)
      expect(links, page).toContain(`/exports/${name}/index.json`)
      expect(links, page).toContain(`/exports/${name}/SHA256SUMS`)
    }
  })

  test('of a release lead to what never changes, the one of all releases to what follows', async () => {
    const filesOf = async (path: string) => {
      const links = (await (await get(path)).text()).matchAll(/href="(\/exports\/[^"/]+\/)[^"]+"/g)
      return [...new Set([...links].map(([, folder]) => folder))]
    }
    expect((await filesOf('/exports/')).sort()).toEqual(['/exports/latest/', `/exports/${name}/`])
    expect(await filesOf(`/en/exports/${name}/`)).toEqual([`/exports/${name}/`])
    const latest = await get('/en/exports/latest/')
    expect([latest.status, latest.headers.get('location')]).toEqual([307, `/en/exports/${name}/`])
    expect((await get('/exports/r9-00000000/')).status).toBe(404)
    expect((await get('/exports/sample/')).status).toBe(404)
  })

  test('say what each file is, how large, how many rows, and how to cite it', async () => {
    const { date, tables } = sampleData()
    const sv = await (await get('/exports/')).text()
    const rows = tables.activities.length.toLocaleString('sv-SE')
    expect(sv).toContain(`Data från</dt><dd>${formats.sv.day(date)}`)
    expect(sv).toContain(`data-label="Rader">${rows}</td>`)
    expect(sv).toMatch(/activities_flat\.excel\.csv">CSV för svenska Excel<\/a> <small>\d\.?[\d,]*\s[kM]B</)
    expect(sv).toContain(`Lokal kopia utan angiven utgivare. Utgåva ${name}, ${date}.`)
    expect(sv).toContain(`https://data.example.se/exports/${name}/</a>. CC0 1.0.`)
    const services = { database, store: new FolderStore(exportsDir), publicUrl: '', log: { error: () => {} } }
    const publisher = { name: 'A <b> & C', url: null, type: 'Company', email: 'data@example.se' } as const
    const served = await createApp({ ...services, publisher }).fetch(new Request('http://test/en/exports/'))
    const en = await served.text()
    expect(en).toContain('A &lt;b&gt; &amp; C. Release')
    expect(en).toContain(`data-label="Rows">${tables.activities.length.toLocaleString('en-GB')}</td>`)
  })

  test.each([
    ['/exports/', 'Kopplingstabeller'],
    ['/en/exports/', 'Link tables'],
  ])('%s offers the joined files first, and tables that only link others last', async (path, links) => {
    const html = await (await get(path)).text()
    const places = [
      'agreements_flat.csv',
      '<code>municipalities</code>',
      links,
      '<code>agreement_topics</code>',
    ]
    const found = places.map((each) => html.indexOf(each))
    expect(found).toEqual(found.toSorted((one, other) => one - other))
    expect(found).not.toContain(-1)
    expect(html.split('<code>agreement_topics</code>')).toHaveLength(2)
  })

  test.each([
    '/exports/',
    '/en/exports/',
    '/exports/NAME/',
    '/exports/index.json',
    '/catalog.ttl',
    '/feed.atom',
  ])('%s is sent compressed, and not again to a client that has it', async (example) => {
    const path = example.replace('NAME', name)
    const plain = await get(path)
    const text = await plain.text()
    const response = await get(path, { 'accept-encoding': 'gzip' })
    const coding = response.headers.get('content-encoding')
    const body = Buffer.from(await response.arrayBuffer())
    // Small responses are not compressed.
    expect(coding).toBe(text.length < 1024 ? null : 'gzip')
    expect((coding ? gunzipSync(body) : body).toString()).toBe(text)
    const etag = response.headers.get('etag') ?? ''
    const again = await get(path, { 'accept-encoding': 'gzip', 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('run no script and fetch nothing from elsewhere', async () => {
    const response = await get('/')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await (await get('/exports/')).text()
    expect(html).not.toMatch(
      /<script(?! type="application\/ld\+json">| type="module" src="\/assets\/)|src="http/,
    )
  })

  test.each(['/exports/', '/en/exports/'])('%s tells search engines of the data set', async (path) => {
    const html = await (await get(path)).text()
    const block = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Dataset',
      '@id': 'https://data.example.se/id/dataset/medborgarloften',
      version: name,
    })
  })
})

describe('releases', () => {
  test('are listed as JSON, with the latest named', async () => {
    const response = await get('/exports/index.json')
    expect(await response.json()).toEqual({
      latest: name,
      releases: [
        {
          release: name,
          revision: 1,
          date: sampleData().date,
          index: `https://data.example.se/exports/${name}/index.json`,
        },
      ],
    })
  })

  test('are served under their own name for ever, and under latest for minutes', async () => {
    const own = await get(`/exports/${name}/activities.csv`)
    const latest = await get('/exports/latest/activities.csv')
    expect(own.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(own.headers.get('cache-control')).toContain('immutable')
    expect(latest.headers.get('cache-control')).toBe('public, max-age=300')
    expect(latest.headers.get('content-location')).toBe(`/exports/${name}/activities.csv`)
    expect(own.headers.get('access-control-allow-origin')).toBe('*')
    const text = await own.text()
    expect(await latest.text()).toBe(text)
    expect(Number(own.headers.get('content-length'))).toBe(Buffer.byteLength(text))
    expect(text).toContain('förebyggande')
  })

  test('have index.json, SHA256SUMS and README.md', async () => {
    for (const file of ['index.json', 'SHA256SUMS', 'README.md'])
      expect(await statusAt(`/exports/latest/${file}`), file).toBe(200)
  })

  test('are not sent again to who has them', async () => {
    for (const file of ['activities.json', 'index.json']) {
      const first = await get(`/exports/${name}/${file}`, {}, 'HEAD')
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
      for (const condition of [etag, `"x", W/${etag}`, '*']) {
        const again = await get(`/exports/${name}/${file}`, { 'if-none-match': condition })
        expect(again.status).toBe(304)
        expect(await again.text()).toBe('')
      }
      expect((await get(`/exports/${name}/${file}`, { 'if-none-match': '"x"' }, 'HEAD')).status).toBe(200)
    }
  })

  test('answer HEAD as GET, without the body', async () => {
    const response = await get('/exports/latest/activities.csv', {}, 'HEAD')
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000)
    expect(await response.text()).toBe('')
  })

  test.each([
    '/exports/latest/nothing.csv',
    '/exports/r9-00000000/activities.csv',
    '/exports/latest/..%2f..%2fpackage.json',
    '/exports/..%2f..%2fsrc/main.ts',
    '/exports/latest/%2e%2e%2findex.json',
    '/exports/latest/%00',
    '/exports/latest/%E5',
    '/exports/latest/constructor',
    '/exports/sample/activities.csv',
    '/exports/.staging-x/index.json',
  ])('hold no %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('GraphQL over HTTP', () => {
  test('takes GET and POST', async () => {
    const got = await get(`/graphql?query=${encodeURIComponent('{ municipality(code: "0684") { name } }')}`)
    expect(await got.json()).toMatchObject({ data: { municipality: { name: 'Sävsjö' } } })
    const posted = await app.fetch(
      new Request('http://test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          query: 'query A($code: ID!) { municipality(code: $code) { name } }',
          variables: { code: '0684' },
        }),
      }),
    )
    expect(await posted.json()).toMatchObject({ data: { municipality: { name: 'Sävsjö' } } })
  })

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    undefined,
  ])('refuses a body of %s', async (type) => {
    const request = new Request('http://test/graphql', {
      method: 'POST',
      body: 'query={topics(first:1){totalCount}}',
    })
    request.headers.delete('content-type')
    if (type !== undefined) request.headers.set('content-type', type)
    const response = await app.fetch(request)
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('send application/json'),
          extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
        },
      ],
    })
  })

  test('lets any page read it, and carries no credentials', async () => {
    const response = await get('/graphql?query={__typename}', { origin: 'https://news.example' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    const preflight = await get(
      '/graphql',
      { origin: 'https://news.example', 'access-control-request-method': 'POST' },
      'OPTIONS',
    )
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('*')
  })

  test('gives a browser GraphiQL, with nothing from another server', async () => {
    const response = await get('/graphql', { accept: 'text/html' })
    const html = await response.text()
    expect(html).toContain('GraphiQL')
    const fetched = [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map(
      ([, url = '']) => url,
    )
    expect(fetched.filter((url) => /^(https?:)?\/\//.test(url))).toEqual([])
    // Each example has a tab, as it stands in docs/examples.
    const [, options = ''] = /'#root'\),\n +(\{.*\}),\n/.exec(html) ?? []
    const { defaultTabs } = JSON.parse(options) as { defaultTabs: { query: string }[] }
    const files = globSync('docs/examples/*.graphql').sort()
    expect(defaultTabs.map(({ query }) => query)).toEqual(files.map((file) => readFileSync(file, 'utf8')))
  })

  test('sends GraphiQL compressed, and not to who has it', async () => {
    const headers = { accept: 'text/html', 'accept-encoding': 'br' }
    const response = await get('/graphql', headers)
    const told = response.headers
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(3_000_000)
    expect(told.get('content-type')).toBe('text/html; charset=utf-8')
    expect(told.get('content-encoding')).toBe('br')
    const known = await get('/graphql', { ...headers, 'if-none-match': told.get('etag') ?? '' })
    expect(known.status).toBe(304)
  })

  test('answers HEAD as GET, without the body', async () => {
    const response = await get('/graphql?query={__typename}', {}, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('serves its schema', async () => {
    expect(await (await get('/schema.graphql')).text()).toContain('type Municipality implements Node')
  })
})

describe('what goes wrong', () => {
  test('an unknown path is a problem for programs and a page for people', async () => {
    const problem = await get('/löften')
    expect(problem.status).toBe(404)
    expect(await problem.json()).toMatchObject({ type: 'about:blank', title: 'Not found', status: 404 })
    const page = await get('/l%C3%B6ften', { accept: 'text/html,*/*' })
    expect(page.status).toBe(404)
    const html = await page.text()
    expect(html).toContain('<html lang="sv">')
    expect(html).toContain('<h1>Hittades inte</h1>')
    expect(html).toContain('<p class="lead">/l%C3%B6ften finns inte; ')
  })

  test.each([
    ['/exports/r9-00000000/', 'sv', 'Utgåvan r9-00000000 finns inte'],
    ['/en/exports/r9-00000000/', 'en', 'Release r9-00000000 not found'],
    ['/en/nowhere', 'en', '/en/nowhere not found'],
    ['/english', 'sv', '/english finns inte'],
    ['/exports/latest/nothing.csv', 'sv', 'Filen nothing.csv finns inte i utgåvan '],
  ])('%s is a page in the language of its address, %s', async (path, language, words) => {
    const html = await (await get(path, { accept: 'text/html' })).text()
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(words)
  })

  test('what a client sends is escaped in a page', async () => {
    const page = await get('/%3Cscript%3Ealert(1)%3C/script%3E', { accept: 'text/html' })
    expect(await page.text()).not.toContain('<script>')
  })

  test('another method is refused with those that are allowed', async () => {
    const response = await get('/exports/', {}, 'DELETE')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  test.each(['/en', '/exports', '/en/exports'])('%s leads to the page with a slash', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe(`${path}/`)
  })
})

describe('for operators', () => {
  test('the process is alive and the data are ready', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'ok' })
    expect(await (await get('/health/ready')).json()).toEqual({
      status: 'ok',
      revision: 1,
      release: name,
      release_age_seconds: null,
      check_age_seconds: null,
      check_outcome: null,
    })
  })

  test('a database that does not answer is not ready, and is no end of the process', async () => {
    const closed = await onPglite.open()
    await closed.close()
    const errors: string[] = []
    const broken = createApp({
      database: closed,
      store: new FolderStore(exportsDir),
      publicUrl: '',
      log: { error: (line) => errors.push(line) },
    })
    expect((await broken.fetch(new Request('http://test/health/ready'))).status).toBe(503)
    const page = await broken.fetch(new Request('http://test/'))
    expect(page.status).toBe(500)
    expect(await page.text()).not.toContain('at ')
    expect(errors).toHaveLength(3) // that of the page, and that of the query that it asked
    // Releases lie on the disk.
    const file = await broken.fetch(new Request('http://test/exports/latest/promises.csv'))
    expect(await file.text()).toContain('Ökad trafiksäkerhet')
    expect((await broken.fetch(new Request('http://test/exports/'))).status).toBe(200)
    expect((await broken.fetch(new Request('http://test/health/live'))).status).toBe(200)
  })

  test.each(['/openapi.json', '/schema.graphql'])(
    '%s is sent compressed, and not again to who has it',
    async (path) => {
      const first = await get(path, { 'accept-encoding': 'gzip' })
      expect(first.headers.get('content-encoding')).toBe('gzip')
      expect(Number(first.headers.get('content-length'))).toBeLessThan(100_000)
      const etag = first.headers.get('etag') ?? ''
      expect((await get(path, { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(304)
    },
  )

  test('openapi.json describes every route', async () => {
    const description = (await (await get('/openapi.json')).json()) as {
      openapi: string
      paths: { [path: string]: object }
    }
    expect(description.openapi).toBe('3.1.1')
    const paths = app.routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(description.paths)).toEqual(paths)
  })
})
