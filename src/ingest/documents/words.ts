/** Ligatures of fonts: their code points stand for the glyph, not for another spelling. */
const LIGATURES: { readonly [ligature: string]: string } = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ft',
  ﬆ: 'st',
}

/** Soft hyphens, joiners, direction and byte order marks, and control characters: none of them is visible. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g
const LONE_SURROGATE = /\p{Cs}/gu
const BLANK = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g
const HYPHEN = /[\u2010\u2011]/g

/** More combining marks on one letter than any language has; sorting 100,000 of them takes minutes. */
const MARKS_MAX = 30
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u')
const MARK = /^\p{M}$/u

/**
 * Markers of list items in documents: bullets, including those of Word's symbol fonts, dashes, and the "o" that Word
 * uses on the second level. An "o" or a "·" is a bullet only if a gap follows.
 */
const BULLET = /^( *)(?:[•◦▪▫‣⁃●○■□➢➤\uF02D\uF076\uF0A7\uF0B7\uF0D8] *|[-–—*·∙] +|[o·∙] {2,})(?=[^ ])/u

const TAB_STOP = 8
const INDENT_TAB = 4

/**
 * Normalises text to the form used everywhere here: NFC, \n as line end, nothing invisible, ligatures as letters, no
 * trailing spaces, and tabs as two or more spaces. Normalising twice changes nothing.
 */
export function tidy(text: string): string {
  return mapLines(normalise(text).replace(LINE_END, '\n'), (line) => expandTabs(line.trimEnd()))
}

/** A normalised text with "- " for every bullet. */
export function withBullets(text: string): string {
  return mapLines(text, (line) => line.replace(BULLET, '$1- '))
}

function mapLines(text: string, map: (line: string) => string): string {
  return text.split('\n').map(map).join('\n')
}

function normalise(text: string): string {
  const plain = text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .replace(HYPHEN, '-')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
  // One code point may become two combining marks.
  return withFewMarks(withFewMarks(plain).normalize('NFC'))
}

function withFewMarks(text: string): string {
  if (!TOO_MANY_MARKS.test(text)) return text
  const kept: string[] = []
  let marks = 0
  for (const letter of text) {
    marks = MARK.test(letter) ? marks + 1 : 0
    if (marks <= MARKS_MAX) kept.push(letter)
  }
  return kept.join('')
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  const [first = '', ...parts] = line.split('\t')
  let expanded = first
  let isIndent = first.trim() === ''
  for (const part of parts) {
    const gap = isIndent ? INDENT_TAB : TAB_STOP - (expanded.length % TAB_STOP)
    expanded += ' '.repeat(Math.max(gap, 2)) + part
    isIndent &&= part.trim() === ''
  }
  return expanded
}

/** The length of a text in code points, the unit of offsets. */
export function codePoints(text: string): number {
  let count = text.length
  for (let index = 0; index < text.length - 1; index++) {
    const pair =
      (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    if (pair) count--
  }
  return count
}

/** The beginning of a text on one line, to identify it by. */
export function beginning(text: string): string {
  const line = text.slice(0, 300).replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line
}
