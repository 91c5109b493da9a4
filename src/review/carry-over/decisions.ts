import { quotesIn } from '../../records/field.ts'
import { shortName } from '../record/names.ts'
import type { GoneValue, ReviewEntry, Unfinished } from '../record/unfinished.ts'
import { recordValues, type Value, type Values } from './values.ts'
import { plainWords } from './words.ts'

/** What an editor decided on a value that is to stay; `isListed` where that was said of it, and not only done. */
export interface KeptDecision {
  readonly state: GoneValue['state']
  readonly isListed: boolean
}

/** What an editor decided about the values of a record, listed or not. */
export class Decisions {
  readonly #listed: ReadonlyMap<string, ReviewEntry>
  readonly #isFinished: boolean
  /** What the program read of the same text, by name. */
  readonly #read: ReadonlyMap<string, Value>
  readonly #items: ReadonlySet<string>
  readonly #itemsRead: ReadonlySet<string>

  constructor(record: Unfinished, read: Values) {
    this.#listed = new Map(record.review.map((each) => [shortName(each.value), each]))
    this.#isFinished = record.reviewed !== null
    this.#read = new Map(allOf(read).map((value) => [value.name, value]))
    this.#items = new Set(recordValues(record).items.map(({ id }) => id))
    this.#itemsRead = new Set(read.items.map(({ id }) => id))
  }

  /**
   * What was decided on a value of the record; null where nobody has looked at it. In a finished record all is
   * accepted. What differs from what the program read is the editor's, though no list says so.
   */
  keptAs(value: Value): KeptDecision | null {
    const listed = this.#covering(value)
    if (listed && listed.state !== 'rejected') return { state: listed.state, isListed: true }
    if (this.#isFinished) return { state: 'accepted', isListed: true }
    const read = this.#read.get(value.name)
    return read && saysTheSame(read, value) ? null : { state: 'corrected', isListed: false }
  }

  /** Whether a value that the program reads now, and the record lacks, is one that an editor did not want. */
  isUnwanted(value: Value): boolean {
    const listed = this.#covering(value)
    if (listed?.state === 'rejected') return plainWords(listed.words ?? '') === wordsOfValue(value)
    const read = this.#read.get(value.name)
    const hasLooked = listed !== null || this.#isFinished
    return hasLooked && read !== undefined && wordsOfValue(read) === wordsOfValue(value)
  }

  /** Whether an item that the program reads in the same words as before is one that an editor did not want. */
  isUnwantedItem(id: string): boolean {
    if (this.#items.has(id)) return false
    return this.#listed.get(id)?.state === 'rejected' || (this.#isFinished && this.#itemsRead.has(id))
  }

  /** What the program read before under a name. */
  readBefore(name: string): Value | null {
    return this.#read.get(name) ?? null
  }

  /** What is listed of a value: of itself, or of what it is part of. */
  #covering({ name, decision }: Value): ReviewEntry | null {
    for (const each of [name, decision]) {
      const listed = this.#listed.get(each)
      if (listed) return listed
    }
    for (let end = decision.lastIndexOf('.'); end > 0; end = decision.lastIndexOf('.', end - 1)) {
      const listed = this.#listed.get(decision.slice(0, end))
      if (listed) return listed
    }
    return null
  }
}

function allOf({ own, items }: Values): Value[] {
  return [...own, ...items.flatMap(({ values }) => values)]
}

/** The words that a value rests on. */
export function wordsOfValue({ fields }: Value): string {
  return plainWords(quotesIn(fields)[0]?.words ?? '')
}

function saysTheSame(one: Value, other: Value): boolean {
  return JSON.stringify(sortedThroughout(one.fields)) === JSON.stringify(sortedThroughout(other.fields))
}

/** The same without what is null, its fields in the order of their names. */
function sortedThroughout(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sortedThroughout)
  if (typeof part !== 'object' || part === null) return part
  return Object.entries(part)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, sortedThroughout(value)])
}
