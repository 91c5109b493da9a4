import type { DatasetName } from '../datasets/index.ts'

/** The lists of a record whose items have ids: `a2` is the second of the activities. */
export const lists = {
  relations: { one: 'relation', letter: 'r', dataset: 'agreement_relations', inTextOrder: false },
  promises: { one: 'promise', letter: 'p', dataset: 'promises', inTextOrder: true },
  activities: { one: 'activity', letter: 'a', dataset: 'activities', inTextOrder: true },
  signatures: { one: 'signature', letter: 's', dataset: 'signatures', inTextOrder: false },
  findings: { one: 'finding', letter: 'f', dataset: 'findings', inTextOrder: true },
  followUps: { one: 'followUp', letter: 'u', dataset: 'follow_ups', inTextOrder: true },
  issues: { one: 'issue', letter: 'i', dataset: 'issues', inTextOrder: false },
} as const satisfies { readonly [list: string]: ListOfRecord }

interface ListOfRecord {
  /** The name of one of its items. */
  readonly one: string
  /** The letter before the number in the ids of its items. */
  readonly letter: string
  /** The dataset with a row for each item. */
  readonly dataset: DatasetName
  /** Whether it is in the order of the text. */
  readonly inTextOrder: boolean
}

export type ListName = keyof typeof lists

/** The names of the lists, in the order of the record. */
export const listNames = Object.keys(lists) as ListName[] // Object.keys gives string[]

/** The lists that are in the order of the text. */
type TextList = {
  [L in ListName]: (typeof lists)[L]['inTextOrder'] extends true ? L : never
}[ListName]
export const textLists = listNames.filter((list): list is TextList => lists[list].inTextOrder)
