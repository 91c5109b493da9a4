import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { archiveDocument, remembered } from '../../../src/ingest/documents/archive.ts'
import { readSource, sourcesOf } from '../../../src/ingest/documents/sources.ts'
import { Visitor } from '../../../src/ingest/documents/visitor.ts'
import { serve } from './support/site.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('an argument', () => {
  test('that is a folder names its documents, sorted, and what is none', async () => {
    mkdirSync(join(folder, 'b'))
    for (const name of ['b/c.PDF', 'a.txt', 'z.docx', 'b/picture.png', '.hidden.txt'])
      writeFileSync(join(folder, name), 'x')
    symlinkSync(folder, join(folder, 'again'))
    const { sources, skipped } = await sourcesOf(folder)
    expect(sources).toEqual(['a.txt', 'b/c.PDF', 'z.docx'].map((name) => ({ path: join(folder, name) })))
    expect(skipped.map(({ path, reason }) => [path.slice(folder.length + 1), reason.slice(0, 13)])).toEqual([
      ['.hidden.txt', 'hidden'],
      ['again', 'a link or dev'],
      ['b/picture.png', 'not named as '],
    ])
  })

  test('may be a file or an address, but not nothing, and no device', async () => {
    const path = join(folder, 'a')
    writeFileSync(path, 'x')
    expect(await sourcesOf(path)).toEqual({ sources: [{ path }], skipped: [] })
    const url = 'https://www.example.se/lofte'
    expect(await sourcesOf(url)).toEqual({ sources: [{ url }], skipped: [] })
    await expect(sourcesOf(join(folder, 'b'))).rejects.toThrow('File or folder not found')
    await expect(sourcesOf('/dev/null')).rejects.toThrow('a device or a pipe')
  })
})

describe('the archive', () => {
  const original = {
    bytes: Buffer.from('Löfte'),
    mediaType: 'text/plain',
    origin: { url: 'https://www.example.se/a', retrievedAt: '2026-11-21T08:00:00.000Z' },
    etag: '"1"',
    lastModified: null,
  }

  test('has the bytes under their checksum, and each place that they came from once', async () => {
    const sha256 = await archiveDocument(folder, original)
    await archiveDocument(folder, { ...original, origin: { path: 'lofte.txt' }, etag: null })
    await archiveDocument(folder, { ...original, etag: '"2"' })
    expect(readFileSync(join(folder, sha256, 'document.txt'), 'utf8')).toBe('Löfte')
    expect(parse(readFileSync(join(folder, sha256, 'source.yaml'), 'utf8'))).toEqual({
      sha256,
      bytes: 6,
      media_type: 'text/plain',
      origins: [
        { path: 'lofte.txt' },
        {
          url: 'https://www.example.se/a',
          retrieved_at: '2026-11-21T08:00:00.000Z',
          etag: '"2"',
          last_modified: null,
        },
      ],
    })
    expect(globSync('**/*.unfinished', { cwd: folder })).toEqual([])
  })

  test('remembers what an address gave, unless somebody changed it', async () => {
    const sha256 = await archiveDocument(folder, original)
    expect(await remembered(folder, 'https://www.example.se/a')).toEqual({
      bytes: Buffer.from('Löfte'),
      mediaType: 'text/plain',
      retrievedAt: '2026-11-21T08:00:00.000Z',
      etag: '"1"',
      lastModified: null,
    })
    expect(await remembered(folder, 'https://www.example.se/b')).toBeNull()
    writeFileSync(join(folder, sha256, 'document.txt'), 'Löfte?')
    expect(await remembered(folder, 'https://www.example.se/a')).toBeNull()
    await archiveDocument(folder, original)
    expect(readFileSync(join(folder, sha256, 'document.txt'), 'utf8')).toBe('Löfte')
  })
})

describe('a source', () => {
  const place = () => ({
    archive: join(folder, 'archive'),
    visitor: new Visitor({ allowPrivateAddresses: true, pauseMs: 0 }),
    now: () => new Date('2026-11-21T08:00:00Z'),
  })

  test('that is an address is read, archived, and the next time known', async () => {
    await using site = await serve({
      '/a': (request, response) => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
        else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end('Löfte <b>ett</b>')
      },
    })
    const url = `${site.origin}/a`
    const first = await readSource({ url }, place())
    expect(first).toMatchObject({
      unchanged: false,
      source: {
        text: 'Löfte ett\n',
        mediaType: 'text/html',
        origin: { url, retrievedAt: '2026-11-21T08:00:00.000Z' },
      },
    })
    expect(await readSource({ url }, place())).toEqual({ ...first, unchanged: true })
    expect(await remembered(place().archive, url)).toMatchObject({ etag: '"1"' })
  })

  test('that is a file is read and archived; one that can’t be read is not', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'Löfte')
    const { source } = await readSource({ path }, place())
    expect(readFileSync(join(place().archive, source.sha256, 'document.txt'), 'utf8')).toBe('Löfte')
    writeFileSync(path, '')
    await expect(readSource({ path }, place())).rejects.toThrow('The file is empty')
  })
})
