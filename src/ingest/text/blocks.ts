import type { LabelledLine } from './labels.ts'
import type { Line, Marker } from './lines.ts'
import { Nesting } from './nesting.ts'
import type { Span } from './source.ts'
import { type TableItem, type TableLine, tablesIn } from './tables.ts'

/** A contiguous part of a document: a heading, a paragraph, or a list item. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly lines: readonly Line[]
  /** Its text, without the marker of an item. */
  readonly span: Span
  /** The nesting level of an item; 0 for everything else. */
  readonly depth: number
  /** The list that an item belongs to, counted from 0; -1 for everything else. */
  readonly list: number
  /** Of an item of a responsibility table: its kind, and the cells that say who does it. */
  readonly cell?: Pick<TableItem, 'column' | 'who'>
  /** Of the header of such a table: the column headings that no rule reads. */
  readonly unreadColumns?: readonly Span[]
  /** Whether it is a row of such a table whose cells cannot be told apart. */
  readonly isUnreadRow?: true
  /** Of a line of a form, what its label says that it contains. */
  readonly holds?: LabelledLine['holds']
}

type NumberMarker = Extract<Marker, { kind: 'number' }>

/** A line shorter than this was ended deliberately; a longer one may continue on the next line. */
const FULL_LINE = 55
/** A line longer than this without a full stop is still not a heading. */
const LONGEST_HEADING = 110

/** An exclamation with fewer letters may be a heading. */
const SHORT_CALL = 40

/** Words that never end a complete line. */
const GOES_ON =
  /(?<!(?:går|gick) (?:det|vi))(?:^|\s)(?:och|samt|eller|i|på|av|för|med|till|att|som|den|det|en|ett|vid|från|under|mellan)$|[,\-–/]$/i
const ENDS = /[.!?…:;]["”’)]?$/
const LEADS = /(?:^|\s)(?:att|ska|skall|lovar|kommer|kan|är):$/i
/** A line above a list with this ending is the beginning of what its items say. */
const LEADS_BARE = /(?:^|\s)(?:att(?: vi)?|ska(?: vi)?|skall(?: vi)?|vi(?: ska)?|lovar|kommer att|genom)$/i
const BEGINS_ANEW = /^["”“'’(]?[\p{Lu}\p{N}]/u

/** A heading right below a paragraph, where the blank line was lost. */
const LABEL =
  /^(?:(?:vårt |våra )?(?:medborgar)?löfte[nt]?(?: 20\d\d)?|aktiviteter|åtgärder|uppföljning|lägesbild|bakgrund|syfte):?$/i

/** Groups lines into blocks. A labelled line begins a block of its own, with the text after the label. */
export function blocksOf(
  text: string,
  lines: readonly Line[],
  labels: ReadonlyMap<number, LabelledLine>,
): Block[] {
  const blocks: Block[] = []
  let open: Line[] = []
  let isAfterBlank = false
  const nesting = new Nesting()
  const tables = tablesIn(text, lines)

  const close = (next: Line | null) => {
    const [first] = open
    const label = first && labels.get(first.index)
    if (label) blocks.push(labelledBlock(open, label))
    else if (first) blocks.push(makeBlock(text, open, next, first.marker ? nesting.place(first) : null))
    open = []
  }
  for (const printed of lines) {
    const inTable = tables.get(printed.index)
    if (inTable) {
      close(null)
      blocks.push(...tableBlocks(printed, inTable, nesting))
      isAfterBlank = false
      continue
    }
    const line = withSign(text, open, printed)
    if (line.span.start === line.span.end) {
      close(null)
      isAfterBlank = true
      continue
    }
    if (open.length > 0 && (labels.has(line.index) || !goesOn(text, open, line))) close(line)
    // A line with the text's own indentation ends a list; a blank line alone does not.
    if (open.length === 0 && line.marker === null && (isAfterBlank || line.indent === 0)) nesting.end()
    open.push(line)
    isAfterBlank = false
  }
  close(null)
  const isTopic = topicBlocks(text, blocks)
  return blocks.map((block, index): Block => {
    if (isTopic.has(block) || isNumberedHeading(text, blocks, index))
      return { ...block, kind: 'heading', depth: 0, list: -1 }
    // "Det betyder att vi" above a list leads into it, even without a colon.
    const isAboveItem = blocks[index + 1]?.kind === 'item'
    if (block.kind === 'heading' && isAboveItem && leadsBare(text.slice(block.span.start, block.span.end)))
      return { ...block, kind: 'paragraph' }
    const above = blocks[index - 1]
    // The text below a topic that looks like an item is the item.
    return above && isTopic.has(above) ? { ...block, kind: 'item', list: above.list } : block
  })
}

/** The blocks of a table line: an activity is placed below the promise of its row, or of the last row that has one. */
function tableBlocks(line: Line, inTable: TableLine, nesting: Nesting): Block[] {
  const lines = [line]
  const flat = { lines, depth: 0, list: -1 }
  switch (inTable.kind) {
    case 'header':
      nesting.beginTable()
      return [{ kind: 'heading', span: inTable.heading, unreadColumns: inTable.unreadColumns, ...flat }]
    case 'unread':
      return [{ kind: 'paragraph', span: line.content, isUnreadRow: true, ...flat }]
    case 'row':
      return inTable.items.map(({ span, column, who }) => ({
        kind: 'item',
        lines,
        span,
        cell: { column, who },
        ...nesting.placeCell(column),
      }))
  }
}

/** "Polisen: går en vandring", in an item: one of the parties that do what it says. */
const DOER =
  /^(?:polis(?:en)?|kommun(?:en)?|skolan?|socialtjänsten?|(?:polis(?:en)?|kommun(?:en)?) och (?:polis(?:en)?|kommun(?:en)?)|gemensamt|tillsammans): *\p{L}/iu

/** "att minska farten,": a line that says one of several things that are promised. */
const THAT = /^att \p{L}/iu

/** A line that is an item though no sign stands before it: what is promised, or who does a part of the item above. */
function withSign(text: string, open: readonly Line[], line: Line): Line {
  const [first] = open
  const last = open.at(-1)
  const wordsOf = ({ span }: Line) => text.slice(span.start, span.end)
  if (last && !line.marker && THAT.test(wordsOf(line))) {
    const isOneMore =
      first?.marker?.kind === 'sign' && THAT.test(wordsOf(first)) && /(?:[,;.]|och|samt)$/.test(wordsOf(last))
    if (isOneMore || (!first?.marker && wordsOf(last).endsWith(':')))
      return { ...line, marker: { kind: 'sign' } }
  }
  if (!first?.marker || line.marker || !DOER.test(text.slice(line.span.start, line.span.end))) return line
  const isBeside = first.marker.kind === 'sign' && DOER.test(text.slice(first.content.start, first.span.end))
  return { ...line, marker: { kind: 'sign' }, indent: isBeside ? first.indent : first.indent + 1 }
}

/** An item that names a topic has fewer letters than this. */
const LONGEST_TOPIC = 45

/** Items that each name a topic, with a paragraph below that describes activities: "• Trafik". */
function topicBlocks(text: string, blocks: readonly Block[]): ReadonlySet<Block> {
  const topics = blocks.filter(({ kind, span, lines }, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]]
    if (kind !== 'item' || lines[0]?.marker?.kind !== 'sign' || before?.kind === 'item') return false
    const words = text.slice(span.start, span.end)
    return after?.kind === 'paragraph' && words.length < LONGEST_TOPIC && !/[.:!?;,]$/.test(words)
  })
  // A single one is an item, with something else below it.
  return new Set(topics.length > 1 ? topics : [])
}

/** "3. Löften": a number that no other item of its list follows, before a text with numbers of its own. */
function isNumberedHeading(text: string, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block
  const [line] = block.lines
  if (block.kind !== 'item' || line?.marker?.kind !== 'number' || block.depth > 0) return false
  const [before, after] = [blocks[index - 1], blocks[index + 1]]
  const words = text.slice(block.span.start, block.span.end)
  const next = after?.lines[0]?.marker
  const { value } = line.marker
  // "2. Mål" above "2.1 Färre inbrott", and that above "a)" or a paragraph.
  if (next?.kind === 'number' && next.value.startsWith(`${value}.`)) return isHeading(words, null)
  if (value.includes('.')) {
    const isBeside = next?.kind === 'number' && next.value.includes('.')
    return after !== undefined && !isBeside && isHeading(words, null)
  }
  const previous = before?.lines[0]?.marker
  const isAfterNumber = previous?.kind === 'number'
  if (isAfterNumber && isOfOneList(previous, line.marker)) return false
  // "4. Parternas åtaganden" above "a) …", below "3. Parternas löfte" and a paragraph.
  if (next?.kind === 'number' && isBelowNumberedHeading(text, blocks, index)) return isHeading(words, null)
  // Signs below it may be its parts, unless it continues no number above.
  const hasParts = after?.kind === 'item' && (!isAfterNumber || after.lines[0]?.marker?.kind === 'number')
  if (after === undefined || hasParts) return false
  return isHeading(words, null)
}

/** Whether the block with the number before that of another is a heading by it. */
function isBelowNumberedHeading(text: string, blocks: readonly Block[], index: number): boolean {
  const numberOf = (block: Block | undefined) => {
    const marker = block?.lines[0]?.marker
    return marker?.kind === 'number' && /^\d+$/.test(marker.value) ? Number(marker.value) : null
  }
  const number = numberOf(blocks[index])
  if (number === null) return false
  const before = blocks.findLastIndex((block, at) => at < index && numberOf(block) === number - 1)
  return before >= 0 && isNumberedHeading(text, blocks, before)
}

/** Whether a number may continue another: "2)" and "3)", but neither "2)" and "4." nor "2." and "4.". */
function isOfOneList(previous: NumberMarker, marker: NumberMarker): boolean {
  if (previous.sign !== marker.sign || /\d/.test(previous.value) !== /\d/.test(marker.value)) return false
  return !/\d/.test(marker.value) || Number(marker.value) <= Number(previous.value) + 1
}

function goesOn(text: string, open: readonly Line[], next: Line): boolean {
  const last = open.at(-1)
  const first = open[0]
  if (!last || !first || next.marker || next.isMarkedHeading || last.isMarkedHeading) return false
  // Aligned columns are separate lines.
  if (next.columns.length > 0 || last.columns.length > 0) return false
  const words = text.slice(last.span.start, last.span.end)
  const following = text.slice(next.span.start, next.span.end)
  if (GOES_ON.test(words.slice(-20))) return true
  if (first.marker) return next.indent > first.indent || !BEGINS_ANEW.test(following)
  if (!BEGINS_ANEW.test(following)) return !ENDS.test(words.slice(-3)) || words.length >= FULL_LINE
  if (LABEL.test(following) && ENDS.test(words.slice(-3))) return false
  return words.length >= FULL_LINE && !isFinished(words, following)
}

/** Whether a long line is a paragraph of its own: it ends a sentence, and the next line is as long. */
function isFinished(words: string, following: string): boolean {
  return ENDS.test(words.slice(-3)) && (words.length > LONGEST_HEADING || following.length > LONGEST_HEADING)
}

function makeBlock(
  text: string,
  lines: readonly Line[],
  next: Line | null,
  place: { depth: number; list: number } | null,
): Block {
  const first = lines[0] as Line
  const span = {
    start: first.content.start,
    end: lines.length === 1 ? first.content.end : (lines.at(-1) as Line).span.end,
  }
  if (place) return { kind: 'item', lines, span, ...place }
  const kind =
    first.isMarkedHeading || isHeading(text.slice(span.start, span.end), next) ? 'heading' : 'paragraph'
  return { kind, lines, span, depth: 0, list: -1 }
}

/** Whether words lead into a list without a colon: "Det betyder att vi", "Polisen ska". */
export function leadsBare(words: string): boolean {
  return LEADS_BARE.test(words)
}

function labelledBlock(lines: readonly Line[], { holds, content }: LabelledLine): Block {
  const end = Math.max(content.end, lines.at(-1)?.span.end ?? 0)
  // "Uppföljning: …" is also read by its label.
  const start = holds === 'other' ? (lines[0] as Line).content.start : content.start
  return { kind: 'paragraph', lines, span: { start, end }, depth: 0, list: -1, holds }
}

function isHeading(words: string, next: Line | null): boolean {
  if (words.length > LONGEST_HEADING || words.includes('\n') || !BEGINS_ANEW.test(words)) return false
  if (/[.…;,]["”’)]?$/.test(words)) return false
  // The end of one sentence and the beginning of another are running text, even if cut off.
  if (/\p{Ll}{3}[.!?] \p{Lu}\p{L}+ /u.test(words)) return false
  // "Följ med i hur det går!" is as short as a heading.
  if (/!$/.test(words) && words.length >= SHORT_CALL) return false
  // "Polisen:" above a list is its heading; "Polisen lovar att:" leads into it.
  if (words.endsWith(':')) return words.split(' ').length <= 2 && !LEADS.test(words)
  return next === null || words.length < FULL_LINE
}
