import { type TextRange, touch } from '../common/text-range.ts'
import { CONFIDENCE } from './confidence.ts'
import type { Draft, DraftIssue } from './draft.ts'
import { type EvaluatedField, FIELDS, type Miss } from './evaluate.ts'

// Whether an editor is asked about what is wrong in a draft, or believes it. Two things ask: an issue, and a value that
// is marked as unsure, since such a value is never accepted with others. A line that is told as not read asks about all
// that is missing from it.

/** How many of the values that are wrong, or missing, an editor is asked about. */
export interface AskedRow {
  readonly field: EvaluatedField
  readonly kind: Miss['kind']
  readonly wrong: number
  readonly asked: number
}

/** What is wrong in one draft. */
interface WrongDraft {
  readonly draft: Draft
  readonly misses: readonly Miss[]
}

/** Counts by field and kind, in the order of the fields, and says of what nobody is asked. */
export function askedOf(drafts: readonly WrongDraft[]): { rows: AskedRow[]; silent: Miss[] } {
  const judged = drafts.flatMap(({ draft, misses }) => {
    const isAsked = askerOf(draft)
    return misses.map((miss) => ({ miss, isAsked: isAsked(miss) }))
  })
  const rows = FIELDS.flatMap((field) =>
    (['missing', 'extra'] as const).flatMap((kind) => {
      const own = judged.filter(({ miss }) => miss.field === field && miss.kind === kind)
      const asked = own.filter(({ isAsked }) => isAsked).length
      return own.length === 0 ? [] : [{ field, kind, wrong: own.length, asked }]
    }),
  )
  return { rows, silent: judged.filter(({ isAsked }) => !isAsked).map(({ miss }) => miss) }
}

/** How many questions a draft asks: its issues, and the values that are unsure without an issue at their words. */
export function questionsOf({ record, readings, lists }: Draft): number {
  const places = itemPlaces(record)
  const asking = record.issues.flatMap(({ text }) => (text ? [text.at] : []))
  // One question is asked of a whole list.
  const doubted = lists.filter(({ isDoubted }) => isDoubted).flatMap(({ items }) => items.map(({ at }) => at))
  const alone = readings.filter(({ value, confidence }) => {
    if (confidence >= CONFIDENCE.placed) return false
    const place = placeOfReading(record, places, value)
    return place === null || ![...asking, ...doubted].some((other) => touch(place, other))
  })
  return record.issues.length + alone.length
}

/** The values of the whole agreement, by the name of what an issue asks if there is none. */
const WHOLE: { readonly [field in EvaluatedField]?: { value: RegExp; asks: DraftIssue['asks'] } } = {
  municipality: { value: /^municipalities#/, asks: 'municipality' },
  'police area': { value: /^policeArea$/, asks: 'area' },
  period: { value: /^period$/, asks: null },
  'signing date': { value: /^signing$/, asks: null },
}

/** Issues about one part of a promise or activity: an editor who answers them need not look at anything else. */
const ASKS_ONLY: { readonly [asks in NonNullable<DraftIssue['asks']>]?: EvaluatedField } = {
  topics: 'topics',
  target: 'targets',
}

const PARTS: { readonly [field in EvaluatedField]?: string } = {
  promises: 'text',
  activities: 'text',
  actors: 'actors',
  targets: 'target',
  deadlines: 'deadline',
  topics: 'topics',
}

function askerOf({ record, readings, lists }: Draft): (miss: Miss) => boolean {
  const places = itemPlaces(record)
  const unsure = readings.filter(({ confidence }) => confidence < CONFIDENCE.placed)
  const asking = record.issues.flatMap(({ text, asks }) => (text ? [{ at: text.at, asks }] : []))
  const doubted = lists.filter(({ isDoubted }) => isDoubted).flatMap(({ items }) => items.map(({ at }) => at))
  return ({ field, at }) => {
    const whole = WHOLE[field]
    if (whole) {
      const quote =
        field === 'period' ? record.period.quote : field === 'signing date' ? record.signing.quote : null
      return (
        unsure.some(({ value }) => whole.value.test(value)) ||
        record.issues.some(({ asks }) => asks !== null && asks === whole.asks) ||
        (field === 'period' && record.period.start === null) ||
        (quote !== null && asking.some((issue) => touch(issue.at, quote.at)))
      )
    }
    if (at === undefined) return false
    const part = PARTS[field]
    const isUnsure = unsure.some(({ value }) => {
      const { owner, name } = partsOfReading(value)
      const place = places.get(owner)
      // An editor who checks whether it is a promise also sees what its words say.
      return place !== undefined && touch(place, at) && (name === 'text' || name === part)
    })
    const isOf = (asks: DraftIssue['asks']) => asks === null || (ASKS_ONLY[asks] ?? field) === field
    return (
      isUnsure ||
      asking.some((issue) => isOf(issue.asks) && touch(issue.at, at)) ||
      doubted.some((place) => touch(place, at))
    )
  }
}

/** `activities#2.target` is the target of the second activity; without a name, a value is its words. */
function partsOfReading(value: string): { readonly owner: string; readonly name: string } {
  const [, owner = '', name = 'text'] = /^(\w+#\d+)(?:\.(\w+))?/.exec(value) ?? []
  return { owner, name }
}

function placeOfReading(
  { period, signing }: Draft['record'],
  places: ReadonlyMap<string, TextRange>,
  value: string,
): TextRange | null {
  if (value === 'period') return period.quote?.at ?? null
  if (value === 'signing') return signing.quote?.at ?? null
  return places.get(partsOfReading(value).owner) ?? null
}

/** Where each item of a record stands, by its name in the readings. */
function itemPlaces({ promises, activities, signatures, relations, findings, followUps }: Draft['record']) {
  const places = new Map<string, TextRange>()
  const note = (list: string, parts: readonly { readonly at: TextRange }[]) => {
    for (const [index, { at }] of parts.entries()) places.set(`${list}#${index + 1}`, at)
  }
  for (const [list, parts] of Object.entries({ promises, activities, relations, findings, followUps }))
    note(
      list,
      parts.map(({ text }) => text),
    )
  note(
    'signatures',
    signatures.map(({ name }) => name),
  )
  return places
}
