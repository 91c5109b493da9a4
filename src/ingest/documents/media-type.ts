import { Unreadable } from '../unreadable.ts'

/** The media types that are read. */
export const mediaTypes = {
  text: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** The file name extensions of each type. */
export const extensions: { readonly [type in MediaType]: readonly string[] } = {
  'text/plain': ['.txt', '.text', '.md'],
  'text/html': ['.html', '.htm', '.xhtml'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
}

/** A PDF may have other bytes before its header, up to this many. */
const PDF_HEADER_WITHIN = 1024

const PICTURE =
  'a picture, whose text cannot be read; get the document as text, or type its text into a .txt file'
const OTHER = 'not text, HTML, PDF or DOCX; open it in its program and save it in one of these formats'

/** The first bytes of other kinds of files, and what to say about them. */
const REFUSED: readonly (readonly [magic: string, told: string])[] = [
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['II*\0', PICTURE],
  ['MM\0*', PICTURE],
  ['BM', PICTURE],
  [
    '\xd0\xcf\x11\xe0',
    'a file from an older Office version, or with a password; open it and save it as DOCX',
  ],
  ['{\\rtf', 'RTF; open it in a word processor and save it as DOCX'],
  ['\x1f\x8b', 'a compressed file; unpack it and give its contents'],
  ['Rar!', 'an archive; unpack it and give its contents'],
  ['7z\xbc\xaf', 'an archive; unpack it and give its contents'],
]

/**
 * Detects the kind of a file by its first bytes: PDF, a ZIP archive (such as a DOCX), or else text.
 *
 * @throws {Unreadable} when the file is empty, or of a kind that has no text, such as a picture.
 */
export function packaging(bytes: Uint8Array): 'pdf' | 'zip' | 'text' {
  if (bytes.length === 0) throw new Unreadable('The file is empty; download or save it again.')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN))
  const start = head.toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  for (const [magic, told] of REFUSED) {
    // "BM" also begins ordinary words.
    const picture = magic !== 'BM' || start.slice(6, 10) === '\0\0\0\0'
    if (start.startsWith(magic) && picture) throw new Unreadable(`This is ${told}.`)
  }
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') throw new Unreadable(`This is ${PICTURE}.`)
  return start.includes('%PDF-') ? 'pdf' : 'text'
}

/** More control characters per thousand than this mean that a file is not text. */
const CONTROLS_PER_THOUSAND = 5

/**
 * Refuses characters that are not text.
 *
 * @throws {Unreadable} when too many of them are control characters.
 */
export function refuseBinary(text: string): void {
  let controls = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0 || (code < 32 && (code < 9 || code > 13)) || (code > 0x7e && code < 0xa0 && code !== 0x85))
      controls++
  }
  if (controls * 1000 > text.length * CONTROLS_PER_THOUSAND) throw new Unreadable(`This is ${OTHER}.`)
}

/** A page of HTML begins with one of these, after white space, comments and declarations. */
const HTML_START =
  /^<(?:!doctype html|html|head|title|meta|body|main|article|div|p|h[1-6]|table|ul|ol)[\s/>]/i

/** Whether a text is HTML: by its beginning, or because it is declared so and has tags. */
export function isHtml(text: string, declared: string | null, name: string | null): boolean {
  if (HTML_START.test(afterPreamble(text))) return true
  const called = /^(?:text\/html|application\/xhtml\+xml)$/i.test(declared ?? '')
  const named = extensions['text/html'].some((extension) => name?.toLowerCase().endsWith(extension))
  return (called || named) && text.includes('<')
}

/** A text from the beginning of its own content. */
function afterPreamble(text: string): string {
  const skip = (from: number): number => {
    let at = from
    while (at < text.length && (text.charCodeAt(at) <= 32 || text[at] === '\uFEFF')) at++
    return at
  }
  let at = skip(0)
  for (const [open, close] of [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<!--', '-->'],
  ] as const) {
    const end = text.startsWith(open, at) ? text.indexOf(close, at) : -1
    if (end >= 0) at = skip(end + close.length)
  }
  return text.slice(at, at + 20)
}
