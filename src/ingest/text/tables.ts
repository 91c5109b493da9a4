import type { Line } from './lines.ts'
import type { Span } from './source.ts'

/** The text of one cell, in the column of promises or of activities, and the cells that say who does it. */
export interface TableItem {
  readonly column: 'promise' | 'activity'
  readonly span: Span
  readonly who: readonly Span[]
}

/** The role of a line in a responsibility table. */
export type TableLine =
  | { readonly kind: 'header'; readonly heading: Span; readonly unreadColumns: readonly Span[] }
  | { readonly kind: 'row'; readonly items: readonly TableItem[] }
  | { readonly kind: 'unread' }

type Holds = 'promise' | 'activity' | 'who' | 'topic' | 'other'

interface HeadedColumn {
  readonly holds: Holds
  readonly at: number
  readonly span: Span
  /** The text of the heading that says who does what the column contains. */
  readonly of?: Span
}

interface HeadedRow {
  readonly promise: Span | null
  /** One column, or one for each party that has its own. */
  readonly activities: readonly { readonly span: Span; readonly who: readonly Span[] }[]
  readonly who: readonly Span[]
}

/** "Polisens insatser", "Kommunen gör": the column of one party's activities. */
const OF_ONE =
  /^(?:lokal)?(?:polis(?:en)?|kommun(?:en)?|\p{L}+s kommun|skolan?|socialtjänsten?)s?(?: (?:insats|åtgärd|aktivitet|åtagande|del|bidrag|gör|ska göra)\p{L}*)?:?$/iu

const HEADINGS: readonly (readonly [holds: Holds, pattern: RegExp])[] = [
  ['who', /ansvar|(?<!\p{L})vem(?!\p{L})|utförare|aktör/iu],
  [
    'activity',
    /^(?:planerade? |våra? )?(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?|vad(?: vi gör| ska göras)?)[?:]?$/i,
  ],
  ['promise', /^(?:vårt? |våra )?(?:(?:medborgar)?löfte[nt]?|mål|målsättning|åtagande[nt]?)[?:]?$/i],
  ['topic', /^(?:(?:prioriterade? |fokus)?område[nt]?|tema|ämne|plats|nr|nummer)[?:.]?$/i],
]

/** Cells whose left edges are this close are in one column. */
const SLACK = 2
const BEGINS_ANEW = /^["”“'’(]?[\p{Lu}\p{N}]/u

/**
 * The lines of responsibility tables, by line number. A row is read cell by cell, never across cells; a row whose cells
 * cannot be told apart is not read. A line that names the topic of the rows below it is an ordinary heading.
 */
export function tablesIn(text: string, lines: readonly Line[]): ReadonlyMap<number, TableLine> {
  const found = new Map<number, TableLine>()
  for (let index = 0; index < lines.length; index++) {
    const columns = headedColumns(text, lines[index] as Line)
    if (!columns) continue
    const heading =
      columns.find(({ holds }) => holds === 'activity') ?? columns.find(({ holds }) => holds === 'promise')
    if (!heading) continue
    const unreadColumns = columns.filter(({ holds }) => holds === 'other').map(({ span }) => span)
    found.set(index, { kind: 'header', heading: heading.span, unreadColumns })
    const rows = new Rows(text)
    const below = lines[index + 1]
    const isSpaced = below !== undefined && isBlank(below)
    for (let next = lines[index + 1]; next && !headedColumns(text, next); next = lines[index + 1]) {
      if (isRule(text, next)) {
        index++
        continue
      }
      if (isBlank(next)) {
        // If a blank line follows the header, blank lines may also separate rows.
        if (!isSpaced || !isRow(columns, lines[index + 2])) break
        index++
        continue
      }
      const row = tableRow(columns, next)
      const isAlone = next.columns.length === 0 && (row === null || placeInLine(next, next.content) <= SLACK)
      if (isAlone && endsTable(text, columns, next, lines[index + 2])) break
      index++
      // A single cell in the topic column is a topic; elsewhere it may be part of another cell.
      const isTopic = isAlone && row !== null && columns[0]?.holds === 'topic'
      if (!isTopic) rows.add(index, isAlone ? null : row)
    }
    for (const [at, row] of rows.end()) found.set(at, row)
  }
  return found
}

const FOLLOWS = /^(?:uppföljning|utvärdering|lägesbild|bakgrund|syfte|underskrift|undertecknande|kontakt)/i

function isRow(columns: readonly HeadedColumn[], line: Line | undefined): boolean {
  return line !== undefined && !isBlank(line) && line.columns.length > 1 && tableRow(columns, line) !== null
}

/** Whether the only text of a line follows a table, rather than being a row of one filled cell. */
function endsTable(
  text: string,
  [first]: readonly HeadedColumn[],
  line: Line,
  next: Line | undefined,
): boolean {
  if (next && next.columns.length > 0) return false
  const words = text.slice(line.span.start, line.span.end)
  const isOfFirst = first?.holds === 'activity' || first?.holds === 'promise'
  return !isOfFirst || (next !== undefined && !isBlank(next)) || /[.:!?]$/.test(words) || FOLLOWS.test(words)
}

/** "|---|---|": a line between the header of a table and its rows. */
function isRule(text: string, { span }: Line): boolean {
  const words = text.slice(span.start, span.end)
  return words.includes('-') && /^[-|:=+ ]+$/.test(words)
}

function isBlank({ span }: Line): boolean {
  return span.start === span.end
}

/** The columns of a responsibility table, if a line is its header: "Område   Aktivitet   Ansvarig". */
function headedColumns(text: string, line: Line): HeadedColumn[] | null {
  const columns = line.columns.map((span): HeadedColumn => {
    const words = text.slice(span.start, span.end)
    const [holds] = HEADINGS.find(([, pattern]) => pattern.test(words)) ?? ['other' as const]
    return { holds, at: placeInLine(line, span), span }
  })
  const count = (holds: Holds) => columns.filter((each) => each.holds === holds).length
  const [who, promise, activity] = [count('who'), count('promise'), count('activity')]
  if (who === 1) return promise <= 1 && activity <= 1 && promise + activity > 0 ? columns : null
  const ofEach = columns.map((column): HeadedColumn => {
    const isOfOne = column.holds === 'other' && OF_ONE.test(text.slice(column.span.start, column.span.end))
    return isOfOne ? { ...column, holds: 'activity', of: column.span } : column
  })
  // Without a column of topics or goals, such words may be the headings of two lists, or of two signatures.
  const isEach = activity === 0 && ofEach.filter(({ of }) => of).length > 1
  return who === 0 && promise === 1 && isEach ? ofEach : null
}

function placeInLine({ span, indent }: Line, { start }: Span): number {
  return start - span.start + indent
}

/** The cells of a row; null if it is unclear to which columns they belong. */
function tableRow(columns: readonly HeadedColumn[], line: Line): HeadedRow | null {
  const cells = line.columns.length > 0 ? line.columns : [line.content]
  // If no cell is empty, their order is more reliable than their position: long words push the next cells aside.
  const isFull = cells.length === columns.length
  const placed = cells.map((cell, index) => {
    const at = placeInLine(line, cell)
    return { cell, column: isFull ? columns[index] : columns.find((each) => Math.abs(each.at - at) <= SLACK) }
  })
  if (placed.some(({ column }) => !column)) return null
  const filled = placed.filter(({ cell }) => cell.start < cell.end)
  const of = (holds: Holds) => filled.filter(({ column }) => column?.holds === holds).map(({ cell }) => cell)
  const activities = filled.flatMap(({ cell, column }) =>
    column?.holds === 'activity' ? [{ span: cell, who: column.of ? [column.of] : of('who') }] : [],
  )
  return { promise: of('promise')[0] ?? null, activities, who: of('who') }
}

/** Turns rows into items: text repeated in the next row, as from merged cells, is kept once. */
class Rows {
  readonly #text: string
  readonly #lines = new Map<number, { column: 'promise' | 'activity'; span: Span; who: Span[] }[] | null>()
  /** The last promise and activity, and the line of the latter. */
  readonly #last: { promise?: Span; activity?: Span; who?: Span[]; line?: number } = {}
  #beginAnew = false

  constructor(text: string) {
    this.#text = text
  }

  add(line: number, row: HeadedRow | null): void {
    const { promise, activities, who } = row ?? { promise: null, activities: [], who: [] }
    const isEmpty = !promise && activities.length === 0 && who.length === 0
    const goesOn = [promise, ...activities.map(({ span }) => span)].some((cell) => this.#goesOn(cell))
    if (row === null || isEmpty || goesOn) {
      // Lines of one cell: its whole text is on neither line.
      if (row !== null && !isEmpty && this.#last.line !== undefined) this.#unread(this.#last.line, promise)
      this.#lines.set(line, null)
      this.#last.line = line
      return
    }
    const items: { column: 'promise' | 'activity'; span: Span; who: Span[] }[] = []
    this.#lines.set(line, items)
    const cells = [promise, ...activities.map(({ span }) => span)]
    this.#beginAnew ||= cells.some((cell) => cell && BEGINS_ANEW.test(this.#words(cell)))
    if (promise && !this.#isSame(promise, this.#last.promise)) {
      items.push({ column: 'promise', span: promise, who: activities.length > 0 ? [] : [...who] })
      Object.assign(this.#last, { promise, activity: undefined, who: items[0]?.who })
    }
    for (const { span, who: doers } of activities) {
      if (this.#isSame(span, this.#last.activity)) continue
      const item = { column: 'activity' as const, span, who: [...doers] }
      items.push(item)
      Object.assign(this.#last, { activity: span, who: item.who })
    }
    if (items.length === 0) this.#last.who?.push(...who)
    this.#last.line = line
  }

  /** The text of a row that continues below is on neither line; the promise is, if it does not continue. */
  #unread(line: number, promise: Span | null): void {
    const kept = this.#lines.get(line)?.filter(({ column }) => column === 'promise' && !this.#goesOn(promise))
    this.#lines.set(line, kept?.length ? kept : null)
  }

  end(): [number, TableLine][] {
    return [...this.#lines].map(([line, items]) => [
      line,
      items ? { kind: 'row', items } : { kind: 'unread' },
    ])
  }

  #words({ start, end }: Span): string {
    return this.#text.slice(start, end)
  }

  #isSame(cell: Span, last: Span | undefined): boolean {
    return last !== undefined && this.#words(cell) === this.#words(last)
  }

  /** Whether a cell continues the one above it: new cells begin with a capital letter, and this one does not. */
  #goesOn(cell: Span | null): boolean {
    return cell !== null && this.#beginAnew && !BEGINS_ANEW.test(this.#words(cell))
  }
}
