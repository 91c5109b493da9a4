import { type Fields, isFields, type Quote, quotesIn } from '../../records/field.ts'
import type { ListName } from '../../records/lists.ts'
import { GONE, longName, prefixOf, shortName } from '../record/names.ts'
import { readingsById } from '../record/readings.ts'
import type { ReviewEntry, Unfinished } from '../record/unfinished.ts'
import { composeRecord, inListOrder, inRecordOrder, valuesInFieldOrder } from './compose-record.ts'
import { Decisions, wordsOfValue } from './decisions.ts'
import { WordFinder } from './find-words.ts'
import { goneBefore, goneItems, goneValues, type MergedItem } from './gone.ts'
import { type Merged, type Merging, mergeValues, type ValueSides } from './merge-values.ts'
import { type Item, recordValues } from './values.ts'

/** A record, and the text that its quotes point into. */
interface OfText {
  readonly record: Unfinished
  readonly text: string
}

/** The editor's record, what the program read from the same text, and what it reads now, with consistent ids. */
interface CarryOver {
  readonly before: OfText
  readonly readBefore: Unfinished
  readonly draft: OfText
}

/**
 * The editor's record for a new text: their decisions stay where the words still occur, with ids and values; what the
 * program reads beyond that is added undecided; what the editor rejected is not offered again. Values whose words are
 * gone move from the record to its list `gone`. The record of a changed text has not been reviewed.
 */
export function carryOver({ before, readBefore, draft }: CarryOver): Fields {
  const isSameText = before.text === draft.text
  const decisions = new Decisions(before.record, recordValues(readBefore))
  const merging = { decisions, finder: new WordFinder(before.text, draft.text), isSameText }
  const { own: sides, items: itemSides } = recordSides(before.record, draft.record)
  const merged = mergeValues(sides, merging, null, () => true)
  const own = { ...merged, values: valuesInFieldOrder(merged.values) }
  const { whole: settled, left } = settle(mergeItems(itemSides, merging))
  const whole = inListOrder(settled)

  const id = before.record.id ?? draft.record.id
  const prefix = prefixOf(id)
  const named = <T extends { readonly value: string }>(each: T): T => ({
    ...each,
    value: longName(each.value, prefix),
  })
  const composed = composeRecord(own.values, whole, prefix)
  const gone = [...goneValues([own, ...whole].flatMap((each) => each.gone)), ...goneItems(left, prefix)]
  const isGone = new Set(gone.map(({ value }) => GONE + longName(value, prefix)))
  const held = before.record.review.filter(({ value, state }) => state === 'rejected' || isGone.has(value))
  const [documentBefore, document] = [before.record.document, draft.record.document]
  return inRecordOrder({
    ...composed,
    id,
    document: {
      ...document,
      id: documentBefore.id ?? document.id,
      // A file read from disk was somewhere else before.
      url: document.url ?? documentBefore.url,
      retrievedOn: document.retrievedOn ?? documentBefore.retrievedOn,
      ...(isFields(composed.document) ? composed.document : {}),
    },
    reviewed: isSameText ? before.record.reviewed : null,
    reviewedBefore: (isSameText ? null : before.record.reviewed) ?? before.record.reviewedBefore,
    reading: readingsOf(before.record, draft.record, [own, ...whole]).map(named),
    review: [
      ...held.map((each) => ({ ...each, value: shortName(each.value) })),
      ...[own, ...whole].flatMap(decisionsIn),
    ].map(named),
    gone: gone.length > 0 ? gone.map(named) : null,
  })
}

type ItemSides = ValueSides & Pick<Item, 'id' | 'list'>

/** The state of each item: first those that the editor has, then new ones, then those that were gone. */
function recordSides(before: Unfinished, draft: Unfinished): { own: ValueSides; items: ItemSides[] } {
  const [{ own, items }, values, gone] = [recordValues(before), recordValues(draft), goneBefore(before)]
  const sides = new Map<string, ItemSides>()
  const add = ({ id, list }: Pick<Item, 'id' | 'list'>, part: Partial<ValueSides>) =>
    sides.set(id, { id, list, before: [], gone: [], draft: [], ...sides.get(id), ...part })
  for (const item of items) add(item, { before: item.values })
  for (const item of values.items) add(item, { draft: item.values })
  for (const item of gone.items) add(item, { gone: item.values })
  return { own: { before: own, gone: gone.own, draft: values.own }, items: [...sides.values()] }
}

function mergeItems(items: readonly ItemSides[], merging: Merging): MergedItem[] {
  /** The place of an item's words, which no other item of its list can have. */
  const taken = new Set<string>()
  return items
    .filter(({ id }) => !merging.decisions.isUnwantedItem(id))
    .map(({ id, list, ...sides }) => {
      const main = `${id}.${list === 'signatures' ? 'name' : 'text'}`
      const key = ({ at }: Quote) => `${list} ${at.join()}`
      const merged = mergeValues(sides, merging, main, (place) => list === 'issues' || !taken.has(key(place)))
      const said = merged.kept.has(main) ? merged.values.find(({ name }) => name === main) : undefined
      for (const place of quotesIn(said?.fields).slice(0, 1)) taken.add(key(place))
      return { id, list, ...merged }
    })
}

/** Without these an item says nothing. */
const NEEDED: { readonly [list in ListName]?: readonly string[] } = {
  signatures: ['name', 'role', 'organisation'],
  issues: ['explanation'],
}

/** The items that still say something, with links to such items only; and those that no longer do. */
function settle(items: readonly MergedItem[]): { whole: MergedItem[]; left: MergedItem[] } {
  const lacks = ({ id, list, values, gone }: MergedItem) => {
    const isThere = (field: string) => values.some(({ name }) => name === `${id}.${field}`)
    // An issue is removed together with the words that it is about.
    const hasLostText = gone.some(({ value }) => value.name === `${id}.text`) && !isThere('text')
    return hasLostText || !(NEEDED[list] ?? ['text']).every(isThere)
  }
  const ids = new Set(items.filter((item) => !lacks(item)).map(({ id }) => id))
  const isLeft = (item: MergedItem) =>
    !ids.has(item.id) ||
    item.values.some(({ fields }) => 'record' in fields && !ids.has(String(fields.record)))
  const whole = items
    .filter((item) => !isLeft(item))
    .map((item) => ({
      ...item,
      values: item.values.map((value) => ({ ...value, fields: linkedOnlyTo(value.fields, ids) })),
    }))
  return { whole, left: items.filter(isLeft) }
}

function linkedOnlyTo(fields: Fields, ids: ReadonlySet<string>): Fields {
  const { promises } = fields
  if (!Array.isArray(promises)) return fields
  return { ...fields, promises: promises.filter((link) => isFields(link) && ids.has(String(link.id))) }
}

/** What remains decided: a joint decision stays only if everything it covers does. */
function decisionsIn({ values, kept, gone }: Merged): ReviewEntry[] {
  return [...Map.groupBy(values, ({ decision }) => decision)].flatMap(([name, together]) => {
    const states = together.map((value) => kept.get(value.name)?.kept)
    const isWhole =
      states.every((each) => each?.isListed) && !gone.some(({ value }) => value.decision === name)
    const state = states.find((each) => each?.state !== 'accepted')?.state ?? 'accepted'
    const words = together.map(wordsOfValue).find((each) => each !== '') ?? null
    return isWhole ? [{ value: name, state, words }] : []
  })
}

/** The rule by which each value was read: before for kept values, now for the others. */
function readingsOf(before: Unfinished, draft: Unfinished, parts: readonly Merged[]) {
  const [readBefore, readNow] = [before, draft].map(
    (record) => new Map(readingsById(record).map((reading) => [shortName(reading.value), reading])),
  )
  const seen = new Set<string>()
  return parts.flatMap(({ values, kept }) =>
    values.flatMap(({ name, decision }) =>
      [decision, name].flatMap((value) => {
        const reading = (kept.has(name) ? readBefore : readNow)?.get(value)
        if (!reading || seen.has(value)) return []
        seen.add(value)
        return [{ ...reading, value }]
      }),
    ),
  )
}
