// The kind of a list - promises, activities of a goal, or neither - is decided once for all of its items, from all of its
// witnesses. Each witness looks at one thing and has a file of its own.

/** The kinds that a witness can name. `areas`: topics, which are promises if there is nothing else. */
export type ListKind = 'promises' | 'activities' | 'neither' | 'areas'

/** The kinds that trained readers distinguish, in the order of the second reader's weights. */
export const READ_KINDS = ['promises', 'activities', 'neither'] as const satisfies readonly ListKind[]

/** The statement of one witness about a list. */
export interface Testimony {
  /** The stable name of the witness. */
  readonly witness: string
  readonly says: ListKind
  /** How much its statement counts relative to others. */
  readonly weight: number
  /** What it saw: words of the document, or a description. */
  readonly saw: string
}

/** The weight of each witness: those that read words of the document outweigh those that judge by place. */
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
  /** It only raises a doubt, and decides nothing. */
  secondReader: 0,
} as const

/** A statement with this weight is explicit: the document says so, and does not only look so. */
export const EXPLICIT = 3

/** The combined verdict of the witnesses: the kind with the most weight. Null if there is no statement. */
export function agreedKind(testimony: readonly Testimony[]): ListKind | null {
  const weights = new Map<ListKind, number>()
  for (const { says, weight } of testimony) weights.set(says, (weights.get(says) ?? 0) + weight)
  const [first] = [...weights].sort(([, one], [, other]) => other - one)
  return first?.[0] ?? null
}
