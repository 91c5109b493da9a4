import type { KindName } from '../record/kind-names.ts'
import { gone } from './gone.ts'
import type { Kind } from './kind.ts'
import { kindsOfAgreement } from './of-agreement.ts'
import { kindOfCommitment, kindsOfParts } from './of-commitment.ts'
import { kindOfList } from './of-list.ts'

/** Every kind of value, by its name; in the order in which one is offered to be added. */
export const kinds = Object.fromEntries([
  ['promise', kindOfCommitment('promises')],
  ['activity', kindOfCommitment('activities')],
  ...kindsOfParts,
  ['signature', kindOfList('signatures')],
  ...kindsOfAgreement,
  ['relation', kindOfList('relations')],
  ['finding', kindOfList('findings')],
  ['followUp', kindOfList('followUps')],
  ['issue', kindOfList('issues')],
  ['gone', gone],
]) as { readonly [name in KindName]: Kind } // each list, field and part has its own

/** The kind of a value, as every kind is. */
export function kindOf(name: KindName): Kind {
  return kinds[name]
}
