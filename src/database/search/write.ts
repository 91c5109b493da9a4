import { sql } from 'drizzle-orm'
import { rowKey } from '../../datasets/dataset.ts'
import { datasets, type Tables } from '../../datasets/index.ts'
import { inBatches } from '../batches.ts'
import type { Transaction } from '../client.ts'
import { searchEntries, searchWords } from '../tables/search.ts'
import { isOfNames, type SearchType, searched, textsOf, type Weight } from './searched.ts'
import { fold, joinedWordsOf, wordsOf } from './words.ts'

interface Entry {
  readonly type: SearchType
  readonly recordKey: string
  readonly municipalities: string[]
  readonly length: number
  readonly weights: ReadonlyMap<string, ReadonlySet<Weight>>
  /** Its names that are of one word. */
  readonly wholeNames: string[]
}

/** Writes all that can be searched, in place of what was there: it follows from the rows alone. */
export async function writeSearch(tx: Transaction, tables: Tables): Promise<void> {
  const entries = entriesOf(tables)
  const stems = await stemsOf(tx, [...new Set(entries.flatMap(({ weights }) => [...weights.keys()]))])
  // A word that says nothing in a text may be the whole of a name: Vara is a municipality.
  const names = new Set(entries.flatMap(({ wholeNames }) => wholeNames))
  const isTold = (word: string, weights: ReadonlySet<Weight>) =>
    stems.get(word)?.isStop === false || (names.has(word) && [...weights].some(isOfNames))
  const used = new Set<string>()
  const rows = entries.map(({ weights, wholeNames: _names, ...entry }) => {
    const told = [...weights].filter(([word, of]) => isTold(word, of))
    for (const [word] of told) used.add(word)
    return { ...entry, words: told.map(([word, of]) => tsvectorPart(word, of)).join(' ') }
  })
  await tx.delete(searchEntries)
  await tx.delete(searchWords)
  await inBatches(rows.length, 5, (from, to) => tx.insert(searchEntries).values(rows.slice(from, to)))
  const words = [...used].map((word) => ({ word, folded: fold(word), stem: stems.get(word)?.stem ?? word }))
  await inBatches(words.length, 3, (from, to) => tx.insert(searchWords).values(words.slice(from, to)))
}

function entriesOf(tables: Tables): Entry[] {
  const names = municipalitiesOf(tables)
  const types = Object.entries(searched) as [SearchType, (typeof searched)[SearchType]][]
  return types.flatMap(([type, from]) =>
    tables[from.dataset].map((row) => {
      const agreement = 'agreement' in from ? String({ ...row }[from.agreement as never]) : null
      const municipalities = (agreement !== null && names.get(agreement)) || []
      const weights = new Map<string, Set<Weight>>()
      const wholeNames: string[] = []
      let length = 0
      for (const { weight, text } of textsOf(type, row, municipalities)) {
        const words = wordsOf(text)
        if (weight !== 'A') length += words.length
        const [first, ...others] = words
        if (isOfNames(weight) && first && others.length === 0) wholeNames.push(first.word)
        for (const { word } of [...words, ...joinedWordsOf(text)]) {
          weights.set(word, (weights.get(word) ?? new Set()).add(weight))
        }
      }
      return {
        type,
        recordKey: rowKey(datasets[from.dataset], row),
        municipalities,
        length,
        weights,
        wholeNames,
      }
    }),
  )
}

/** The names of the municipalities of each agreement, in the order of their codes. */
function municipalitiesOf(tables: Tables): Map<string, string[]> {
  const nameOf = new Map(tables.municipalities.map(({ code, name }) => [code, name]))
  const codes = new Map<string, string[]>()
  for (const { agreementId, municipalityCode } of tables.agreement_municipalities) {
    codes.set(agreementId, [...(codes.get(agreementId) ?? []), municipalityCode])
  }
  return new Map(
    [...codes].map(([id, of]) => [id, of.sort().flatMap((code) => nameOf.get(code) ?? [])] as const),
  )
}

/** The Swedish stem of each word, and whether it is a word that says nothing, by PostgreSQL's own dictionary. */
async function stemsOf(tx: Transaction, words: readonly string[]) {
  const found = await tx
    .select({
      word: sql<string>`word`,
      stem: sql<string>`coalesce((ts_lexize('swedish_stem', folded))[1], folded)`,
      isStop: sql<boolean>`coalesce(ts_lexize('swedish_stem', word) = '{}', false)`,
    })
    .from(
      sql`unnest(${sql.param(words)}::text[], ${sql.param(words.map(fold))}::text[]) as asked(word, folded)`,
    )
  return new Map(found.map(({ word, ...rest }) => [word, rest]))
}

/** A word with its weights, as a tsvector is written. Positions are of no use here, but weights need them. */
function tsvectorPart(word: string, weights: ReadonlySet<Weight>): string {
  return `'${word}':${[...weights].map((weight, place) => `${place + 1}${weight}`).join(',')}`
}
