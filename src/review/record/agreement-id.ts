import { AGREEMENT_ID } from '../../records/agreement-checks.ts'
import { listNames } from '../../records/lists.ts'
import { prefixOf, renamed } from './names.ts'
import { renamerOf, withNames } from './renaming.ts'
import { nextId, type Unfinished } from './unfinished.ts'

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

/**
 * The record under an id: its own, and all that begin with it. Where it is another than before, an item whose id would
 * be one that was published once and is withdrawn gets another number.
 */
export function withId(record: Unfinished, id: string, withdrawn: readonly string[] = []): Unfinished {
  const before = prefixOf(record.id)
  const named = (name: string) => renamed(name, before, id)
  const documentId = record.document.id === null ? `${id}-d1` : named(record.document.id)
  let after: Unfinished = {
    ...withNames(record, named),
    id,
    document: { ...record.document, id: documentId },
  }
  // What is withdrawn under the id that it has must not come back under a new one: the checks of records say so.
  if (before === id) return after
  for (const list of listNames) {
    for (const { id: taken } of after[list].filter((each) => withdrawn.includes(each.id)))
      after = { ...after, ...withNames(after, renamerOf(taken, nextId(after, list, withdrawn))) }
  }
  return after
}
