import { type TextRange, touch } from '../../common/text-range.ts'
import { countWords, plainWords } from './words.ts'

/** What distinguishes an item of a record from the others of its list. */
export interface Wording {
  /** Only items of one kind can match: an issue that says something else about the same words is another issue. */
  readonly kind: string
  readonly words: string
  /** The place of its words, if known. */
  readonly at: TextRange | null
}

/** An item that an id was given for. */
export interface KnownItem {
  /** The id without that of the agreement: `p3`. */
  readonly id: string
  /** As the program read it, and as the editor has it. */
  readonly wordings: readonly Wording[]
  /** No longer in the record: matched only by identical words, so that its id is not reused. */
  readonly isGone: boolean
  /** The place of the editor's words in the new text: then it matches nothing elsewhere. */
  readonly standsAt: TextRange | null
}

/** Items that were known before. */
export interface KnownItems {
  /** What the program read before, in text order. */
  readonly read: readonly KnownItem[]
  /** What only an editor has, and what was in an earlier text. */
  readonly others: readonly KnownItem[]
}

/** The least part of all the words of two items that they must share. */
export const LEAST_SHARE = 0.5

/**
 * Matches each new item with a known one, or null if it is new; each known item is used once. First come items with the
 * same words: from the beginning and from the end of the list as far as both agree, then the others in order. Then
 * items that share at least half of their words, the largest share first and equal ones in order; if its words are still
 * in the text, an item matches only there.
 */
export function matchItems(known: KnownItems, found: readonly Wording[]): (KnownItem | null)[] {
  const matched = new Map<number, KnownItem>()
  const taken = new Set<KnownItem>()
  const match = (index: number, item: KnownItem) => {
    matched.set(index, item)
    taken.add(item)
  }
  matchEnds(known.read, found, match)
  const rest = () =>
    found.map((wording, index) => ({ wording, index })).filter(({ index }) => !matched.has(index))
  const free = () => [...known.read, ...known.others].filter((item) => !taken.has(item))
  matchSame(free(), rest(), match)
  for (const { item, index } of sharesOf(free(), rest())) {
    if (!matched.has(index) && !taken.has(item)) match(index, item)
  }
  return found.map((_, index) => matched.get(index) ?? null)
}

type Match = (index: number, item: KnownItem) => void
interface FoundWording {
  readonly wording: Wording
  readonly index: number
}
interface ItemPair {
  readonly item: KnownItem
  readonly index: number
  readonly share: number
  /** The order of pairs with the same share. */
  readonly order: number
}

/** Items equal up to the first edit and from the last one on: so that of two items with the same words each keeps its own id. */
function matchEnds(read: readonly KnownItem[], found: readonly Wording[], match: Match): void {
  const isSame = (item: KnownItem | undefined, wording: Wording | undefined) =>
    item !== undefined &&
    wording !== undefined &&
    item.wordings.some((each) => wordingKey(each) === wordingKey(wording))
  let start = 0
  while (isSame(read[start], found[start])) {
    match(start, read[start] as KnownItem)
    start++
  }
  const shorter = Math.min(read.length, found.length)
  for (let end = 1; end <= shorter - start && isSame(read.at(-end), found.at(-end)); end++)
    match(found.length - end, read.at(-end) as KnownItem)
}

/** Items with the same words, in order. If there are more known than new ones, items that are gone come last. */
function matchSame(known: readonly KnownItem[], found: readonly FoundWording[], match: Match): void {
  const wanted = Map.groupBy(found, ({ wording }) => wordingKey(wording))
  const free = new Map<string, KnownItem[]>()
  for (const item of known)
    for (const key of new Set(item.wordings.map(wordingKey))) free.set(key, [...(free.get(key) ?? []), item])
  const taken = new Set<KnownItem>()
  for (const [key, group] of wanted) {
    const items = (free.get(key) ?? []).filter((item) => !taken.has(item))
    const kept =
      items.length > group.length ? items.toSorted((a, b) => Number(a.isGone) - Number(b.isGone)) : items
    for (const [at, { index }] of group.entries()) {
      const item = kept[at]
      if (!item) break
      taken.add(item)
      match(index, item)
    }
  }
}

/** The pairs that share enough words, the largest share first. */
function sharesOf(known: readonly KnownItem[], found: readonly FoundWording[]): ItemPair[] {
  const wordings = known
    .filter(({ isGone }) => !isGone)
    .flatMap((item) => item.wordings.map((wording) => ({ item, total: totalOf(wording), wording })))
  // The count of each word per item: only pairs with a word in common are examined.
  const having = new Map<string, { readonly at: number; readonly count: number }[]>()
  for (const [at, { wording }] of wordings.entries()) {
    for (const [word, count] of countedWords(wording)) {
      const list = having.get(word)
      if (list) list.push({ at, count })
      else having.set(word, [{ at, count }])
    }
  }
  const pairs: ItemPair[] = []
  for (const { wording, index } of found) {
    const total = totalOf(wording)
    const shared = new Uint32Array(wordings.length)
    for (const [word, count] of countedWords(wording))
      for (const other of having.get(word) ?? [])
        shared[other.at] = (shared[other.at] ?? 0) + Math.min(count, other.count)
    for (const [order, { item, total: others }] of wordings.entries()) {
      const common = shared[order] ?? 0
      const share = common === 0 ? 0 : common / (total + others - common)
      if (share >= LEAST_SHARE && mayBeAt(item.standsAt, wording.at))
        pairs.push({ item, index, share, order })
    }
  }
  return pairs.sort((a, b) => b.share - a.share || a.index - b.index || a.order - b.order)
}

function mayBeAt(stands: TextRange | null, at: TextRange | null): boolean {
  return stands === null || at === null || touch(stands, at)
}

/** The words of an item, kept apart by kind, with their counts. */
function countedWords({ kind, words }: Wording): [string, number][] {
  return [...countWords(words)].map(([word, count]) => [`${kind}\n${word}`, count])
}

function totalOf(wording: Wording): number {
  return countedWords(wording).reduce((total, [, count]) => total + count, 0)
}

function wordingKey({ kind, words }: Wording): string {
  return `${kind}\n${plainWords(words)}`
}
