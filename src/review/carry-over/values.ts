import { type Fields, isFields, isQuote, type Quote } from '../../records/field.ts'
import { type ListName, listNames } from '../../records/lists.ts'
import { shortId } from '../record/names.ts'
import type { Unfinished } from '../record/unfinished.ts'

// A record as the values that it consists of: each can be kept or go by itself. Ids stand without that of the
// agreement, so that records of two ids can be compared.

/** One value. Those of one `decision` are decided on together: a promise's words with its heading. */
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

/** What is no value of a record, or is taken apart. */
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
/** Fields that say one thing together, under the first one's name. */
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
  // That nobody knows who published it can be decided as well.
  const { publisherKind } = record.document
  add('document', { document: { publisherKind } })
  return { own, items: listNames.flatMap((list) => record[list].map((item) => itemOf(list, item))) }
}

/** One item of a list as its values. */
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

/** The fields that some values are: lists one after the other, parts of one field together. */
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

/** The same with other quotes; null if there is none for one of them. */
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
  // What has the same shape is of the same type.
  const copy = replaced(part) as T
  return isWhole ? copy : null
}

/** A field that is null is one that is left out. */
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
