import { LRUCache } from 'lru-cache'
import type { Statements } from '../statements.ts'
import { KnownWords } from './known-words.ts'
import { NumberSet } from './number-set.ts'
import { type EntrySpan, type Occurrences, type OccurrencesOf, unpacked } from './occurrences.ts'
import { type SearchTerm, searchTerms } from './terms.ts'
import type { SearchType } from './vocabularies.ts'

/** A searchable record. */
export interface Entry {
  readonly number: number
  readonly type: SearchType
  readonly length: number
  readonly key: string
  /** The names of its municipalities. */
  readonly municipalities: readonly string[]
}

/** The approximate memory of a word besides its occurrences. */
const BYTES_PER_WORD = 200
/** The approximate memory of a set of records besides its bits and its key. */
const BYTES_PER_SET = 200
/** The approximate memory of an entry besides its municipalities, and of each of these. */
const BYTES_PER_ENTRY = 300
const BYTES_PER_NAME = 50

/** How often a lookup is repeated if the data changed meanwhile. */
const MOST_TRIES = 5

/** The cache for one state of the data. */
interface KeptIndex {
  /** Identifies the state. */
  readonly state: string
  readonly words: KnownWords
  readonly spans: ReadonlyMap<SearchType, EntrySpan>
  readonly occurrences: LRUCache<string, Occurrences>
  readonly entries: LRUCache<number, Entry>
  readonly sets: LRUCache<string, NumberSet>
}

/** The matching words of a search, their positions, and the records, all from one state of the data. */
export interface LookedUp {
  readonly terms: readonly SearchTerm[]
  readonly occurrencesOf: OccurrencesOf
  readonly spans: ReadonlyMap<SearchType, EntrySpan>
  /** The entries with some numbers, in that order, if they exist. At most one statement. */
  entries(numbers: Uint32Array): Promise<Entry[]>
  /** The set of records with a key. If it is not cached, `read` gives their numbers. */
  setOf(key: string, read: () => Promise<readonly number[]>): Promise<NumberSet>
}

/**
 * The search index in memory, within a limit: all words, the positions of those that were searched for,
 * and the records. It is read when it is first needed, and again after the data have changed.
 */
export class SearchIndex {
  readonly #statements: Statements
  readonly #bytes: { readonly occurrences: number; readonly entries: number; readonly sets: number }
  #kept: Promise<KeptIndex> | null = null
  /** What was read last, to be measured: it may be in use though it is no longer kept. */
  #read: KeptIndex | null = null

  /** `bytes` is the memory that may be taken by what was read for one search, for the next. */
  constructor(statements: Statements, bytes: number) {
    this.#statements = statements
    const part = (share: number) => Math.ceil(bytes * share)
    this.#bytes = { occurrences: part(3 / 8), entries: part(1 / 2), sets: part(1 / 8) }
  }

  /** The memory of what was read for searches, besides the words. */
  get bytes(): number {
    if (!this.#read) return 0
    const { occurrences, entries, sets } = this.#read
    return occurrences.calculatedSize + entries.calculatedSize + sets.calculatedSize
  }

  /** What the typed words stand for, and where. One statement; three more where the data are others than before. */
  async lookUp(words: readonly string[], taken: { readonly fuzzy: boolean }): Promise<LookedUp> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = await this.#get()
      const terms = searchTerms(words, kept.words, taken)
      const answers = [...new Set(terms.flatMap((term) => term.answers.map(({ word }) => word)))]
      const occurrences = await this.#occurrences(kept, answers)
      if (occurrences) {
        return {
          terms,
          occurrencesOf: (word) => occurrences.get(word) ?? NONE,
          spans: kept.spans,
          entries: (numbers) => this.#entries(kept, numbers),
          setOf: (key, read) => setOf(kept, key, read),
        }
      }
      this.#kept = null
    }
    throw new Error(`The data changed ${MOST_TRIES} times during the search`)
  }

  #get(): Promise<KeptIndex> {
    this.#kept ??= this.#load().catch((error: unknown) => {
      this.#kept = null
      throw error
    })
    return this.#kept
  }

  // If the data change in between, the state that is read with the first occurrences is another.
  async #load(): Promise<KeptIndex> {
    const { rows } = this.#statements
    const [state] = await rows(`select ${STATE} from derived_state`, [])
    const words = await rows('select word, is_name from search_words order by records desc, word', [])
    const spans = await rows(
      'select type, min(number), max(number) + 1 from search_entries group by type',
      [],
    )
    const entries = new LRUCache<number, Entry>({
      maxSize: this.#bytes.entries,
      sizeCalculation: ({ municipalities }) => BYTES_PER_ENTRY + BYTES_PER_NAME * municipalities.length,
    })
    // No more than there is room for.
    const first = await rows(`${ENTRIES} where number < $1`, [
      Math.floor(this.#bytes.entries / BYTES_PER_ENTRY),
    ])
    for (const entry of first.map(entryOf)) entries.set(entry.number, entry)
    this.#read = {
      state: String(state?.[0]),
      words: new KnownWords(words.map(([word, isName]) => ({ word: String(word), isName: isName === true }))),
      spans: new Map(
        spans.map(([type, from, to]) => [type as SearchType, { from: Number(from), to: Number(to) }]),
      ),
      occurrences: new LRUCache({
        maxSize: this.#bytes.occurrences,
        sizeCalculation: ({ byteLength }) => byteLength + BYTES_PER_WORD,
      }),
      entries,
      sets: new LRUCache({
        maxSize: this.#bytes.sets,
        sizeCalculation: ({ bytes }, key) => bytes + 2 * key.length + BYTES_PER_SET,
      }),
    }
    return this.#read
  }

  /** Where some words stand; null if the data are others than those that are kept. */
  async #occurrences(
    { state, occurrences }: KeptIndex,
    words: readonly string[],
  ): Promise<Map<string, Occurrences> | null> {
    const known = new Map<string, Occurrences>()
    const unknown: string[] = []
    for (const word of words) {
      const of = occurrences.get(word)
      if (of) known.set(word, of)
      else unknown.push(word)
    }
    // Together, so that what is read is of the state that is told.
    const rows = await this.#statements.rows(OCCURRENCES, [unknown])
    if (String(rows[0]?.[0]) !== state) return null
    for (const [, word, packed] of rows) {
      if (typeof word !== 'string') continue
      const of = unpacked(String(packed))
      occurrences.set(word, of)
      known.set(word, of)
    }
    return known
  }

  async #entries({ entries }: KeptIndex, numbers: Uint32Array): Promise<Entry[]> {
    const found = new Map<number, Entry>()
    const missing: number[] = []
    for (const number of numbers) {
      const entry = entries.get(number)
      if (entry) found.set(number, entry)
      else missing.push(number)
    }
    if (missing.length > 0) {
      const rows = await this.#statements.rows(`${ENTRIES} where number = any($1::text::int[])`, [
        `{${missing.join()}}`,
      ])
      for (const entry of rows.map(entryOf)) {
        entries.set(entry.number, entry)
        found.set(entry.number, entry)
      }
    }
    return Array.from(numbers).flatMap((number) => found.get(number) ?? [])
  }
}

async function setOf(
  { spans, sets }: KeptIndex,
  key: string,
  read: () => Promise<readonly number[]>,
): Promise<NumberSet> {
  const at = sets.get(key)
  if (at) return at
  const size = Math.max(0, ...Array.from(spans.values(), ({ to }) => to))
  const set = new NumberSet(await read(), size)
  sets.set(key, set)
  return set
}

const NONE: Occurrences = new Uint32Array()

const STATE = "revision || ' ' || version"

const OCCURRENCES = `select ${STATE}, word, occurrences
  from derived_state left join search_words on word = any($1::text[])`

const ENTRIES = 'select number, type, length, record_key, municipalities from search_entries'

function entryOf([number, type, length, key, municipalities]: readonly unknown[]): Entry {
  // As the table has them.
  return { number, type, length, key, municipalities } as Entry
}
