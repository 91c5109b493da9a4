import { printable } from '../exporters/verify/report.ts'
import type { DocumentLink, SourceIssue } from '../ingest/documents/source-text.ts'
import type { DraftIssue } from '../ingest/draft.ts'
import type { DraftRow } from '../ingest/draft-rows.ts'
import type { ValueChange } from '../review/carry-over/compare.ts'
import type { ThirdReaderAsked } from '../review/keeping/draft-with-third-reader.ts'
import type { KeptAs } from '../review/keeping/keep-draft.ts'

/** A document that was read, and the result. */
export interface IngestedDocument {
  readonly state: 'read'
  readonly source: string
  readonly folder: string
  readonly kept: KeptAs
  /** The changes since the previous draft or record; null if there was none. */
  readonly changes: readonly ValueChange[] | null
  /** Reviewed values that are no longer in the record, since their words are gone. They are kept in its list `gone`. */
  readonly gone: readonly string[]
  readonly mediaType: string
  readonly sha256: string
  /** How many lines of the text have values. */
  readonly linesRead: number
  /** The lines without values, by the rule that ignores them. */
  readonly ignored: { readonly [rule: string]: readonly number[] }
  readonly values: readonly DraftRow[]
  readonly issues: readonly (Pick<DraftRow, 'lines' | 'words'> & Pick<DraftIssue, 'kind' | 'explanation'>)[]
  /** The parts of the file that are not in the text. */
  readonly leftOut: readonly SourceIssue[]
  /** The documents linked from the page that may contain the agreement. */
  readonly links: readonly DocumentLink[]
  /** Whether a third reader was asked about it, and why its response was not used. */
  readonly thirdReader: ThirdReaderAsked | null
}

const WORDS_MAX = 60
const WORDS_END = 18
const INDENT = '  '

/** The values read from a document, as a table that a person can check against the text. */
export function ingestTable(document: IngestedDocument): string {
  const { source, folder, kept, changes, gone, linesRead, ignored, values, issues, leftOut } = document
  const head = ['line', 'field', 'value', 'words', 'confidence', 'rule']
  const rows = values.flatMap(({ field, value, words, lines, rule, confidence }, index) => [
    // A blank line separates promises and activities.
    ...(itemName(field) === itemName(values[index - 1]?.field ?? '') ? [] : [[]]),
    [
      lineNumbers(lines),
      field,
      value ?? '',
      shortenedWords(words ?? ''),
      confidence?.toFixed(2) ?? '',
      rule ?? '',
    ],
  ])
  const found = issues.map(({ kind, lines, words, explanation }) => [
    lineNumbers(lines),
    kind,
    explanation.en,
    shortenedWords(words ?? ''),
  ])
  const left = leftOut.map(({ kind, page, text }) => [page === null ? '' : `p. ${page}`, kind, text])
  const passedOver = Object.entries(ignored).map(([rule, lines]) => [rule, ranges(lines).join(', ')])
  return [
    printable(`${source} → ${folder} (${kept})`),
    '',
    ...(changes === null ? [] : [...changesIn(changes, new Set(gone)), '']),
    ...aligned([head, ...rows]),
    '',
    ...(found.length + left.length > 0
      ? [`${INDENT}Needs review:`, ...aligned([...found, ...left]), '']
      : []),
    `${INDENT}${linesRead} lines read; ignored:${passedOver.length > 0 ? '' : ' none'}`,
    ...aligned(passedOver),
    ...thirdReaderLine(document.thirdReader),
    '',
  ].join('\n')
}

function thirdReaderLine(asked: ThirdReaderAsked | null): string[] {
  if (asked === null) return []
  const { model, reason } = asked
  const told = reason === null ? 'was asked about what the rules leave open' : `was not used: ${reason}`
  return [printable(`${INDENT}Third reader ${model} ${told}.`)]
}

/** The changes, one on each line. */
function changesIn(changes: readonly ValueChange[], gone: ReadonlySet<string>): string[] {
  if (changes.length === 0) return [`${INDENT}Nothing has changed since the last reading.`]
  const rows = changes.map(({ state, value, before, after }) => [
    state,
    value,
    before !== null && after !== null
      ? `${differing(before, after)} → ${differing(after, before)}`
      : shortenedWords(before ?? after ?? ''),
    gone.has(value) ? 'had been reviewed' : '',
  ])
  return [`${INDENT}Changes since the last reading:`, ...aligned(rows)]
}

/** Rows of cells, each padded to the widest of its column. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(printable))
  const widths: number[] = []
  for (const row of cells) {
    for (const [column, cell] of row.entries())
      if (column < row.length - 1) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  return cells.map((row) =>
    (INDENT + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).trimEnd(),
  )
}

/** The promise or activity that a field belongs to. */
function itemName(field: string): string {
  return /^(?:promises|activities)#\d+/.exec(field)?.[0] ?? ''
}

/** Numbers in order, with consecutive ones as a range. */
function ranges(numbers: readonly number[]): string[] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(lineNumbers)
}

/** How many words of context are shown around a difference. */
const WORDS_AROUND = 2

/** The words of a text that another one lacks, with some context. */
function differing(said: string, other: string): string {
  const [words, others] = [said.split(/\s+/), other.split(/\s+/)]
  const most = Math.min(words.length, others.length)
  let start = 0
  while (start < most && words[start] === others[start]) start++
  let end = 0
  while (end < most - start && words.at(-1 - end) === others.at(-1 - end)) end++
  const from = Math.max(0, start - WORDS_AROUND)
  const to = Math.min(words.length, words.length - end + WORDS_AROUND)
  const shown = words.slice(from, to).join(' ')
  return shortenedWords(`${from > 0 ? '… ' : ''}${shown}${to < words.length ? ' …' : ''}`)
}

function lineNumbers(lines: readonly [number, number] | null): string {
  if (lines === null) return ''
  const [first, last] = lines
  return first === last ? `${first}` : `${first}–${last}`
}

/** Long quotes, shortened in the middle: errors are most likely at the beginning and the end. */
function shortenedWords(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  if (line.length <= WORDS_MAX) return line
  return `${line.slice(0, WORDS_MAX - WORDS_END - 3).trimEnd()} … ${line.slice(-WORDS_END).trimStart()}`
}
