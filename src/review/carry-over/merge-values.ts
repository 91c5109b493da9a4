import type { Quote } from '../../records/field.ts'
import { quotesIn } from '../../records/field.ts'
import { type Decisions, type KeptDecision, wordsOfValue } from './decisions.ts'
import type { WordFinder } from './find-words.ts'
import { type Value, withQuotes } from './values.ts'

/** A value that an editor had decided about. */
export interface Decided {
  readonly value: Value
  readonly kept: KeptDecision
}

/** The values of an item, or of the agreement itself, before and now. */
export interface ValueSides {
  readonly before: readonly Value[]
  /** What was gone already. */
  readonly gone: readonly Decided[]
  readonly draft: readonly Value[]
}

/** The result. */
export interface Merged {
  readonly values: readonly Value[]
  /** The decided values, by name, as they were. */
  readonly kept: ReadonlyMap<string, Decided>
  /** Decided values whose words are not in the text, as they were. */
  readonly gone: readonly Decided[]
}

export interface Merging {
  readonly decisions: Decisions
  readonly finder: WordFinder
  readonly isSameText: boolean
}

/**
 * The values that an editor decided about, located in the new text, and in addition those of the draft that the
 * editor has not rejected. `main` names the value whose words contain those of the others; `isFree` says whether a
 * place may be used for it.
 */
export function mergeValues(
  { before, gone: goneBefore, draft }: ValueSides,
  { decisions, finder, isSameText }: Merging,
  main: string | null,
  isFree: (place: Quote) => boolean,
): Merged {
  const values = new Map<string, Value>()
  const kept = new Map<string, Decided>()
  const gone = new Map<string, Decided>()
  const mainBefore = [...before, ...goneBefore.map(({ value }) => value)].find(({ name }) => name === main)
  const [mainQuote = null] = mainBefore ? quotesIn(mainBefore.fields) : []
  let mainNow: Quote | null = null

  const carry = (value: Value, mayBe = isFree): Value | null => {
    const within = mainQuote && mainNow && { before: mainQuote, now: mainNow }
    const fields = withQuotes(value.fields, (quote) =>
      value.name === main ? finder.find(quote, null, mayBe) : finder.find(quote, within),
    )
    return fields && { ...value, fields }
  }
  const keep = (decided: Decided, mayBe = isFree): void => {
    const { value } = decided
    const carried = isOvertaken(value) ? null : carry(value, mayBe)
    if (!carried) {
      gone.set(value.name, decided)
      return
    }
    values.set(value.name, carried)
    kept.set(value.name, decided)
    if (value.name === main) mainNow = quotesIn(carried.fields)[0] ?? null
  }
  // "Not stated" no longer applies if a new text states it.
  const isOvertaken = (value: Value): boolean => {
    const now = draft.find(({ name }) => name === value.name)
    if (isSameText || !now || quotesIn(value.fields).length > 0 || quotesIn(now.fields).length === 0)
      return false
    const read = decisions.readBefore(value.name)
    return read === null || wordsOfValue(read) !== wordsOfValue(now)
  }

  // What is read as this item now must not be displaced by its former words elsewhere.
  const [mainOfDraft] = quotesIn(draft.find(({ name }) => name === main)?.fields)
  const isOfDraft = ({ at: [start, end] }: Quote) =>
    !mainOfDraft || (start < mainOfDraft.at[1] && mainOfDraft.at[0] < end)
  const mainFirst = (one: Value, other: Value) => Number(other.name === main) - Number(one.name === main)
  const undecided: Value[] = []
  for (const value of before.toSorted(mainFirst)) {
    const decision = decisions.keptAs(value)
    if (decision) keep({ value, kept: decision })
    else undecided.push(value)
  }
  for (const decided of goneBefore.toSorted((one, other) => mainFirst(one.value, other.value))) {
    const { name, fields } = decided.value
    // A later decision of the editor replaces it.
    if (kept.get(name)?.kept.isListed || gone.has(name)) continue
    // A value without words returns only with the whole item.
    const isBack = quotesIn(fields).length > 0 || (before.length === 0 && main !== null && kept.has(main))
    if (isBack) keep(decided, (place) => isFree(place) && isOfDraft(place))
    else gone.set(name, decided)
  }
  for (const value of draft)
    if (!values.has(value.name) && !decisions.isUnwanted(value)) values.set(value.name, value)
  // A decided value belongs to its item, whether or not the program still reads that.
  if (kept.size > 0 && draft.length === 0) {
    for (const value of undecided) {
      const carried = carry(value)
      if (carried) values.set(value.name, carried)
    }
  }
  return { values: [...values.values()], kept, gone: [...gone.values()] }
}
