import { AGREEMENT_ID } from '../records/agreement-checks.ts'
import { prefixOf, renamed } from './names.ts'
import type { GoneValue, Unfinished } from './unfinished.ts'

/**
 * The id that a record is to have: that of its first municipality and its first year. The one that it has stays where
 * it says so. Null where there is no municipality yet.
 */
export function idFor({ id, municipalities, period }: Unfinished, letter = ''): string | null {
  const year = period.start?.slice(0, 4) ?? 'undated'
  const codes = municipalities.map(({ code }) => code)
  if (id !== null && letter === '' && AGREEMENT_ID.test(id)) {
    const [code = '', itsYear] = id.split('-')
    if (codes.includes(code) && itsYear === year) return id
  }
  const [first] = codes
  return first === undefined ? null : `${first}-${year}${letter === '' ? '' : `-${letter}`}`
}

/** The record under another id: its own, and all that begin with it. */
export function withId(record: Unfinished, id: string): Unfinished {
  const before = prefixOf(record.id)
  const named = (name: string) => renamed(name, before, id)
  const item = <T extends { id: string }>(each: T): T => ({ ...each, id: named(each.id) })
  const value = <T extends { value: string }>(each: T): T => ({ ...each, value: named(each.value) })
  return {
    ...record,
    id,
    document: { ...record.document, id: record.document.id ? named(record.document.id) : `${id}-d1` },
    relations: record.relations.map(item),
    promises: record.promises.map(item),
    activities: record.activities.map((each) => ({
      ...item(each),
      promises: each.promises.map((link) => ({ ...link, id: named(link.id) })),
    })),
    signatures: record.signatures.map(item),
    findings: record.findings.map(item),
    followUps: record.followUps.map(item),
    issues: record.issues.map((each) => ({
      ...item(each),
      record: each.record === null ? null : named(each.record),
    })),
    review: record.review.map(value),
    reading: record.reading.map(value),
    gone: record.gone?.map((each) => ({ ...value(each), was: withLinks(each.was, named) })) ?? null,
  }
}

/** What a value was, with its links to other items of the record renamed. */
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
