// What a list is - promises, activities of a goal, or neither - is decided once for all of its items, by what its
// witnesses say together. Each looks at one thing and has a file of its own.

/** What a witness can say that the items of a list are. `areas`: topics, which are promises where nothing else is. */
export type ListKind = 'promises' | 'activities' | 'neither' | 'areas'

/** What readers that learn tell apart, in the order of the weights of the second one. */
export const READ_KINDS = ['promises', 'activities', 'neither'] as const satisfies readonly ListKind[]

/** What one witness says of a list. */
export interface Testimony {
  /** The stable name of the witness. */
  readonly witness: string
  readonly says: ListKind
  /** How much its word counts beside the others'. */
  readonly weight: number
  /** What it saw: words of the document, or a description. */
  readonly saw: string
}

/** How much the word of each witness counts: one that reads words of the document outweighs one that goes by places. */
export const WEIGHT = {
  neither: 10,
  nothingAbove: 20,
  links: 30,
  tableColumn: 20,
  leadInToActivities: 8,
  nesting: 20,
  goalAbove: 6,
  goalOfBoth: 5,
  orderOfLists: 5,
  itemsOfThePast: 9,
  leadInToPromises: 4,
  catalogue: 3.5,
  headingOfActivities: 3,
  thirdReader: 2,
  position: 1,
  items: 0.6,
  areas: 0.5,
  /** It doubts, and decides nothing. */
  secondReader: 0,
} as const

/** A word that weighs as much is explicit: the document says so, and does not only arrange it so. */
export const EXPLICIT = 3

/** What the witnesses say together: the kind for which most weight speaks. Null where none has said anything. */
export function agreedKind(testimony: readonly Testimony[]): ListKind | null {
  const weights = new Map<ListKind, number>()
  for (const { says, weight } of testimony) weights.set(says, (weights.get(says) ?? 0) + weight)
  const [first] = [...weights].sort(([, one], [, other]) => other - one)
  return first?.[0] ?? null
}
