import type { Commitment, Unfinished } from './unfinished.ts'
import type { Words } from './words.ts'

/** What may separate two items of a list: signs, numbers, and a label such as "Polisen:". */
const BETWEEN_ITEMS = /^[^\p{L}]*(?:[^\n]{1,60}:\s*)?$/u

/**
 * The promises or activities in the same list as one of them, in order; only itself if it is alone. Items
 * of a list are of one kind, and only signs separate them in the document.
 */
export function listAround(record: Unfinished, { points }: Words, id: string): readonly Commitment[] {
  const all: readonly Commitment[] = record.promises.some((each) => each.id === id)
    ? record.promises
    : record.activities
  const others = all === record.promises ? record.activities : record.promises
  const index = all.findIndex((each) => each.id === id)
  const isNext = (one: Commitment | undefined, other: Commitment | undefined) => {
    if (!one || !other) return false
    const [start, end] = [one.text.at[1], other.text.at[0]]
    if (start > end || others.some(({ text: { at } }) => at[0] >= start && at[1] <= end)) return false
    return BETWEEN_ITEMS.test(points.slice(start, end).join(''))
  }
  let [first, last] = [index, index]
  while (isNext(all[first - 1], all[first])) first--
  while (isNext(all[last], all[last + 1])) last++
  return all.slice(first, last + 1)
}

/** For each promise or activity, the first of its list. */
export function listsOf(record: Unfinished, words: Words): Map<string, string> {
  const firsts = new Map<string, string>()
  for (const { id } of [...record.promises, ...record.activities]) {
    if (firsts.has(id)) continue
    const list = listAround(record, words, id)
    for (const each of list) firsts.set(each.id, list[0]?.id ?? id)
  }
  return firsts
}
