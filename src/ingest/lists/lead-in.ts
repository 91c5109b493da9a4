import { type Tone, toneOf } from '../layouts/lead-ins.ts'
import type { Page } from '../layouts/page.ts'
import type { Span } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

const SAYS: { readonly [tone in Tone]?: Pick<Testimony, 'says' | 'weight'> } = {
  activity: { says: 'activities', weight: WEIGHT.leadInToActivities },
  promise: { says: 'promises', weight: WEIGHT.leadInToPromises },
  wish: { says: 'neither', weight: WEIGHT.neither },
  finding: { says: 'neither', weight: WEIGHT.neither },
  told: { says: 'neither', weight: WEIGHT.neither },
}

/** The words that lead into a list: "lovar att" makes promises of its items, "genom följande aktiviteter" activities. */
export function leadInWitness(page: Page, leadIn: Span | null, leads: boolean): Testimony[] {
  if (leadIn === null) return []
  const tone = toneOf(page, leadIn)
  const said = SAYS[tone]
  // A sentence that promises and is complete in itself does not lead into a list.
  if (!said || (tone === 'promise' && !leads)) return []
  return [{ witness: 'lead-in', ...said, saw: page.source.slice(leadIn) }]
}
