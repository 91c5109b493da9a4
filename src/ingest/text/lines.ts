import { type Span, trimmed } from './source.ts'

/** The marker of a list item: a sign, or a number or letter that counts. */
export type Marker =
  | { readonly kind: 'sign' }
  | { readonly kind: 'number'; readonly value: string; readonly sign: string }

/** One line of a document. */
export interface Line {
  /** Counted from 0. */
  readonly index: number
  /** The line without indentation and trailing space; empty if the line is blank. */
  readonly span: Span
  readonly indent: number
  readonly marker: Marker | null
  /** The text of the line, without its marker and markup (`**bold**`, `# heading`). */
  readonly content: Span
  /** Whether markup makes it a heading. */
  readonly isMarkedHeading: boolean
  /** Its parts separated by two or more spaces, if there are several. */
  readonly columns: readonly Span[]
}

// Arrows, boxes to tick and pictures are bullets; so are private-use signs, which Word's symbol fonts leave behind. Signs
// that stand for a word or a letter, such as "©", "±" and "<", are not.
const SIGN =
  /^(?:[-–—•·‣∙*»›+]|(?![|<>=~±×÷©®°])[\p{So}\p{Sm}\p{Co}]\u{fe0f}?|o(?= ))[ \t\u{a0}]+(?=\S)|^(?![©®°])[•·‣∙\p{So}\p{Co}]\u{fe0f}?(?=\p{L})/u
const NUMBER =
  /^(?:(\d{1,2}(?:\.\d{1,2})+)\.?[ \t\u{a0}]+(?=\p{Lu}))|^(?:\(?(\d{1,2}|[a-h])\)|(\d{1,2}|[a-h])\.)[ \t\u{a0}]+(?=\S)|^(\d{1,2}) (?=\p{Lu}\p{L}+ )|^(I{1,3}|IV|VI{0,3}|IX|X)[.)][ \t\u{a0}]+(?=\S)/u
const GAP = /[ \t]{2,}|\t/g
const TAB_WIDTH = 4

/** Splits a text into its lines. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push(readLine(text, { start, end }, lines.length))
    start = end + 1
  }
  return lines
}

function readLine(text: string, whole: Span, index: number): Line {
  const span = trimmed(text, whole)
  const before = text.slice(whole.start, span.start)
  const indent = before.replaceAll('\t', ' '.repeat(TAB_WIDTH)).length
  const words = text.slice(span.start, span.end)
  const hashes = /^#{1,6} +/.exec(words)?.[0].length ?? 0
  const { marker, length } = readMarker(words)
  const rest = trimmed(text, { start: span.start + Math.max(hashes, length), end: span.end })
  return {
    index,
    span,
    indent,
    marker,
    content: withoutEmphasis(text, rest),
    isMarkedHeading: hashes > 0,
    columns: lineColumns(text, rest),
  }
}

function readMarker(words: string): { marker: Marker | null; length: number } {
  const sign = SIGN.exec(words)
  if (sign) return { marker: { kind: 'sign' }, length: sign[0].length }
  const number = NUMBER.exec(words)
  if (!number) return { marker: null, length: 0 }
  return {
    marker: {
      kind: 'number',
      value: number.slice(1).find((group) => group !== undefined) ?? '',
      sign: /[.)]/.exec(number[0])?.[0] ?? '',
    },
    length: number[0].length,
  }
}

/** Many promises are set in bold or italic markup, which is not part of them. */
function withoutEmphasis(text: string, { start, end }: Span): Span {
  for (const sign of ['**', '__', '*', '_']) {
    const inner = { start: start + sign.length, end: end - sign.length }
    if (inner.start < inner.end && text.startsWith(sign, start) && text.startsWith(sign, inner.end))
      return inner
  }
  return { start, end }
}

function lineColumns(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end)
  const isBarred = words.includes(' | ') || (words.startsWith('|') && words.endsWith('|') && words.length > 1)
  return isBarred ? barredColumns(text, { start, end }) : spacedColumns(text, { start, end })
}

/** The cells between bars, "Åtgärd | Ansvarig" or "| Åtgärd | Ansvarig |"; an empty one keeps its place. */
function barredColumns(text: string, { start, end }: Span): Span[] {
  const columns: Span[] = []
  const words = text.slice(start, end)
  // A bar at the beginning alone stands after an empty cell.
  const isFramed = words.startsWith('|') && words.endsWith('|')
  let from = isFramed ? 1 : 0
  const last = isFramed ? words.length - 1 : words.length
  while (from <= last) {
    const bar = words.indexOf('|', from)
    const to = bar < 0 ? last : Math.min(bar, last)
    columns.push(trimmed(text, { start: start + from, end: start + to }))
    from = to + 1
  }
  return columns
}

function spacedColumns(text: string, { start, end }: Span): Span[] {
  const columns: Span[] = []
  let from = start
  for (const gap of text.slice(start, end).matchAll(GAP)) {
    columns.push({ start: from, end: start + gap.index })
    from = start + gap.index + gap[0].length
  }
  return columns.length === 0 ? [] : [...columns, { start: from, end }]
}
