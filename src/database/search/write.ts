import { rowKey } from '../../datasets/dataset.ts'
import { datasets, type Tables } from '../../datasets/index.ts'
import type { Transaction } from '../client.ts'
import { insertRows } from '../insert-rows.ts'
import { searchEntries, searchWords } from '../tables/search.ts'
import { packed, placeNumber } from './occurrences.ts'
import { type FieldText, isOfNames, searched, textsOf } from './searched.ts'
import { isStopWord } from './stop-words.ts'
import { type SearchType, searchTypes } from './vocabularies.ts'
import { joinedWordsOf, wordsOf } from './words.ts'

interface NewEntry {
  readonly type: SearchType
  readonly recordKey: string
  readonly municipalities: string[]
  readonly length: number
  readonly texts: readonly FieldText[]
}

/** A word with its positions, as in `Occurrences`. */
interface Gathered {
  readonly occurrences: number[]
  records: number
  isName: boolean
}

/** Replaces the search tables, which are derived from the rows. */
export async function writeSearch(tx: Transaction, tables: Tables): Promise<void> {
  const entries = entriesOf(tables).map((entry, number) => ({ ...entry, number }))
  const words = gatheredWords(entries)
  await tx.delete(searchEntries)
  await tx.delete(searchWords)
  await insertRows(
    tx,
    searchEntries,
    entries.map(({ texts: _texts, ...row }) => row),
  )
  await insertRows(tx, searchWords, words)
}

/** All searchable records, in the order of equally good hits. */
function entriesOf(tables: Tables): NewEntry[] {
  const names = municipalitiesOf(tables)
  return searchTypes.flatMap((type) => {
    const from = searched[type]
    const entries = tables[from.dataset].map((row): NewEntry => {
      const agreement = 'agreement' in from ? String({ ...row }[from.agreement as never]) : null
      const municipalities = (agreement !== null && names.get(agreement)) || []
      const texts = textsOf(type, row, municipalities)
      const length = texts.reduce(
        (sum, { weight, text }) => sum + (weight === 'A' ? 0 : wordsOf(text).length),
        0,
      )
      return { type, recordKey: rowKey(datasets[from.dataset], row), municipalities, length, texts }
    })
    return entries.sort(
      (one, other) => one.length - other.length || (one.recordKey < other.recordKey ? -1 : 1),
    )
  })
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

/** Every word of the entries with its positions. Stop words are omitted, unless they are a whole name. */
function gatheredWords(
  entries: readonly (NewEntry & { number: number })[],
): (typeof searchWords.$inferInsert)[] {
  const gathered = new Map<string, Gathered>()
  for (const { number, texts } of entries) {
    let position = 0
    for (const text of texts) {
      position = gather(gathered, number, text, position) + 1
    }
  }
  const names = wholeNames(entries)
  const told = [...gathered].filter(([word]) => !isStopWord(word) || names.has(word))
  return told.map(([word, { occurrences, records, isName }]) => ({
    word,
    records,
    isName,
    occurrences: packed(Uint32Array.from(occurrences)),
  }))
}

/** Adds the words of a text; gives the position after it. */
function gather(
  gathered: Map<string, Gathered>,
  number: number,
  { text, weight, isProperName }: FieldText,
  position: number,
): number {
  const words = wordsOf(text)
  const lastEnd = words.at(-1)?.end
  const add = (word: string, at: number, end: number) => {
    // A stop word in a text may be a whole name elsewhere: Vara is a municipality.
    if (isStopWord(word) && !isOfNames(weight)) return
    const of = gathered.get(word) ?? { occurrences: [], records: 0, isName: false }
    if (of.occurrences.at(-2) !== number) of.records++
    of.isName ||= isProperName
    const place = { weight, isFirst: at === 0, isLast: end === lastEnd, position: position + at }
    of.occurrences.push(number, placeNumber(place))
    gathered.set(word, of)
  }
  const joined = Map.groupBy(joinedWordsOf(text), ({ start }) => start)
  for (const [at, { word, start, end }] of words.entries()) {
    add(word, at, end)
    for (const whole of joined.get(start) ?? []) add(whole.word, at, whole.end)
  }
  return position + words.length
}

/** The names that are a single word. */
function wholeNames(entries: readonly NewEntry[]): Set<string> {
  const names = entries.flatMap(({ texts }) => texts.filter(({ weight }) => isOfNames(weight)))
  return new Set(
    names.flatMap(({ text }) => {
      const [first, ...others] = wordsOf(text)
      return first && others.length === 0 ? [first.word] : []
    }),
  )
}
