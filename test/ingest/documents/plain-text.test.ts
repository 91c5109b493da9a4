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

  const MAC = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ä: 0x80, Ö: 0x85 } as const
  const inMac = (text: string) =>
    Uint8Array.from(text, (letter) => MAC[letter as keyof typeof MAC] ?? letter.charCodeAt(0))
  const READ_AS_MAC = 'the text was read as Mac OS Roman, the only encoding in which its letters are Swedish'

  test.each([
    ['\n', undefined],
    ['\r', undefined],
    ['\n', 'text/plain; charset=iso-8859-1'],
  ])('of the old Macintosh is known by its letters, and says so (%j, %s)', async (lineEnd, declared) => {
    const text = 'Medborgarlöfte\n\n- Åtta kontroller på vägar\n'
    const source = await read(inMac(text.replaceAll('\n', lineEnd)), 'a.txt', declared)
    expect(source.text).toBe(text)
    expect(source.issues).toEqual([{ kind: 'doubtful_encoding', text: READ_AS_MAC, page: null }])
  })

  test('in Windows-1252 with quotation marks and dashes is no other encoding', async () => {
    const text = 'Vi ”lovar” att – på kvällar – vara ute…så att det syns\n'
    const bytes = Buffer.from(
      text.replaceAll('”', '\x94').replaceAll('–', '\x96').replace('…', '\x85'),
      'latin1',
    )
    expect(await read(bytes)).toMatchObject({ text, issues: [] })
  })

  test('of MS-DOS is refused, and says that it is the encoding', async () => {
    const bytes = Buffer.from('genomf\x94ra kontroller p\x86 v\x84gar \xcd\xce', 'latin1')
    await expect(read(bytes)).rejects.toThrow('in an MS-DOS encoding (code page 850 or 437)')
  })

  test.each([
    ['once', Buffer.from('på vägar – ”å”')],
    ['twice', Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from('på vägar – ”å”')))],
  ])('encoded once more than it should be, and %s before, is put right, and says so', async (_, bytes) => {
    const twice = Buffer.from(new TextDecoder('windows-1252').decode(bytes))
    const source = await read(Buffer.concat([Buffer.from('Så går det: '), twice]))
    expect(source.text).toBe('Så går det: på vägar – ”å”')
    expect(source.issues).toMatchObject([
      { kind: 'double_encoding', text: expect.stringMatching(/^\d+ letters had been encoded twice/) },
    ])
  })

  test.each([
    ['letters that were lost', 'en f\uFFFDrbättring', 'f\uFFFDrbättring'],
    ['UTF-8 read as that of the Macintosh', 'kontroller p√• v√§gar', 'p√•'],
    ['UTF-8 read as that of MS-DOS', 'kontroller p├Ñ v├ñgar', 'p├Ñ'],
    ['that of MS-DOS read as Windows-1252', 'genomf”ra kontroller', 'genomf”ra'],
    ['Windows-1252 read as that of the Macintosh', 'genomfˆra', 'genomfˆra'],
    ['that of the Macintosh read as Windows-1252', 'genomfšra på všgar', 'genomfšra'],
    ['seven bits', 'genomf|ra p} v{gar', 'genomf|ra'],
    ['question marks', 'genomf?ra kontroller p? v?gar', 'genomf?ra'],
    ['UTF-7', 'genomf+APY-ra', 'genomf+APY-ra'],
    ['mail', 'genomf=C3=B6ra', 'genomf=C3=B6ra'],
    ['entities', 'genomf&ouml;ra', 'genomf&ouml;ra'],
  ])('with signs of %s says so', async (_, text, word) => {
    const { issues } = await read(text, 'a.txt')
    expect(issues).toMatchObject([{ kind: 'doubtful_encoding', text: expect.stringContaining(`"${word}"`) }])
  })

  test.each([
    'Varför? Därför: 8–16 § 4 – ”så”, 20 °C, ½ mil, 10 €/år, A+B, a|b',
    'Se https://www.example.se/lofte?id=3&a=%C3%A5 eller sök på lofte?sida',
    'Miloš Košta och Zoë Müller, Århus … Malmö–Lund, d’Or, Â',
  ])('that has no such signs does not: %s', async (text) => {
    expect((await read(text, 'a.txt')).issues).toEqual([])
  })

  test('with lines in two encodings is read line by line, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('Löfte ett\n'), Buffer.from('Löfte två\n', 'latin1')])
    const source = await read(bytes)
    expect(source.text).toBe('Löfte ett\nLöfte två\n')
    expect(source.issues).toEqual([
      {
        kind: 'mixed_encodings',
        text: '1 lines are in UTF-8 and 1 in Windows-1252; each was read in its own encoding',
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
    ['only blanks', ' \n\t\n', /no text/],
    [
      'rubbish',
      Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 256),
      /not text, HTML, PDF or DOCX/,
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
