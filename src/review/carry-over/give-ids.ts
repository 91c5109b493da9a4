import type { Draft } from '../../ingest/draft.ts'
import { listNames, lists } from '../../records/lists.ts'
import { prefixOf } from '../record/names.ts'
import { withItemIds } from '../record/renaming.ts'
import { type KnownIn, wordingOf } from './known-items.ts'
import { matchItems } from './match-items.ts'

/** The highest number ever used in the ids of an agreement, by the letter before it. */
export type GivenIds = { readonly [letter: string]: number }

/**
 * The draft under an id; items that are known keep their ids. New ones get numbers above all that were
 * ever used.
 */
export function giveIds(
  draft: Draft,
  id: string | null,
  known: KnownIn,
  given: GivenIds,
): { readonly draft: Draft; readonly given: GivenIds } {
  const greatest: { [letter: string]: number } = { ...given }
  const ids = new Map<string, string>()
  for (const list of listNames) {
    const { letter } = lists[list]
    const knownOnes = known(list)
    for (const each of [...knownOnes.read, ...knownOnes.others])
      greatest[letter] = Math.max(greatest[letter] ?? 0, Number(each.id.slice(1)))
    const items = draft.record[list]
    const matches = matchItems(
      knownOnes,
      items.map((item) => wordingOf(list, { ...item })),
    )
    for (const [index, item] of items.entries()) {
      const match = matches[index]
      if (!match) greatest[letter] = (greatest[letter] ?? 0) + 1
      ids.set(item.id, `${prefixOf(id)}-${match?.id ?? `${letter}${greatest[letter]}`}`)
    }
  }
  const idOf = (before: string) => ids.get(before) ?? before
  return {
    draft: {
      ...draft,
      record: { ...withItemIds(draft.record, idOf), id },
      lines: draft.lines.map((line) => (line.state === 'issue' ? { ...line, by: line.by.map(idOf) } : line)),
    },
    given: greatest,
  }
}

/** The highest numbers in the ids of an agreement that a text contains. */
export function givenIn(text: string, id: string | null): GivenIds {
  const greatest: { [letter: string]: number } = {}
  const letters = Object.values(lists)
    .map(({ letter }) => letter)
    .join('')
  const named = new RegExp(
    `(?<![\\w-])${RegExp.escape(prefixOf(id))}-([${letters}])([1-9]\\d{0,8})(?!\\d)`,
    'g',
  )
  for (const [, letter = '', number] of text.matchAll(named))
    greatest[letter] = Math.max(greatest[letter] ?? 0, Number(number))
  return greatest
}

/** The highest of several. */
export function greatestOf(given: readonly GivenIds[]): GivenIds {
  const greatest: { [letter: string]: number } = {}
  for (const [letter, number] of given.flatMap((each) => Object.entries(each)))
    greatest[letter] = Math.max(greatest[letter] ?? 0, number)
  return greatest
}
