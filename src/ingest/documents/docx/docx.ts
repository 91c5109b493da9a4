import { type Unzipped, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { Unreadable } from '../../unreadable.ts'
import { readHtml } from '../html/html.ts'
import { findAll, firstWords, parseTree } from '../html/tree.ts'
import { LeftOut } from '../left-out.ts'
import type { Reading } from '../reading.ts'
import { tidy } from '../words.ts'
import { unpack } from './archive.ts'

/** Reads a DOCX: paragraphs, lists and tables as in HTML, blanks and tabs kept, headers and footers left out. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const files = unpack(bytes)
  const html = await convert(files)
  const reading = readHtml(withLines(html), 'kept')
  return { ...reading, title: titleOf(files), issues: [...reading.issues, ...headersOf(files)] }
}

async function convert(files: Unzipped): Promise<string> {
  // Packed anew: what is read is then what was measured, whatever else the archive holds.
  const buffer = Buffer.from(zipSync(files, { level: 0 }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        ignoreEmptyParagraphs: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value.replace(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, '')
  } catch (cause) {
    // Whatever mammoth stumbles over, the file is to blame: it has been given no other input.
    throw new Unreadable('The DOCX is broken; open it in a word processor and save it again.', { cause })
  }
}

/** A line without an end of a sentence, as names, roles and places are. */
const SHORT_LINE = 60

/**
 * Joins short paragraphs that follow each other: in a word processor the lines of a signature are paragraphs, and an
 * empty one sets the next block apart.
 */
function withLines(html: string): string {
  const paragraphs = html.split('</p><p>')
  const isShort = paragraphs.map((paragraph) => isShortLine(paragraph))
  return paragraphs
    .map((paragraph, index) => {
      const isLast = index === paragraphs.length - 1
      if (isLast) return paragraph
      return paragraph + (isShort[index] && isShort[index + 1] ? '<br />' : '</p><p>')
    })
    .join('')
}

function isShortLine(paragraph: string): boolean {
  const from = paragraph.lastIndexOf('<p>')
  const to = paragraph.indexOf('</p>')
  const inside = paragraph.slice(from < 0 ? 0 : from + 3, to < 0 || to < from ? undefined : to)
  // What holds more markup than this is no line of a signature.
  if (inside.length > 10 * SHORT_LINE) return false
  const words = inside.replace(/<[^<>]*>/g, '').trim()
  return words !== '' && words.length <= SHORT_LINE && !/[.:;!?]$/.test(words)
}

function titleOf(files: Unzipped): string | null {
  const core = files['docProps/core.xml']
  if (!core) return null
  const [title] = findAll(parseTree(text(core), 'xml'), ({ name }) => name === 'dc:title')
  const words = title ? tidy(firstWords(title, () => false)) : ''
  return words === '' ? null : words
}

/** The headers and footers, which stand on every page. */
function headersOf(files: Unzipped): Reading['issues'] {
  const leftOut = new LeftOut()
  for (const name of Object.keys(files).sort()) {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1]
    if (kind) leftOut.add(kind, wordsOfXml(files[name] ?? new Uint8Array()))
  }
  return leftOut.issues()
}

function wordsOfXml(xml: Uint8Array): string {
  const pieces = findAll(parseTree(text(xml), 'xml'), ({ name }) => name === 'w:t')
  return pieces.map((piece) => firstWords(piece, () => false)).join(' ')
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
