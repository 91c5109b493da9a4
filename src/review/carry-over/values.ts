import { type Fields, isFields, isQuote, type Quote } from '../../records/field.ts'
import { type ListName, listNames } from '../../records/lists.ts'
import { shortId } from '../record/names.ts'
import type { Unfinished } from '../record/unfinished.ts'

// A record as a set of values, each of which can be kept or removed by itself. Ids are without that of the
// agreement, so that records with different ids can be compared.

/** One value. Values with the same `decision` are decided together: a promise's words and its heading. */
export interface Value {
  readonly name: string
  readonly decision: string
  readonly fields: Fields
}

export interface Item {
  readonly id: string
  readonly list: ListName
  readonly values: readonly Value[]
}

export interface Values {
  /** Those of the agreement itself. */
  readonly own: readonly Value[]
  readonly items: readonly Item[]
}

/** Fields that are not values, or are divided into values. */
const NO_VALUES = new Set<string>([
  ...[
    'id',
    'document',
    'reviewed',
    'reviewedBefore',
    'reading',
    'review',
    'gone',
    'municipalities',
    'signing',
  ],
  ...listNames,
])
/** Fields that form one value together, under the first one's name. */
const TOGETHER: { readonly [list in ListName]?: readonly (readonly string[])[] } = {
  signatures: [
    ['name', 'signatory'],
    ['role', 'roleAsPrinted', 'acting'],
  ],
  findings: [['basis', 'basisText']],
  followUps: [['dueOn', 'dueText']],
}
const WITH_TEXT = new Set(['text', 'heading', 'commitment'])

export function recordValues(record: Unfinished): Values {
  const own: Value[] = []
  const add = (name: string, fields: Fields, decision = name) => own.push({ name, decision, fields })
  for (const [name, value] of Object.entries(record)) {
    if (!NO_VALUES.has(name) && isSaid(value)) add(name, { [name]: value })
  }
  for (const party of record.municipalities) add(`municipalities.${party.code}`, { municipalities: [party] })
  if (isFields(record.signing)) {
    const { place, ...signing } = record.signing
    add('signing', { signing })
    if (isSaid(place)) add('signing.place', { signing: { place } }, 'signing')
  }
  // It can also be decided that the publisher is unknown.
  const { publisherKind } = record.document
  add('document', { document: { publisherKind } })
  return { own, items: listNames.flatMap((list) => record[list].map((item) => itemOf(list, item))) }
}

/** The values of one list item. */
export function itemOf(list: ListName, { id: fullId, ...fields }: Fields): Item {
  const id = shortId(String(fullId))
  const values: Value[] = []
  const isCommitment = list === 'promises' || list === 'activities'
  const add = (field: string, said: Fields) => {
    const name = `${id}.${field}`
    const decision = !isCommitment ? id : WITH_TEXT.has(field) ? `${id}.text` : name
    values.push({ name, decision, fields: said })
  }
  const together = TOGETHER[list] ?? []
  for (const [field, value] of Object.entries(fields)) {
    const group = together.find((each) => each.includes(field))
    if (field === 'actors' && Array.isArray(value)) {
      for (const [actor, entries = []] of Object.entries(Object.groupBy(value, actorOf)))
        add(`actors.${actor}`, { actors: entries })
    } else if (group?.find((each) => each in fields) === field) {
      const said = group.filter((each) => each in fields).map((each) => [each, fields[each]] as const)
      if (said.some(([, each]) => isSaid(each))) add(group[0] ?? field, Object.fromEntries(said))
    } else if (!group && isSaid(value)) add(field, { [field]: withShortIds(field, value) })
  }
  return { id, list, values }
}

/** The fields that consist of these values: lists one after the other, parts of one field together. */
export function joinedFields(values: readonly Value[]): { [field: string]: unknown } {
  const fields: { [field: string]: unknown } = {}
  for (const [field, value] of values.flatMap((each) => Object.entries(each.fields))) {
    const before = fields[field]
    fields[field] =
      Array.isArray(before) && Array.isArray(value)
        ? [...before, ...value]
        : isFields(before) && isFields(value)
          ? { ...before, ...value }
          : value
  }
  return fields
}

/** The same with other quotes; null if one of them has no replacement. */
export function withQuotes<T>(part: T, quoteFor: (quote: Quote) => Quote | null): T | null {
  let isWhole = true
  const replaced = (each: unknown): unknown => {
    if (isQuote(each)) {
      const quote = quoteFor(each)
      if (quote === null) isWhole = false
      return quote
    }
    if (Array.isArray(each)) return each.map(replaced)
    if (!isFields(each)) return each
    return Object.fromEntries(Object.entries(each).map(([name, value]) => [name, replaced(value)]))
  }
  // a value of the same shape has the same type
  const copy = replaced(part) as T
  return isWhole ? copy : null
}

/** A null field is a field that is left out. */
function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined
}

function actorOf(actor: unknown): string {
  return isFields(actor) ? String(actor.id) : String(actor)
}

/** Links to other items of the record. */
function withShortIds(field: string, value: unknown): unknown {
  if (field === 'record') return shortId(String(value))
  if (field !== 'promises' || !Array.isArray(value)) return value
  return value.map((link) => (isFields(link) ? { ...link, id: shortId(String(link.id)) } : link))
}
