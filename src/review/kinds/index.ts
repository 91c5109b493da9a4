import type { KindName } from '../record/kind-names.ts'
import { document, kind, municipality, period, place, policeArea, signing, title } from './agreement.ts'
import { activity, promise, promises, topics } from './commitment.ts'
import { actor, deadline, target, targetGroup } from './commitment-parts.ts'
import { gone } from './gone.ts'
import type { Kind } from './kind.ts'
import { signature } from './signature.ts'
import { finding, followUp, issue, relation } from './situation.ts'

/** Every kind of value, by its name; in the order in which one is offered to be added. */
export const kinds = {
  promise,
  activity,
  actor,
  target,
  targetGroup,
  deadline,
  signature,
  title,
  municipality,
  policeArea,
  period,
  signing,
  place,
  relation,
  finding,
  followUp,
  issue,
  kind,
  topics,
  promises,
  document,
  gone,
} as const satisfies { readonly [name in KindName]: Kind }

/** The kind of a value, as every kind is. */
export function kindOf(name: KindName): Kind {
  return kinds[name]
}
