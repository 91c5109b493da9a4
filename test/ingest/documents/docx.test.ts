import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PARTS_MAX } from '../../../src/ingest/documents/docx/archive.ts'
import { packDocx, paragraph, table } from './support/docx.ts'
import { read } from './support/read.ts'

describe('a DOCX', () => {
  test('gives paragraphs, lists, tables and columns set by tabs', async () => {
    const body = [
      paragraph('Medborgarlöfte för Påhitts kommun gäller under hela nästa år.'),
      paragraph('Vi lovar att:'),
      paragraph('Ha fler poliser ute.', [1, 0]),
      paragraph('På kvällar.', [1, 1]),
      paragraph('Göra sex kontroller.', [2, 0]),
      paragraph(''),
      paragraph('Anna Andersson\tBo Bengtsson'),
      paragraph('Ordförande\tChef'),
      paragraph(''),
      table([
        ['Insats', 'Ansvarig'],
        ['Möten', 'Skolan'],
      ]),
    ]
    const source = await read(packDocx(body.join('')))
    expect(source.text).toBe(
      `Medborgarlöfte för Påhitts kommun gäller under hela nästa år.

Vi lovar att:

- Ha fler poliser ute.
  - På kvällar.

1. Göra sex kontroller.

Anna Andersson  Bo Bengtsson
Ordförande      Chef

Insats  Ansvarig
Möten   Skolan
`,
    )
    expect(source).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      title: 'Ett påhittat löfte',
      issues: [{ kind: 'left_out', text: 'header: Påhitts kommun', page: null }],
    })
  })

  test('keeps words whole over soft hyphens, and hyphens that never break', async () => {
    const body =
      '<w:p><w:r><w:t>trafik</w:t><w:softHyphen/><w:t>kontroller i Malung</w:t><w:noBreakHyphen/><w:t>Sälen</w:t></w:r></w:p>'
    expect((await read(packDocx(body))).text).toBe('trafikkontroller i Malung-Sälen\n')
  })

  test('that would unpack to too much is refused', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': [new Uint8Array(51 * 1024 * 1024), { level: 1 }],
    })
    expect(bomb.length).toBeLessThan(500_000)
    await expect(read(bomb)).rejects.toThrow('more than 50 MB when unpacked')
  })

  test('with too many parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: PARTS_MAX + 1 }, (_, index) => [`${index}`, new Uint8Array()]),
    )
    await expect(read(zipSync(parts, { level: 0 }))).rejects.toThrow(`more than ${PARTS_MAX} parts`)
  })

  test('that lies about its size is refused or cut, never unpacked', async () => {
    const bomb = packDocx('x', { 'word/document.xml': `<a>${' '.repeat(5_000_000)}` })
    const honest = Buffer.from(bomb)
    for (let at = honest.indexOf('PK\x01\x02'); at >= 0; at = honest.indexOf('PK\x01\x02', at + 1))
      honest.writeUInt32LE(10, at + 24)
    await expect(read(honest)).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test.each([
    ['another archive', zipSync({ 'a.txt': strToU8('text') }), /archive other than a DOCX/],
    ['a broken archive', packDocx('x').subarray(0, 300), /broken/],
    ['broken XML', packDocx('<w:p><w:r>'), /broken|no words/],
    ['nothing', packDocx(''), /no words/],
  ])('that is %s is refused', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message)
  })

  test('nested deeply ends in a clear error', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`
    await expect(read(packDocx(deep))).rejects.toMatchObject({ name: 'Unreadable' })
  })
})
