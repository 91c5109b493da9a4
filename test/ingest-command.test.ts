import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { WrongUsage } from '../src/config.ts'
import { packDocx, paragraph } from './ingest/documents/support/docx.ts'
import { drawPdf } from './ingest/documents/support/pdf.ts'
import { serve, words } from './ingest/documents/support/site.ts'
import { runIngest } from './support/run-ingest.ts'

/** A made-up agreement. */
const LINES = [
  'Medborgarlöfte Habo kommun 2019',
  '',
  'Polisen lovar att:',
  '- genomföra minst femton trafikkontroller per år',
  '',
  'Räddningstjänsten ska också vara med.',
  '',
  'Vi använder kakor för att webbplatsen ska fungera.',
]
const TEXT = `${LINES.join('\n')}\n`

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medborgarloften-ingest-'))
  out = join(folder, 'drafts')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (positionals: string[], flags: string[] = []) => runIngest(positionals, { out }, flags)

function write(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

const inDraft = (file: string, id = '0643-2019') => readFileSync(join(out, id, file), 'utf8')
const sha256 = (contents: string | Uint8Array) => createHash('sha256').update(contents).digest('hex')

describe('a document that is read', () => {
  test('is a folder with its text, the draft, and where it came from', async () => {
    const path = write('a.txt', TEXT)
    expect((await run([path])).error).toBeNull()
    expect(inDraft('source.txt')).toBe(TEXT)
    const draft = inDraft('draft.yaml')
    expect(parse(draft)).toMatchObject({
      id: '0643-2019',
      document: { mediaType: 'text/plain', sha256: sha256(TEXT) },
      reviewed: null,
    })
    expect(parse(inDraft('source.yaml'))).toEqual({
      sha256: sha256(TEXT),
      bytes: Buffer.byteLength(TEXT),
      media_type: 'text/plain',
      origin: { path },
      title: null,
      pages: [0],
      issues: [],
      draft_sha256: sha256(draft),
      given: { p: 1, i: 1 },
    })
    expect(existsSync(join(out, 'archive', sha256(TEXT), 'document.txt'))).toBe(true)
    expect(globSync('**/{*,.*}unfinished', { cwd: out })).toEqual([])
  })

  test('is told as a table with the line, value, words, confidence and rule of each value', async () => {
    const { lines } = await run([write('a.txt', TEXT)])
    const [table = ''] = lines
    expect(table).toContain(`a.txt → ${join(out, '0643-2019')} (new)`)
    expect(table).toMatch(/^ {2}line +field +value +words +confidence +rule$/m)
    expect(table).toMatch(/^ {2}1 +municipalities#1 +0643 +Habo kommun +0\.95 +municipality-in-title$/m)
    expect(table).toMatch(
      /^ {2}4 +promises#1\.target +at_least 15 trafikkontroller per year +minst femton trafikkontroller per år +0\.95 +target-after-operator$/m,
    )
    expect(table).toMatch(
      /^ {2}6 +unreadable +The line may contain a promise.*Räddningstjänsten ska också vara med\.$/m,
    )
    expect(table).toMatch(/^ {2}cookie-banner +8$/m)
    expect(lines[1]).toBe('1 read, 0 not read, 0 skipped')
  })

  test('is told the same in JSON', async () => {
    const { json } = await run([write('a.txt', TEXT)])
    const [document, end] = json
    expect(document).toMatchObject({
      state: 'read',
      folder: join(out, '0643-2019'),
      kept: 'new',
      ignored: { 'cookie-banner': [8] },
    })
    expect(document?.values).toContainEqual({
      field: 'promises#1.target',
      value: 'at_least 15 trafikkontroller per year',
      words: 'minst femton trafikkontroller per år',
      lines: [4, 4],
      rule: 'target-after-operator',
      confidence: 0.95,
    })
    expect(document?.issues).toContainEqual(
      expect.objectContaining({ kind: 'unreadable', lines: [6, 6], words: LINES[5] }),
    )
    expect(end).toEqual({ state: 'done', read: 1, notRead: 0, skipped: 0 })
  })

  test('may be HTML, PDF or DOCX', async () => {
    const documents = {
      'a.html': `<main>${LINES.map((line) => `<p>${line}</p>`).join('')}</main><nav>Start</nav>`,
      'b.pdf': await drawPdf((page) => {
        for (const line of LINES) page.text(line || ' ').moveDown()
      }),
      'c.docx': packDocx(
        LINES.filter((line) => line !== '')
          .map((line) => paragraph(line))
          .join(''),
      ),
    }
    for (const [name, contents] of Object.entries(documents)) {
      const { json, error } = await run([write(name, contents)])
      expect(error, name).toBeNull()
      expect(json[0]?.values, name).toContainEqual(
        expect.objectContaining({
          field: 'promises#1.target',
          value: 'at_least 15 trafikkontroller per year',
        }),
      )
      rmSync(out, { recursive: true })
    }
  })

  test('that says no municipality has a folder by its checksum', async () => {
    const text = 'Medborgarlöfte\n\nPolisen lovar att:\n- vara synlig\n'
    await run([write('a.txt', text)])
    expect(inDraft('draft.yaml', `unknown-${sha256(text).slice(0, 12)}`)).toMatch(/^id: null$/m)
  })

  test('may be at an address, if that is public or private ones are allowed', async () => {
    await using site = await serve({ '/a': words(TEXT) })
    const url = `${site.origin}/a`
    expect((await run([url])).lines[0]).toMatch(
      /NOT READ: .*; give a public address, or use --allow-private\.$/,
    )
    expect((await run([url], ['allow-private'])).error).toBeNull()
    expect(parse(inDraft('draft.yaml')).document).toMatchObject({ url, mediaType: 'text/plain' })
    expect(parse(inDraft('source.yaml')).origin).toMatchObject({ url })
  })
})

describe('a document that cannot be read', () => {
  test('ends as a line, and stops no other', async () => {
    const documents = join(folder, 'documents')
    mkdirSync(documents)
    writeFileSync(join(documents, 'a.txt'), '')
    writeFileSync(join(documents, 'b.txt'), TEXT)
    writeFileSync(join(documents, 'c.txt'), '1 2 3')
    writeFileSync(join(documents, 'd.png'), 'x')
    const { lines, json, progress, error } = await run([join(folder, 'none'), documents])
    expect(lines.map((line) => line.replace(`${folder}/`, '').replace(/ →.*/s, ''))).toEqual([
      expect.stringMatching(/^none: NOT READ: File or folder not found/),
      expect.stringMatching(/^documents\/d\.png: skipped: not named as a document/),
      'documents/a.txt: NOT READ: The file is empty; download or save it again.',
      'documents/b.txt',
      expect.stringMatching(/^documents\/c\.txt: NOT READ: The text contains no letters;/),
      '1 read, 3 not read, 1 skipped',
    ])
    expect(json[2]).toEqual({
      state: 'not read',
      source: join(documents, 'a.txt'),
      reason: 'The file is empty; download or save it again.',
    })
    expect(progress).toContain(`reading ${join(documents, 'b.txt')}, 2 of 3`)
    expect(error).toMatchObject({ name: 'SomeNotRead' })
  })

  test('says what the disk refused', async () => {
    mkdirSync(out)
    writeFileSync(join(out, '0643-2019'), 'in the way')
    expect((await run([write('a.txt', TEXT)])).lines[0]).toMatch(
      /NOT READ: ENOTDIR.*; correct that and run the command again\.$/,
    )
  })

  test('cannot move the cursor of a terminal by its name', async () => {
    expect((await run([write('a\x1b[2J.txt', '')])).lines[0]).toContain('a\\u{1b}[2J.txt: NOT READ')
  })
})

describe('a draft that is there already', () => {
  test('is written anew for the same document, also where its text has changed', async () => {
    const path = write('a.txt', TEXT)
    const kept = async () => (await run([path])).json[0]?.kept
    expect(await kept()).toBe('new')
    expect(await kept()).toBe('same text')
    writeFileSync(path, TEXT.replace('femton', 'tjugo'))
    expect(await kept()).toBe('changed text')
    expect(inDraft('draft.yaml')).toContain('minst tjugo')
    expect(inDraft('source.txt')).toContain('minst tjugo')
  })

  test('is not replaced once somebody has edited it', async () => {
    const path = write('a.txt', TEXT)
    await run([path])
    const edited = `${inDraft('draft.yaml')}# looked at\n`
    writeFileSync(join(out, '0643-2019/draft.yaml'), edited)
    expect((await run([path])).lines[0]).toContain('draft.yaml has been edited since it was written')
    expect(inDraft('draft.yaml')).toBe(edited)
  })

  test('is not replaced where the record beside it cannot be read', async () => {
    const path = write('a.txt', TEXT)
    await run([path])
    writeFileSync(join(out, '0643-2019/agreement.yaml'), 'id: 0643-2019\n')
    expect((await run([path])).lines[0]).toMatch(
      /agreement\.yaml:\d+ is not a valid record \(document: .*\); correct it and run the command again\.$/,
    )
    expect(inDraft('source.txt')).toBe(TEXT)
  })

  test('is not made of a folder that holds something else', async () => {
    cpSync('data/agreements/0685-2020', join(out, '0685-2020'), { recursive: true })
    const { lines } = await run(['data/agreements/0685-2020/source.txt'])
    expect(lines[0]).toContain('contains something other than a draft')
    expect(readdirSync(join(out, '0685-2020')).sort()).toEqual(['agreement.yaml', 'source.txt'])
  })
})

describe('npm run ingest', () => {
  /** Runs the program as npm does, in a folder of its own. */
  function start(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((done) => {
      execFile(
        process.execPath,
        [resolve('src/main.ts'), 'ingest', ...args],
        { cwd: folder },
        (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
  }

  test('writes to drafts, and ends with 0, 1 or 2', async () => {
    write('a.txt', TEXT)
    const read = await start('a.txt', '--json')
    expect(read).toMatchObject({ code: 0, stderr: '' })
    expect(
      read.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).state),
    ).toEqual(['read', 'done'])
    expect(existsSync(join(folder, 'drafts/0643-2019/draft.yaml'))).toBe(true)
    expect(await start('a.txt', 'none')).toMatchObject({
      code: 1,
      stderr: '1 not read; the lines with NOT READ say what to do\n',
    })
    expect(await start('--allow-private')).toMatchObject({
      code: 2,
      stderr:
        'no documents given; use npm run ingest -- PLACE… [--catalogue] [--follow] [--out FOLDER] [--data FOLDER]\n',
    })
  })

  test('prints for the document of docs/ingest.md what stands there', async () => {
    const guide = readFileSync('docs/ingest.md', 'utf8')
    const [, document = '', shown] =
      /<!-- lofte\.txt -->\n```text\n(.*?)```.*?<!-- printed -->\n```text\n(.*?)```/s.exec(guide) ?? []
    write('lofte.txt', document)
    expect((await start('lofte.txt')).stdout).toBe(shown)

    const [, shownAnew = ''] = /<!-- printed anew -->\n```text\n(.*?)```/s.exec(guide) ?? []
    write('lofte.txt', document.replace('femton', 'tjugo').replace('- finnas på plats vid stationen\n', ''))
    const anew = (await start('lofte.txt')).stdout
    expect(anew.slice(0, anew.indexOf('\n\n  line') + 1)).toBe(shownAnew)
  })

  test('ends quietly where nobody reads on', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, TEXT)
    const command = `"${process.execPath}" "${resolve('src/main.ts')}" ingest . | true`
    const stderr = await new Promise((done) => {
      execFile('sh', ['-c', command], { cwd: folder }, (_error, _stdout, told) => done(told))
    })
    expect(stderr).toBe('')
  })

  test('says what is wrong with --out', async () => {
    out = write('a.txt', TEXT)
    const { error } = await run([out])
    expect(error).toBeInstanceOf(WrongUsage)
    expect(error?.message).toMatch(/^--out ".*a\.txt": EEXIST.*; give a folder that can be written to$/)
  })
})
