import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LINKS_MAX } from '../../../src/ingest/documents/html/document-links.ts'
import { readDocument } from '../../../src/ingest/documents/read-document.ts'
import { runIngest } from '../../support/run-ingest.ts'
import { leadsTo, type Pages, serve, words } from './support/site.ts'

const html = (body: string): Pages[string] => {
  const page = `<!doctype html><title>Löften</title><main><h1>Medborgarlöften</h1>${body}</main>`
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}
const linksOf = async (body: string, url = 'https://www.example.se/trygghet/') => {
  const bytes = Buffer.from(`<!doctype html><meta charset="utf-8"><main><p>Text</p>${body}</main>`)
  const { links } = await readDocument(bytes, { origin: { url, retrievedAt: '2026-01-01T00:00:00Z' } })
  return links.map((link) => [link.url, link.words])
}

describe('a page links to a document', () => {
  test.each([
    [
      'by its name',
      '<a href="lofte-2025.pdf">Läs här</a>',
      'https://www.example.se/trygghet/lofte-2025.pdf',
      'Läs här',
    ],
    [
      'by the words of the link',
      '<a href="/download/18.4?x=1">Medborgarlöfte  2025 (pdf, 120 kB)</a>',
      'https://www.example.se/download/18.4?x=1',
      'Medborgarlöfte 2025 (pdf, 120 kB)',
    ],
    [
      'by an address whose letters are written as codes',
      '<a href="https://polisen.example/medborgarl%C3%B6fte.docx#page=2">Ladda ner</a>',
      'https://polisen.example/medborgarl%C3%B6fte.docx',
      'Ladda ner',
    ],
  ])('%s', async (_, body, url, said) => {
    expect(await linksOf(body)).toEqual([[url, said]])
  })

  test.each([
    ['another subject', '<a href="taxor.pdf">Taxor 2025</a>'],
    ['another page', '<a href="/medborgarlofte/">Medborgarlöfte</a>'],
    ['an address that is none of the web', '<a href="mailto:lofte.pdf@example.se">Löfte</a>'],
    ['what is hidden', '<div hidden><a href="lofte.pdf">Löfte</a></div>'],
    ['nothing', '<a>Medborgarlöfte (pdf)</a>'],
  ])('but not by a link to %s', async (_, body) => {
    expect(await linksOf(body)).toEqual([])
  })

  test('each once, and no more than an agreement has', async () => {
    const link = (index: number) =>
      `<a href="lofte-${index}.pdf">Löfte</a><a href="lofte-${index}.pdf">Löfte</a>`
    const links = await linksOf(Array.from({ length: LINKS_MAX + 3 }, (_, index) => link(index)).join(''))
    expect(links).toHaveLength(LINKS_MAX)
    expect(new Set(links.map(([url]) => url)).size).toBe(LINKS_MAX)
  })
})

describe('npm run ingest', () => {
  let out: string
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'medborgarloften-links-'))
  })
  afterEach(() => rmSync(out, { recursive: true }))
  const TEXT = 'Medborgarlöfte Habo kommun 2025\n\nPolisen lovar att:\n- mäta farten\n'
  const LINK = '<p>Läs vårt <a href="/files/lofte.pdf">medborgarlöfte för 2025</a>.</p>'

  test('names the document that a page links to in its draft, and leaves it alone', async () => {
    await using site = await serve({ '/': html(LINK), '/files/lofte.pdf': words(TEXT) })
    const { json } = await runIngest([`${site.origin}/`], { out }, ['allow-private'])
    expect(json[0]).toMatchObject({
      links: [{ url: `${site.origin}/files/lofte.pdf`, words: 'medborgarlöfte för 2025' }],
      issues: expect.arrayContaining([
        expect.objectContaining({
          explanation: expect.objectContaining({
            en: `The page links to documents that may hold the agreement: medborgarlöfte för 2025 (${site.origin}/files/lofte.pdf). Read them with the button, or with npm run ingest -- --follow and the address of the page.`,
          }),
        }),
      ]),
    })
    expect(site.asked).toEqual(['/robots.txt', '/'])
  })

  test('reads it with --follow, also where the page has moved, once, and nothing that it links to itself', async () => {
    const pdf = html('<p>Polisen lovar att mäta farten.</p><a href="/files/aldre-lofte.pdf">Äldre löfte</a>')
    await using site = await serve({
      '/old': leadsTo('/new/'),
      '/new/': html('<a href="../files/lofte.pdf">Löfte</a><a href="/files/lofte.pdf#page=2">Löfte</a>'),
      '/files/lofte.pdf': pdf,
    })
    const { json } = await runIngest([`${site.origin}/old`], { out }, ['allow-private', 'follow'])
    expect(json.map(({ state, source }) => [state, source])).toEqual([
      ['read', `${site.origin}/old`],
      ['read', `${site.origin}/files/lofte.pdf`],
      ['done', undefined],
    ])
    expect(site.asked).toEqual(['/robots.txt', '/old', '/new/', '/files/lofte.pdf'])
  })

  test('tells of a linked document that cannot be read, and goes on', async () => {
    await using site = await serve({
      '/': html('<a href="/gone-lofte.pdf">Löfte</a><a href="/lofte.pdf">Löfte</a>'),
      '/lofte.pdf': words(TEXT),
    })
    const { json } = await runIngest([`${site.origin}/`], { out }, ['allow-private', 'follow'])
    expect(json.map(({ state }) => state)).toEqual(['read', 'not read', 'read', 'done'])
  })
})
