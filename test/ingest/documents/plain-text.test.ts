import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_BYTES_MAX } from '../../../src/ingest/documents/read-document.ts'
import { read } from './support/read.ts'

const LINES = 'Medborgarlöfte\n\n- Fler trafikkontroller på kvällar – åtta i månaden\n'

describe('plain text', () => {
  test.each(globSync('data/agreements/*/source.txt'))('%s is read as it is', async (path) => {
    const bytes = readFileSync(path)
    const source = await read(bytes, path)
    expect(source.text).toBe(bytes.toString('utf8'))
    expect(source).toMatchObject({ mediaType: 'text/plain', pages: [0], title: null, issues: [] })
  })

  test.each([
    ['UTF-8', Buffer.from(LINES)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${LINES}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${LINES}`, 'utf16le')],
    ['UTF-16 with a mark, high bytes first', Buffer.from(`\uFEFF${LINES}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(LINES, 'utf16le')],
    ['Windows-1252', Buffer.from(LINES.replace('–', '\x96'), 'latin1')],
  ])('in %s is the same text', async (_, bytes) => {
    expect((await read(bytes)).text).toBe(LINES)
  })

  test('whose sender names another encoding is read in that one', async () => {
    const bytes = Uint8Array.from([0x8c, 0x8a, 0x9a]) // åäö of the old Macintosh
    expect((await read(bytes, 'a', 'text/plain; charset=macintosh')).text).toBe('åäö')
  })

  test('with lines in two encodings is read line by line, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('Löfte ett\n'), Buffer.from('Löfte två\n', 'latin1')])
    const source = await read(bytes)
    expect(source.text).toBe('Löfte ett\nLöfte två\n')
    expect(source.issues).toEqual([
      {
        kind: 'mixed_encodings',
        text: '1 lines are in UTF-8 and 1 in Windows-1252; each was read as what it is',
        page: null,
      },
    ])
  })

  test('loses blanks at line ends, soft hyphens and ligatures, and is composed', async () => {
    const source = await read('tra\u00ADfik  \r\nofﬁciell\u00A0sida\ta\u030A\rslut')
    expect(source.text).toBe('trafik\nofficiell sida  å\nslut')
  })

  test('has pages where form feeds are, counted in code points', async () => {
    const source = await read('😀 ett\n\ftvå')
    expect([source.text, source.pages]).toEqual(['😀 ett\ntvå', [0, 6]])
  })

  test.each([
    ['nothing', '', /empty/],
    ['only blanks', ' \n\t\n', /no words/],
    [
      'rubbish',
      Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 256),
      /no text, HTML, PDF or DOCX/,
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /picture/],
    ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0rest', 'latin1'), /save it as DOCX/],
    ['RTF', '{\\rtf1 text}', /RTF/],
    ['a large file', new Uint8Array(DOCUMENT_BYTES_MAX + 1), /30\.0 MB/],
  ])('with %s is refused, and says what to do', async (_, contents, message) => {
    await expect(read(contents)).rejects.toThrow(message)
    await expect(read(contents)).rejects.toMatchObject({ name: 'Unreadable' })
  })
})
