import type { ExploreChoicesData } from '../queries/explore-choices.graphql.ts'

/** What can be explored. */
export const exploredKinds = ['loften', 'aktiviteter', 'avtal', 'redovisningar'] as const
export type ExploredKind = (typeof exploredKinds)[number]

/** The groups that the chart can have. */
export const groupings = ['ar', 'lan', 'amne', 'redovisat', 'utfall'] as const
export type Grouping = (typeof groupings)[number]

/** The filters, as named in the address. */
export const choiceNames = ['ar', 'lan', 'amne', 'raknar', 'redovisat', 'utfall', 'ord'] as const
export type ChoiceName = (typeof choiceNames)[number]

/** The filters and groups of each kind: reports have no targets, and only reports have outcomes as a whole. */
const OF_REPORTS: readonly string[] = ['ar', 'lan', 'amne', 'utfall', 'ord']
const OF_OTHERS: readonly string[] = ['ar', 'lan', 'amne', 'raknar', 'redovisat', 'ord']

/** Whether a kind has a filter or a group. */
export function isOf(kind: ExploredKind, name: string): boolean {
  return (kind === 'redovisningar' ? OF_REPORTS : OF_OTHERS).includes(name)
}

/** A view: what is shown, its groups and its filters. All of it is in the address. */
export interface ExploredView {
  readonly kind: ExploredKind
  readonly by: Grouping
  readonly chosen: { readonly [C in ChoiceName]?: string }
}

/** The names of the address parameters, in their order. */
export const viewNames = ['visa', 'efter', ...choiceNames] as const

/** The longest search text, in characters. */
const MOST_TYPED = 100

/** The values that can be chosen; null for texts. */
export type Choices = { readonly [C in ChoiceName]: readonly string[] | null }

/** The view of an address. Values that are not valid are ignored. */
export function viewOf(search: URLSearchParams, choices: Choices): ExploredView {
  const kind = exploredKinds.find((each) => each === search.get('visa')) ?? 'loften'
  const by = groupings.find((each) => each === search.get('efter') && isOf(kind, each)) ?? 'ar'
  const chosen = choiceNames.flatMap((name) => {
    const value = (search.get(name) ?? '').trim().slice(0, MOST_TYPED)
    const isKnown = choices[name]?.includes(value) ?? true
    return value !== '' && isKnown && isOf(kind, name) ? [[name, value]] : []
  })
  return { kind, by, chosen: Object.fromEntries(chosen) }
}

/** The query of the address of a view; empty for the default view. */
export function searchOf({ kind, by, chosen }: ExploredView): string {
  const search = new URLSearchParams({
    ...(kind !== 'loften' && { visa: kind }),
    ...(by !== 'ar' && { efter: by }),
    ...chosen,
  }).toString()
  return search && `?${search}`
}

/** All years from the first to the last in which a known agreement begins. */
export function yearsIn({ first, last }: ExploreChoicesData): string[] {
  const year = (all: ExploreChoicesData['first']) => Number((all.nodes[0]?.periodStart ?? '').slice(0, 4))
  const from = year(first)
  if (from === 0) return []
  return Array.from({ length: year(last) - from + 1 }, (_, index) => String(from + index))
}
