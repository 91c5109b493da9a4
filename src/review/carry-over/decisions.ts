import { quotesIn } from '../../records/field.ts'
import { shortName } from '../record/names.ts'
import type { GoneValue, ReviewEntry, Unfinished } from '../record/unfinished.ts'
import { recordValues, type Value, type Values } from './values.ts'
import { plainWords } from './words.ts'

/** An editor's decision about a value that remains; `isListed` if it was recorded, and not only implied. */
export interface KeptDecision {
  readonly state: GoneValue['state']
  readonly isListed: boolean
}

/** An editor's decisions about the values of a record, recorded or not. */
export class Decisions {
  readonly #listed: ReadonlyMap<string, ReviewEntry>
  readonly #isFinished: boolean
  /** What the program read from the same text, by name. */
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
   * The decision about a value of the record; null if nobody has looked at it. In a finished record everything is
   * accepted. A value that differs from what the program read comes from the editor, even if no list says so.
   */
  keptAs(value: Value): KeptDecision | null {
    const listed = this.#covering(value)
    if (listed && listed.state !== 'rejected') return { state: listed.state, isListed: true }
    if (this.#isFinished) return { state: 'accepted', isListed: true }
    const read = this.#read.get(value.name)
    return read && saysTheSame(read, value) ? null : { state: 'corrected', isListed: false }
  }

  /** Whether the editor did not want a value that the program reads now and the record lacks. */
  isUnwanted(value: Value): boolean {
    const listed = this.#covering(value)
    if (listed?.state === 'rejected') return plainWords(listed.words ?? '') === wordsOfValue(value)
    const read = this.#read.get(value.name)
    const hasLooked = listed !== null || this.#isFinished
    return hasLooked && read !== undefined && wordsOfValue(read) === wordsOfValue(value)
  }

  /** Whether the editor did not want an item that the program reads in the same words as before. */
  isUnwantedItem(id: string): boolean {
    if (this.#items.has(id)) return false
    return this.#listed.get(id)?.state === 'rejected' || (this.#isFinished && this.#itemsRead.has(id))
  }

  /** What the program read before under a name. */
  readBefore(name: string): Value | null {
    return this.#read.get(name) ?? null
  }

  /** The recorded decision about a value: about itself, or about what contains it. */
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

/** The words that a value is based on. */
export function wordsOfValue({ fields }: Value): string {
  return plainWords(quotesIn(fields)[0]?.words ?? '')
}

function saysTheSame(one: Value, other: Value): boolean {
  return JSON.stringify(sortedThroughout(one.fields)) === JSON.stringify(sortedThroughout(other.fields))
}

/** The same without null values, with fields sorted by name. */
function sortedThroughout(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sortedThroughout)
  if (typeof part !== 'object' || part === null) return part
  return Object.entries(part)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, sortedThroughout(value)])
}
