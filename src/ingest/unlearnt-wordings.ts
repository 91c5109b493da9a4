import type { LookupTables } from './lookups.ts'
import { Source } from './text/source.ts'
import { termFinder } from './text/terms.ts'

// What the rules have learnt from a document is, for the most part, its wordings: they were added to the lookups when it
// was read wrong. A document is read as one that nobody has learnt from if the lookups lack what it alone has taught them.

/** The lookups whose wordings tell how documents are set out, and what they say of promises. */
const LEARNT = [
  'headings',
  'leadIns',
  'labels',
  'wordLists',
  'units',
  'targetTimes',
  'noAgreements',
  'otherTimes',
] as const
type LearntTable = (typeof LEARNT)[number]

interface LearntWording {
  readonly table: LearntTable
  readonly row: LookupTables[LearntTable][number]
}

/** For each of some texts, the lookups without the wordings that no other of the texts has. */
export function withoutOwnWordings(tables: LookupTables, texts: readonly string[]): LookupTables[] {
  const rows = LEARNT.flatMap((table) => tables[table].map((row): LearntWording => ({ table, row })))
  // The longest wording counts at each place, but only of its own lookup.
  const finders = [...Map.groupBy(rows, lookupOf).values()].map((own) =>
    termFinder(own.map((each) => [each.row.wording, each])),
  )
  const found = texts.map((text) => {
    const source = new Source(text)
    const terms = finders.flatMap((find) => find(source, { start: 0, end: text.length }))
    return new Set(terms.map(({ value }) => value))
  })
  const counts = new Map<LearntWording, number>()
  for (const each of found.flatMap((wordings) => [...wordings])) counts.set(each, (counts.get(each) ?? 0) + 1)
  return found.map((wordings) => {
    const own = new Set([...wordings].filter((each) => counts.get(each) === 1).map(({ row }) => row))
    return {
      ...tables,
      ...Object.fromEntries(LEARNT.map((table) => [table, withoutRows(tables[table], own)])),
    }
  })
}

function lookupOf({ table, row }: LearntWording): string {
  return 'list' in row ? `${table} ${row.list}` : table
}

/** A list of words keeps its last word: an expression with a list of no words would match everything. */
function withoutRows(
  rows: LookupTables[LearntTable],
  own: ReadonlySet<LearntWording['row']>,
): readonly LearntWording['row'][] {
  const kept = [...rows].filter((row) => !own.has(row))
  const lists = new Set(kept.map((row) => ('list' in row ? row.list : null)))
  const lost = [...rows].filter((row) => 'list' in row && !lists.has(row.list))
  return [...kept, ...lost]
}
