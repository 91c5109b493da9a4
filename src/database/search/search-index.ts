import { asc, desc, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Reader } from '../client.ts'
import { derivedState, searchEntries, searchWords } from '../tables/search.ts'
import { KnownWords } from './known-words.ts'
import { type Occurrences, type OccurrencesOf, type Span, unpacked } from './occurrences.ts'
import { type Term, termsOf } from './terms.ts'
import type { SearchType } from './vocabularies.ts'

/** The memory that occurrences may take that were read for one search, for the next. */
const MAX_OCCURRENCE_BYTES = 32 * 2 ** 20
/** About what a word takes besides its occurrences. */
const BYTES_PER_WORD = 200

/** How often what was looked up while the data changed is looked up again. */
const MOST_TRIES = 5

/** What is kept of one state of the data. */
interface Kept {
  /** Tells the state from all others. */
  readonly state: string
  readonly words: KnownWords
  readonly spans: ReadonlyMap<SearchType, Span>
  readonly occurrences: LRUCache<string, Occurrences>
}

/** The words of a search, where they stand, and which numbers the records of each type have: all of one state of the data. */
export interface LookedUp {
  readonly terms: readonly Term[]
  readonly occurrencesOf: OccurrencesOf
  readonly spans: ReadonlyMap<SearchType, Span>
}

/**
 * What search knows of the data, in memory as far as there is room: all words, and where those stand that were
 * searched for. It is read when first asked for, and anew once the data have changed.
 */
export class SearchIndex {
  readonly #reader: Reader
  #kept: Promise<Kept> | null = null

  constructor(reader: Reader) {
    this.#reader = reader
  }

  /** What the typed words stand for, and where. One statement, two more where the data are others than before. */
  async lookUp(words: readonly string[], taken: { readonly fuzzy: boolean }): Promise<LookedUp> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = await this.#get()
      const terms = termsOf(words, kept.words, taken)
      const answers = [...new Set(terms.flatMap((term) => term.answers.map(({ word }) => word)))]
      const occurrences = await this.#read(kept, answers)
      if (occurrences) {
        const occurrencesOf = (word: string) => occurrences.get(word) ?? NONE
        return { terms, occurrencesOf, spans: kept.spans }
      }
      this.#kept = null
    }
    throw new Error(`The data changed ${MOST_TRIES} times while they were searched`)
  }

  #get(): Promise<Kept> {
    this.#kept ??= this.#load().catch((error: unknown) => {
      this.#kept = null
      throw error
    })
    return this.#kept
  }

  async #load(): Promise<Kept> {
    const [found] = await this.#reader.select({ state: STATE }).from(derivedState)
    const words = await this.#reader
      .select({ word: searchWords.word, isName: searchWords.isName })
      .from(searchWords)
      .orderBy(desc(searchWords.records), asc(searchWords.word))
    const spans = await this.#reader
      .select({
        type: sql<SearchType>`${searchEntries.type}`,
        from: sql<number>`min(${searchEntries.number})`,
        to: sql<number>`max(${searchEntries.number}) + 1`,
      })
      .from(searchEntries)
      .groupBy(searchEntries.type)
    return {
      state: found?.state ?? '',
      words: new KnownWords(words),
      spans: new Map(spans.map(({ type, from, to }) => [type, { from, to }])),
      occurrences: new LRUCache({
        maxSize: MAX_OCCURRENCE_BYTES,
        sizeCalculation: ({ byteLength }) => byteLength + BYTES_PER_WORD,
      }),
    }
  }

  /** Where some words stand; null if the data are others than those that are kept. */
  async #read(
    { state, occurrences }: Kept,
    words: readonly string[],
  ): Promise<Map<string, Occurrences> | null> {
    const known = new Map(
      words.flatMap((word) => {
        const of = occurrences.get(word)
        return of ? [[word, of] as const] : []
      }),
    )
    const unknown = words.filter((word) => !known.has(word))
    // Together, so that what is read is of the state that is told.
    const rows = await this.#reader
      .select({ state: STATE, word: searchWords.word, occurrences: searchWords.occurrences })
      .from(derivedState)
      .leftJoin(searchWords, sql`${searchWords.word} = any(${sql.param(unknown)}::text[])`)
    if ((rows[0]?.state ?? '') !== state) return null
    for (const row of rows) {
      if (row.word === null || row.occurrences === null) continue
      const of = unpacked(row.occurrences)
      occurrences.set(row.word, of)
      known.set(row.word, of)
    }
    return known
  }
}

const NONE: Occurrences = new Uint32Array()

const STATE = sql<string>`${derivedState.revision} || ' ' || ${derivedState.version}`
