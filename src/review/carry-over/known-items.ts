import type { Quote } from '../../records/field.ts'
import { type Fields, isFields, quotesIn } from '../../records/field.ts'
import { type ListName, lists } from '../../records/lists.ts'
import { shortId, shortName } from '../record/names.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { KnownItem, KnownItems, Wording } from './match-items.ts'

export type KnownIn = (list: ListName) => KnownItems

/**
 * The items that have ids: those that the program read from a document before, and those that an editor made, whose
 * words `findNow` finds in the new text.
 */
export function knownItems(
  readBefore: Unfinished | null,
  record: Unfinished | null,
  findNow: (quote: Quote) => Quote | null = () => null,
): KnownIn {
  const rejected = new Map(
    record?.review
      ?.filter(({ state }) => state === 'rejected')
      .map(({ value, words }) => [shortName(value), words]),
  )
  const was = new Map(record?.gone?.map((each) => [shortName(each.value), each.was]))
  const isFinished = record !== null && record.reviewed !== null
  const standingOf = (item: Fields | undefined) => {
    const [quote] = quotesIn(item?.text)
    return (quote && findNow(quote)?.at) ?? null
  }
  return (list) => {
    const edited = new Map(record?.[list].map((item) => [shortId(item.id), item]))
    const read = new Map(readBefore?.[list].map((item) => [shortId(item.id), item]))
    const known = (id: string): KnownItem => {
      const parts = [read.get(id), edited.get(id), was.get(id), was.get(`${id}.text`)]
      const wordings = parts.flatMap((part) => (part ? [wordingOf(list, part)] : []))
      const words = rejected.get(id)
      return {
        id,
        wordings: words ? [...wordings, { kind: '', words, at: null }] : wordings,
        standsAt: standingOf(edited.get(id)),
        isGone: !edited.has(id) && (rejected.has(id) || was.has(id) || isFinished),
      }
    }
    const isOfList = new RegExp(`^${lists[list].letter}\\d+$`)
    const others = [...edited.keys(), ...was.keys(), ...rejected.keys()].filter(
      (id) => isOfList.test(id) && !read.has(id),
    )
    return { read: [...read.keys()].map(known), others: [...new Set(others)].map(known) }
  }
}

/** What distinguishes an item from the others of its list. */
export function wordingOf(list: ListName, item: Fields): Wording {
  const [quote] = quotesIn(list === 'signatures' ? item.name : item.text)
  const said = { words: quote?.words ?? '', at: quote?.at ?? null }
  if (list !== 'issues') return { kind: '', ...said }
  const { en } = isFields(item.explanation) ? item.explanation : {}
  return { kind: `${item.kind} ${en}`, ...said }
}
