import { GONE } from './names.ts'
import type { GoneValue, Unfinished } from './unfinished.ts'

interface Named {
  readonly id: string
}

/** The lists of a record that is read or being reviewed. */
interface Lists {
  readonly relations: readonly Named[]
  readonly promises: readonly Named[]
  readonly activities: readonly (Named & { readonly promises: readonly Named[] })[]
  readonly signatures: readonly Named[]
  readonly findings: readonly Named[]
  readonly followUps: readonly Named[]
  readonly issues: readonly (Named & { readonly record: string | null })[]
}

/** The record with new ids for its items, and for the links to them. */
export function withItemIds<R extends Lists>(record: R, named: (id: string) => string): R {
  const item = <T extends Named>(each: T): T => ({ ...each, id: named(each.id) })
  return {
    ...record,
    relations: record.relations.map(item),
    promises: record.promises.map(item),
    activities: record.activities.map((each) => ({ ...item(each), promises: each.promises.map(item) })),
    signatures: record.signatures.map(item),
    findings: record.findings.map(item),
    followUps: record.followUps.map(item),
    issues: record.issues.map((each) => ({
      ...item(each),
      record: each.record === null ? null : named(each.record),
    })),
  }
}

/** The record with every name of an item or a value replaced; its own id stays. */
export function withNames(record: Unfinished, named: (name: string) => string): Unfinished {
  const value = <T extends { value: string }>(each: T): T => ({ ...each, value: named(each.value) })
  return {
    ...withItemIds(record, named),
    reading: record.reading.map(value),
    review: record.review.map(value),
    gone: record.gone?.map((each) => ({ ...value(each), was: withLinks(each.was, named) })) ?? null,
  }
}

/** Changes the names of an item and of its values to those under another id. */
export function renamerOf(before: string, after: string): (name: string) => string {
  return (name) => {
    const start = name.startsWith(GONE) ? GONE : ''
    const rest = name.slice(start.length)
    const isOf = rest === before || rest.startsWith(`${before}.`)
    return isOf ? start + after + rest.slice(before.length) : name
  }
}

/** A former value, with its links to other items of the record. */
function withLinks(was: GoneValue['was'], named: (id: string) => string): GoneValue['was'] {
  const { record, promises } = was
  const link = (each: unknown) =>
    typeof each === 'object' && each !== null && 'id' in each ? { ...each, id: named(String(each.id)) } : each
  return {
    ...was,
    ...(typeof record === 'string' && { record: named(record) }),
    ...(Array.isArray(promises) && { promises: promises.map(link) }),
  }
}
