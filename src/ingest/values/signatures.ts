import type { ValueOf } from '../../datasets/dataset.ts'
import type { capacity } from '../../datasets/vocabularies/signatures.ts'
import { inferred, placed, type Reading, stated } from '../confidence.ts'
import type { Page } from '../layouts/page.ts'
import type { Section } from '../layouts/sections.ts'
import type { Line } from '../text/lines.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { nameOnly, namesIn, PARTY, type PrintedRole, rolesIn } from './people.ts'

/** A person who signs or presents an agreement. */
export interface Signature {
  readonly name: Span
  readonly role: PrintedRole
  readonly capacity: ValueOf<typeof capacity>
  /** The lines or the sentence that name them: anything else named there is theirs. */
  readonly scope: Span
  readonly reading: Reading
}

const SIGNS =
  /(?<![\p{L}])(?:(?:har +)?under(?:tecknat|tecknade|tecknas|tecknar|tecknades|tecknats|skrivet|skriven|skrivit|skrivits|skrev|skrivs|skrivna)|(?:skriver|skrev|skrivit|skrivits|skrivs|skrevs)(?![\p{L}])[^.]{0,160}? (?:under|på)|signera\p{L}*|tecknar|tecknat|tecknade|signerat|s[aä]tt\p{L}* +(?:sina?|sitt) +(?:signatur|namn)\p{L}*)(?![\p{L}])/u
const PRESENTS = /(?<![\p{L}])(?:presenterar|presenterade|visar +upp|håller +i)(?![\p{L}])/u
/** A picture of people does not say what they do; if the page reports a signing, they present the agreement. */
const PICTURES = /(?<![\p{L}])(?:på +bilden|från +vänster|fr\. +v|fr +v\.)(?![\p{L}])/u
const SPEAKS = withWords`${'speech_verbs'}|(?<!\p{L})(?:berättar|förklarar|tycker|sa)(?!\p{L})`

const ON_ONE_LINE = 'signature-on-one-line'

/** Whether a sentence reports a signing. */
export function tellsOfSigning({ source }: Page, sentence: Span): boolean {
  return SIGNS.test(source.foldedSlice(sentence))
}

/** "De möttes för att skriva under. På mötet deltog …" */
const MEETS_TO_SIGN = /(?<!\p{L})(?:för att|och) +(?:skriva +under|underteckna|signera)(?!\p{L})/u
const ATTENDS = /(?<!\p{L})(?:deltog|närvarade|medverkade)(?!\p{L})/u

/** The people who sign or present, from signature blocks, sentences and captions. */
export function signaturesIn(page: Page, sections: readonly Section[]): Signature[] {
  const byName = new Map<string, Signature>()
  const take = (found: readonly Signature[]) => {
    for (const signature of found) {
      const words = page.source.foldedSlice(signature.name)
      if (!byName.has(words)) byName.set(words, signature)
    }
  }
  const isTold = SIGNS.test(page.source.folded)
  const lines: Line[] = []
  for (const section of sections) {
    if (section.kind === 'contact' || section.kind === 'earlier') continue
    const blocks = section.heading ? [section.heading, ...section.blocks] : section.blocks
    for (const block of blocks) {
      if (block.kind === 'item') continue
      lines.push(...block.lines)
      // A caption may be as short as a heading.
      if (block.kind === 'paragraph' || PICTURES.test(page.source.foldedSlice(block.span)))
        take(inSentences(page, block.span, isTold))
    }
  }
  take(signatureLines(page, lines))
  const signatures = [...byName.values()]
  // If people sign, others pictured with them do not.
  const signed = signatures.filter(({ capacity: as }) => as === 'signed')
  const kept = signed.length > 0 ? signed : signatures
  const kinds = new Set(kept.map(({ role }) => role.meaning.organisation))
  // An agreement has two sides: a single line with a name and role may also be a caption.
  const isOneSide = kinds.size === 1
  return kept
    .map((each) =>
      isOneSide && each.reading.rule === ON_ONE_LINE ? { ...each, reading: inferred(ON_ONE_LINE) } : each,
    )
    .sort((a, b) => a.name.start - b.name.start)
}

function inSentences(page: Page, span: Span, isTold: boolean): Signature[] {
  const { source, lookups } = page
  return sentencesIn(source.text, span).flatMap((sentence, index, sentences): Signature[] => {
    if (sentence.end - sentence.start > MOST_SENTENCE) return []
    const words = source.foldedSlice(sentence)
    if (lookups.expression(SPEAKS).test(words)) return []
    const before = sentences[index - 1]
    const attends =
      before !== undefined && ATTENDS.test(words) && MEETS_TO_SIGN.test(source.foldedSlice(before))
    const signs = SIGNS.test(words) || attends
    const isPictured = PICTURES.test(words) && (isTold || showsBothParties(page, sentence))
    if (!signs && !PRESENTS.test(words) && !isPictured) return []
    // People in a picture may also have come for something else.
    const reading = signs ? stated('signature-in-sentence') : inferred('presented-in-caption')
    return pairsIn(page, sentence).map(({ name, role, scope }) => ({
      name,
      role,
      scope,
      capacity: signs ? 'signed' : 'presented',
      reading,
    }))
  })
}

/** Whether a caption names somebody from the police and somebody from a municipality, each with a role. */
function showsBothParties(page: Page, sentence: Span): boolean {
  const kinds = new Set(pairsIn(page, sentence).map(({ role }) => role.meaning.organisation))
  return kinds.has('police') && kinds.has('municipality')
}

/** What separates a name from its role; a role after "och" belongs to the next name. */
const AFTER_NAME = /^(?: *[,–—(-] *| +)(?:(?!och |samt )\p{L}+ +){0,3}$/u
/** The text between a name and its role, without party letters. */
function afterParty(words: string): string {
  return words.replace(PARTY, '')
}

/** Titles that many office holders also have, and that are not roles of ours. */
const BESIDE_AN_OFFICE = new Set<PrintedRole['meaning']['role']>([
  null,
  'municipal_commissioner',
  'opposition_commissioner',
  'other',
])

/** "Kommunalråd och ordförande i kommunstyrelsen": of two roles the office counts. */
function withOther({ source }: Page, roles: readonly PrintedRole[], at: number): number {
  const [role, next] = [roles[at], roles[at + 1]]
  const isBeside = (each: PrintedRole) => BESIDE_AN_OFFICE.has(each.meaning.role)
  if (!role || !next || !isBeside(role) || isBeside(next)) return at
  return /^ och $/.test(source.folded.slice(role.end, next.start)) ? at + 1 : at
}

/** Names with the role beside each: "Anna Ek, kommunchef" or "kommunchef Anna Ek". */
function pairsIn(page: Page, span: Span): { name: Span; role: PrintedRole; scope: Span }[] {
  const { source } = page
  const names = namesIn(page, span)
  const free = rolesIn(page, span).filter(
    (role) => !names.some((name) => role.start < name.end && name.start < role.end),
  )
  return names.flatMap((name, index) => {
    const next = names[index + 1]
    const before = free.findIndex(
      (role) => role.end <= name.start && /^[ :]{1,3}$/.test(source.text.slice(role.end, name.start)),
    )
    const after = free.findIndex(
      (role) =>
        role.start >= name.end &&
        role.start < (next?.start ?? span.end) &&
        AFTER_NAME.test(afterParty(source.text.slice(name.end, role.start)).toLowerCase()),
    )
    const at = before >= 0 ? before : after >= 0 ? withOther(page, free, after) : free.length
    const [role] = free.splice(at, 1)
    if (!role) return []
    const limit = next
      ? Math.min(next.start, ...free.filter((each) => each.start > name.end).map((each) => each.start))
      : span.end
    return [
      {
        name,
        role,
        scope: { start: Math.min(role.start, name.start), end: Math.max(limit, role.end, name.end) },
      },
    ]
  })
}

interface LineCell extends Span {
  readonly line: number
  /** Its column in the line. */
  readonly column: number
}

/** A longer line is prose, and read as such. */
const LONGEST_CELL = 140
/** How many lines below a name its role may be: a dotted or blank line may come between. */
const NEAR_LINES = 3

/** People in lines of their own: name, role and organisation below each other or on one line, also in columns. */
function signatureLines(page: Page, lines: readonly Line[]): Signature[] {
  const { source, lookups } = page
  const cells = lines.flatMap(({ index, span, content, columns }): LineCell[] =>
    (columns.length > 0 ? columns : [content]).map((cell) => ({
      ...cell,
      line: index,
      column: cell.start - span.start,
    })),
  )
  const signatures: Signature[] = []
  const taken = new Set<number>()
  const nameCells = Map.groupBy(
    cells.flatMap((cell) => {
      const name = cell.end - cell.start > LONGEST_CELL ? null : nameOnly(page, cell)
      return name ? [{ ...cell, name }] : []
    }),
    ({ line }) => line,
  )
  const byLine = Map.groupBy(cells, ({ line }) => line)
  for (const cell of cells) {
    if (cell.end - cell.start > LONGEST_CELL) continue
    const words = source.foldedSlice(cell)
    if (
      lookups.expression(SPEAKS).test(words) ||
      SIGNS.test(words) ||
      PRESENTS.test(words) ||
      PICTURES.test(words)
    )
      continue
    if (/[.:]$/.test(words) && words.split(' ').length > 6) continue
    const beside = pairsIn(page, cell)
    if (beside.length > 0 && isSignatureCell(page, cell, beside)) {
      const reading = stated(ON_ONE_LINE)
      signatures.push(
        ...beside.map((pair) => ({
          ...pair,
          scope: scopeOf(byLine, cell),
          capacity: 'signed' as const,
          reading,
        })),
      )
      continue
    }
    const [role] = rolesIn(page, cell)
    if (!role || namesIn(page, cell).length > 0) continue
    const named = nearestCell(nameCells, cell, [-1, -2, -NEAR_LINES, 1])
    if (!named || taken.has(named.name.start)) continue
    if (isContact(page, byLine, Math.max(cell.line, named.line))) continue
    // If a name beside it cannot be read, the name of the next column is not used instead.
    const roles = byLine.get(cell.line)?.filter((other) => rolesIn(page, other).length > 0) ?? []
    if (roles.length > 1 && inColumnOf(named, roles) !== cell) continue
    taken.add(named.name.start)
    const reading = placed(cell.column > 0 ? 'signature-in-columns' : 'signature-in-lines')
    signatures.push({ name: named.name, role, scope: scopeOf(byLine, named), capacity: 'signed', reading })
  }
  return signatures
}

/** How many lines below a name and role an address or a telephone number makes them those of a contact. */
const CONTACT_LINES = 2
const CONTACT = /@|(?<!\p{L})(?:e-?post|tel(?:efon)?|tfn|mobil)(?!\p{L})|\d{2,4}[ -–]\d{2,3} ?\d{2}/u

/** "Anna Ek, kommunpolis, anna.ek@…": whom to ask, who need not have signed. */
function isContact(
  { source }: Page,
  byLine: ReadonlyMap<number, readonly LineCell[]>,
  last: number,
): boolean {
  const below = Array.from({ length: CONTACT_LINES }, (_, at) => byLine.get(last + 1 + at) ?? []).flat()
  return below.some((cell) => CONTACT.test(source.foldedSlice(cell)))
}

/** A line of a signature contains people and their roles, and little else. */
function isSignatureCell(
  { source }: Page,
  cell: Span,
  pairs: readonly { name: Span; role: Span }[],
): boolean {
  if (/\d{3,}[ -]\d{2}|@/.test(source.foldedSlice(cell))) return false
  const first = Math.min(...pairs.flatMap(({ name, role }) => [name.start, role.start]))
  if (!/^(?:för |genom |av )?[^\p{L}]*$/u.test(source.folded.slice(cell.start, first))) return false
  const read = pairs.reduce(
    (sum, { name, role }) => sum + (name.end - name.start) + (role.end - role.start),
    0,
  )
  return read / (cell.end - cell.start) > 0.3
}

/** The cell in the column of another, in the first of some lines (relative to its own) that has any. */
function nearestCell<C extends LineCell>(
  byLine: ReadonlyMap<number, readonly C[]>,
  to: LineCell,
  lines: readonly number[],
): C | undefined {
  const near = lines.map((distance) => byLine.get(to.line + distance)).find((cells) => cells !== undefined)
  return near && inColumnOf(to, near)
}

/** The cell whose column is nearest to that of another. */
function inColumnOf<C extends LineCell>(to: LineCell, cells: readonly C[]): C | undefined {
  return cells.toSorted((a, b) => Math.abs(a.column - to.column) - Math.abs(b.column - to.column))[0]
}

/** Cells whose left edges differ by no more than this are in one column. */
const COLUMN_SLACK = 12

/** The text in the column of a name: it includes the organisation. */
function scopeOf(byLine: ReadonlyMap<number, readonly LineCell[]>, name: LineCell): Span {
  let end = name.end
  for (let line = name.line + 1; line <= name.line + NEAR_LINES; line++) {
    const below = byLine.get(line)?.find(({ column }) => Math.abs(column - name.column) <= COLUMN_SLACK)
    if (!below) break
    end = below.end
  }
  return { start: name.start, end }
}
