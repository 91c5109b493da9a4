import type { KindName } from '../record/kind-names.ts'
import { gone } from './gone.ts'
import type { Kind } from './kind.ts'
import { kindsOfAgreement } from './of-agreement.ts'
import { kindOfCommitment, kindsOfParts } from './of-commitment.ts'
import { kindOfList } from './of-list.ts'

/** Every kind of value, by its name; in the order in which they are offered for adding. */
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

/** The kind of a value, in the type that all kinds have. */
export function kindOf(name: KindName): Kind {
  return kinds[name]
}
