import { AGREEMENT_ID } from '../records/agreement-checks.ts'
import { prefixOf, type Unfinished } from './unfinished.ts'

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
  const before = prefixOf(record)
  const renamed = (name: string) =>
    name.startsWith(`${before}-`) && !name.startsWith(`${id}-`) ? id + name.slice(before.length) : name
  const item = <T extends { id: string }>(each: T): T => ({ ...each, id: renamed(each.id) })
  const value = <T extends { value: string }>(each: T): T => ({ ...each, value: renamed(each.value) })
  return {
    ...record,
    id,
    document: { ...record.document, id: record.document.id ? renamed(record.document.id) : `${id}-d1` },
    relations: record.relations.map(item),
    promises: record.promises.map(item),
    activities: record.activities.map((each) => ({
      ...item(each),
      promises: each.promises.map((link) => ({ ...link, id: renamed(link.id) })),
    })),
    signatures: record.signatures.map(item),
    findings: record.findings.map(item),
    followUps: record.followUps.map(item),
    issues: record.issues.map((each) => ({
      ...item(each),
      record: each.record === null ? null : renamed(each.record),
    })),
    review: record.review.map(value),
    reading: record.reading.map(value),
  }
}
