import { describe, expect, test } from 'vitest'
import { HTML_CHARACTERS_MAX } from '../../../src/ingest/documents/html/html.ts'
import { NESTING_MAX } from '../../../src/ingest/documents/html/tree.ts'
import { NAMED_MAX } from '../../../src/ingest/documents/left-out.ts'
import { read, textOf } from './support/read.ts'

describe('a page of HTML', () => {
  test('gives paragraphs and headings apart, and lists by lines', async () => {
    const text = await textOf(
      `<h1>Medborgarlöfte
       2020</h1><p>Vi <b>lo</b>var&nbsp;att:</p><ul><li><p>Ett</p><li>Två<ol start="3"><li>tre</li><li>fy<br>ra</ol></ul><div>Rad</div><div>Rad</div>`,
    )
    expect(text).toBe(
      'Medborgarlöfte 2020\n\nVi lovar att:\n\n- Ett\n- Två\n  3. tre\n  4. fy\n    ra\n\nRad\nRad\n',
    )
  })

  test('sets tables in columns, the lines of a cell under each other', async () => {
    const text = await textOf(
      '<table><tr><td>Anna Andersson<br>Ordförande</td><td>Bo Bengtsson<br>Chef</td></tr><tr><td></td><td>Polisen</td></tr></table>',
    )
    expect(text).toBe('Anna Andersson  Bo Bengtsson\nOrdförande      Chef\n                Polisen\n')
  })

  test('sets signatures in columns whose lines are paragraphs', async () => {
    const cell = (...lines: string[]) => `<td>${lines.map((line) => `<p>${line}</p>`).join('')}</td>`
    const text = await textOf(
      `<table><tr>${cell('Anna Andersson', 'Ordförande')}${cell('Bo Bengtsson', 'Chef')}</tr></table>`,
    )
    expect(text).toBe('Anna Andersson  Bo Bengtsson\nOrdförande      Chef\n')
  })

  test('reads a table that only sets out paragraphs cell by cell', async () => {
    const text = await textOf(
      '<table><tr><td><h2>Löfte</h2><p>Text</p></td><td><ul><li>Ett</li></ul></td></tr></table>',
    )
    expect(text).toBe('Löfte\n\nText\n\n- Ett\n')
  })

  test('says in each row what its merged cells say, and keeps the others in their columns', async () => {
    const rows = [
      '<th>Område<th>Aktivitet<th>Ansvarig',
      '<td rowspan=2>Trafik<td>Göra kontroller<td rowspan=0>Polisen',
      '<td>Mäta fart',
      '<td colspan=2>Gemensam uppföljning varje termin',
    ]
    expect(await textOf(`<table><tr>${rows.join('<tr>')}</table>`)).toBe(
      `Område  Aktivitet        Ansvarig
Trafik  Göra kontroller  Polisen
Trafik  Mäta fart        Polisen
Gemensam uppföljning varje termin  Polisen
`,
    )
  })

  test('says long words of a merged cell once, and leaves its column empty below', async () => {
    const long = 'Många är rädda för att gå ut på kvällarna i området runt stationen.'
    expect(await textOf(`<table><tr><td rowspan=2>${long}<td>Ett<tr><td>Två</table>`)).toBe(
      `${long}  Ett\n${' '.repeat(42)}Två\n`,
    )
  })

  test('names the rows, cells and words of a table that are not shown in it', async () => {
    const { text, issues } = await read(
      '<!doctype html><table>Utanför<tr hidden><td>Gammal<td>rad<tr><td>Ett<td>Två<td hidden>dold</table>',
    )
    expect(text).toBe('Ett  Två\n')
    expect(issues.map((issue) => issue.text)).toEqual([
      'outside the cells: Utanför',
      'hidden: Gammal rad',
      'hidden: dold',
    ])
  })

  test('leaves out what is about the site or hidden, and names it', async () => {
    const { text, issues } = await read(
      '<!doctype html><body><header>Logga in</header><nav>Hem</nav><main><header><h1>Löfte</h1></header><script>x</script><aside>Mer</aside><p style="display: none">dold</p><article>Text<footer>Anna</footer></article></main><footer>Kontakt</footer>',
    )
    expect(text).toBe('Löfte\n\nText\nAnna\n')
    expect(issues.map((issue) => issue.text)).toEqual([
      'outside the main part: Logga in Hem Kontakt',
      'aside: Mer',
      'hidden: dold',
    ])
  })

  test.each([
    ['15<sup>1</sup> möten', '15 möten', '15 [1]'],
    ['15<sup>1</sup>möten', '15 möten', '15 [1]'],
    ['vecka 12<sup>2)</sup>.', 'vecka 12.', '12 [2)]'],
    ['i år<sup>a)</sup>, 15<sup>*</sup> möten', 'i år, 15 möten', 'år [a)], 15 [*]'],
    ['2018<sup>1, 2</sup> och', '2018 och', '2018 [1, 2]'],
    ['15<a href="#n1"><sup>[1]</sup></a> möten', '15 möten', '15 [1]'],
    ['15<a href="#n1">1</a> möten', '15 möten', '15 [1]'],
    ['15 <a href="#n1">[1]</a> möten', '15  möten', '[1]'],
    ['15<span style="vertical-align:super">1</span> möten', '15 möten', '15 [1]'],
    ['15<span class="MsoFootnoteReference">1</span> möten', '15 möten', '15 [1]'],
    ['<sup>1</sup> Gäller från 2019.', 'Gäller från 2019.', '[1]'],
  ])('leaves out marks of footnotes and names them: %s', async (body, text, mark) => {
    const source = await read(`<!doctype html><p>${body}</p>`)
    expect(source.text.replace(/ +/g, ' ')).toBe(`${text.replace(/ +/g, ' ')}\n`)
    expect(source.issues.map((issue) => issue.text)).toEqual([`footnote marks: ${mark}`])
  })

  test.each([
    ['20 m<sup>2</sup> park', '20 m2 park'],
    ['CO<sub>2</sub> och CO<sup>2</sup>', 'CO2 och CO2'],
    ['den 1<sup>a</sup> och 3<sup>:e</sup> maj', 'den 1a och 3:e maj'],
    ['1<sup>1</sup>/<sub>2</sub> timme', '1 1/2 timme'],
    ['10<sub>2</sub>', '10 2'],
    ['<a href="#a">1</a>. <a href="#b">Trafik</a>', '1. Trafik'],
    ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> timme', '1/2 timme'],
  ])('keeps other raised and lowered words: %s', async (body, text) => {
    const source = await read(`<!doctype html><p>${body}</p>`)
    expect([source.text, source.issues]).toEqual([`${text}\n`, []])
  })

  test.each([
    ['<del>trettio</del> <ins>femton</ins>', 'femton', 'struck out: trettio'],
    ['<s>trettio</s>femton', 'femton', 'struck out: trettio'],
    ['a <span style="text-decoration: line-through">b</span>', 'a', 'struck out: b'],
    ['a<span style="mso-hide:all">b</span>c', 'a c', 'hidden: b'],
    ['a <span style="opacity: 0">b</span>', 'a', 'hidden: b'],
    ['a <span class="sr-only">b</span>', 'a', 'hidden: b'],
    ['a <template><p>b</template>', 'a', 'template: b'],
    ['a <noscript>b</noscript>', 'a', 'noscript: b'],
    ['a <select><option>b<option>c</select>', 'a', 'select: b c'],
    ['a <textarea>b</textarea>', 'a', 'textarea: b'],
    ['a <input value=b><input type=hidden value=c>', 'a', 'field: b'],
    ['a <button>b</button>', 'a', 'button: b'],
    ['a <svg><title>c</title><text>b</text></svg>', 'a', 'svg: b'],
    ['a <iframe src="/b.pdf">c</iframe>', 'a', 'iframe: /b.pdf'],
    ['a <object data="/b.pdf">c</object>', 'a', 'object: /b.pdf'],
    ['a <img alt="b">', 'a', 'picture: b'],
  ])('names what it does not read: %s', async (body, text, named) => {
    const source = await read(`<!doctype html><p>${body}</p>`)
    expect([source.text, source.issues.map((issue) => issue.text)]).toEqual([`${text}\n`, [named]])
  })

  test('reads the buttons that unfold its parts, what is semi-transparent, and which boxes are ticked', async () => {
    expect(
      await textOf(
        '<h2><button>Löfte 1</button></h2><p style="opacity: 0.5">Text</p><p><input type=checkbox checked>Ja</p><p><input type=radio>Nej</p>',
      ),
    ).toBe('Löfte 1\n\nText\n\n☒ Ja\n\n☐ Nej\n')
  })

  test('names no more than so many parts of a kind', async () => {
    const { issues } = await read(`<!doctype html><p>a${'<s>b</s>'.repeat(NAMED_MAX + 7)}`)
    expect(issues.map(({ text }) => text)).toEqual([
      ...Array(NAMED_MAX).fill('struck out: b'),
      'struck out: 7 more',
    ])
  })

  test('that waits hidden for a script is read', async () => {
    expect(await textOf('<div style="opacity:0"><p>Löfte</p></div>')).toBe('Löfte\n')
  })

  test('without a main part loses header, footer and navigation', async () => {
    expect(
      await textOf('<header>Hem</header><div role="navigation">A</div><p>Text</p><footer>B</footer>'),
    ).toBe('Text\n')
  })

  test('that is all header is read', async () => {
    expect(await textOf('<header><h1>Löfte</h1><p>Text</p></header>')).toBe('Löfte\n\nText\n')
  })

  test('is read in the encoding that it names, and has a title', async () => {
    const page = '<html><head><meta charset="iso-8859-1"><title>Löfte &ndash; Påhitt</title></head><p>åäö'
    const { text, title, mediaType } = await read(Buffer.from(page, 'latin1'))
    expect([text, title, mediaType]).toEqual(['åäö\n', 'Löfte – Påhitt', 'text/html'])
  })

  test('is known by its name or its sender where it has no beginning', async () => {
    expect((await read('Löfte <b>ett</b>', 'a.html')).text).toBe('Löfte ett\n')
    expect((await read('Löfte <b>ett</b>', 'a', 'text/html;charset=utf-8')).text).toBe('Löfte ett\n')
    expect((await read('Löfte <b>ett</b>', 'a.txt')).text).toBe('Löfte <b>ett</b>')
  })

  test('that says it is UTF-8 and is not is read all the same', async () => {
    expect((await read(Buffer.from('<!doctype html><meta charset=utf-8><p>åäö', 'latin1'))).text).toBe(
      'åäö\n',
    )
  })

  test.each([
    [
      'nested 20,000 deep',
      `<html>${'<div>'.repeat(20_000)}x`,
      `more than ${NESTING_MAX} levels of nested elements`,
    ],
    ['too long', `<html>${'x'.repeat(HTML_CHARACTERS_MAX)}`, `at most ${HTML_CHARACTERS_MAX} can be read`],
  ])('%s is refused', async (_, page, message) => {
    await expect(read(page)).rejects.toThrow(message)
  })

  test.each([
    ['deep lists', '<ul><li>'.repeat(480)],
    ['deep tables', '<table><tr><td>'.repeat(300)],
    ['ends of nothing', `${'<div>'.repeat(900)}${'</span>'.repeat(200_000)}`],
    [
      'a tag of many attributes',
      `<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>`,
    ],
    [
      'cells over many rows and columns',
      `<table><tr>${'<td rowspan=65534>x'.repeat(100)}${'<tr><td colspan=1000>y'.repeat(50_000)}</table>`,
    ],
    ['many small cells', `<table>${'<tr><td>x<td>y'.repeat(40_000)}</table>`],
    ['many open comments', '<!--'.repeat(500_000)],
  ])('with %s is read in time', { timeout: 60_000 }, async (_, body) => {
    const before = process.threadCpuUsage()
    expect(await textOf(`<p>Löfte</p>${body}<p>x`)).toMatch(/^Löfte\n/)
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})
