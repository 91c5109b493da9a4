import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '../../../src/ingest/unreadable.ts'
import { cpuSeconds } from '../../support/cpu-seconds.ts'
import { packDocx, paragraph } from './support/docx.ts'
import { spellPdf } from './support/pdf.ts'
import { read } from './support/read.ts'

/** The text of bytes, or null if they are refused; any other error fails the test. */
async function readOrRefuse(bytes: Uint8Array, path?: string) {
  try {
    return await read(bytes, path)
  } catch (error) {
    if (error instanceof Unreadable && error.message.length > 20) return null
    throw error
  }
}

async function expectSound(bytes: Uint8Array, path?: string): Promise<void> {
  const source = await readOrRefuse(bytes, path)
  if (!source) return
  expect(source.text).toBe(source.text.normalize('NFC'))
  expect(source.text).not.toMatch(/[ \t\r\f\v\0\u00AD]$/m)
  expect(source.text.trim()).not.toBe('')
  expect(source.pages[0]).toBe(0)
  expect(source.pages.every((offset) => offset <= [...source.text].length)).toBe(true)
  expect((await read(source.text, 'again.txt', 'text/plain')).text).toBe(source.text)
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  fc
    .array(
      fc.constantFrom(
        '•',
        '\t',
        ' ',
        '  ',
        'o',
        '- ',
        'å',
        'a\u030A',
        '\u0344',
        'ﬁ',
        '\u00AD',
        '\u2028',
        '\f',
        '\r',
        'x',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => Buffer.from(pieces.join(''))),
)

const tag = fc.constantFrom(
  ...'ul ol li p br h1 table tr td nav main b div pre aside header'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
)
const page = fc
  .array(fc.oneof(tag, fc.string({ maxLength: 8 }), fc.constantFrom('&nbsp;', '• x', '1. y', '\t')), {
    maxLength: 40,
  })
  .map((pieces) => Buffer.from(`<html>${pieces.join('')}`))

/** A sound document with some of its bytes changed. */
function damaged(sound: Uint8Array) {
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
  return fc.array(change, { maxLength: 12 }).map((changes) => {
    const copy = Uint8Array.from(sound)
    for (const [at, byte] of changes) copy[at] = byte
    return copy
  })
}

describe('any bytes end in a text that is NFC and reads the same again, or in a clear error', () => {
  test('as they are', () =>
    fc.assert(
      fc.asyncProperty(bytes, (any) => expectSound(any)),
      { numRuns: 500 },
    ))

  test('as HTML', () =>
    fc.assert(
      fc.asyncProperty(page, (any) => expectSound(any)),
      { numRuns: 300 },
    ))

  test('as a damaged DOCX', () =>
    fc.assert(
      fc.asyncProperty(damaged(packDocx(paragraph('Löfte'))), (any) => expectSound(any)),
      { numRuns: 60 },
    ))

  test('as a damaged PDF', () =>
    fc.assert(
      fc.asyncProperty(damaged(spellPdf(['Kommunen gör trafik\u00AD', 'kontroller'])), (any) =>
        expectSound(any),
      ),
      { numRuns: 60 },
    ))
})

describe('ten megabytes in one line are read in time', () => {
  const MEGABYTES = 10_000_000
  test.each([
    ['of words', 'ord '.repeat(MEGABYTES / 4)],
    ['of blanks', `${' '.repeat(MEGABYTES)}x`],
    ['of tabs', `${'\t'.repeat(MEGABYTES / 10)}x`],
    ['of marks on one letter', `a${'\u0301\u0316'.repeat(MEGABYTES / 4)}`],
    ['of bullets', '• '.repeat(MEGABYTES / 4)],
    ['of beginnings of tags', '<'.repeat(MEGABYTES)],
  ])('%s', async (_, line) => {
    const seconds = await cpuSeconds(async () => {
      expect((await read(line)).text).not.toBe('')
    })
    expect(seconds).toBeLessThan(5)
  })
})
