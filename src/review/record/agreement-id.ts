import { AGREEMENT_ID } from '../../records/agreement-checks.ts'
import { listNames } from '../../records/lists.ts'
import { prefixOf, renamed } from './names.ts'
import { renamerOf, withNames } from './renaming.ts'
import { nextId, type Unfinished } from './unfinished.ts'

/**
 * The id for a record: that of its first municipality and its first year. The present id is kept if it matches.
 * Null if there is no municipality yet.
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
 * The record under an id: its own, and all that begin with it. If the id changes, an item whose new id would
 * be one that was published and withdrawn gets another number.
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
  // What was withdrawn under the present id must not return under a new one: the checks of records report it.
  if (before === id) return after
  for (const list of listNames) {
    for (const { id: taken } of after[list].filter((each) => withdrawn.includes(each.id)))
      after = { ...after, ...withNames(after, renamerOf(taken, nextId(after, list, withdrawn))) }
  }
  return after
}
