import type { CataloguedCommitment } from '../catalogue.ts'
import type { Candidate } from '../layouts/candidate.ts'
import type { Page } from '../layouts/page.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** Words that begin with this many equal letters count as the same. */
const BEGINS = 5
/** An item matches a gist if it has this many of the gist's words, and this part of them. */
const FEWEST_WORDS = 2
const LEAST_PART = 0.4
const LEAST_PART_ALONE = 0.65
/** The part of the items that must be known, and the part of these that must be of one kind. */
const LEAST_KNOWN = 0.5
const LEAST_AGREEING = 0.75

/** What the catalogue says about this agreement: the items are matched with its promises and activities. */
export function catalogueWitness(
  { source }: Page,
  catalogued: readonly CataloguedCommitment[],
  items: readonly Candidate[],
): Testimony[] {
  if (catalogued.length === 0) return []
  const known = items.flatMap(({ span }) => {
    const said = new Set(beginnings(source.slice(span)))
    const [best] = catalogued
      .map((each) => {
        const words = beginnings(each.gist)
        const common = words.filter((word) => said.has(word)).length
        return { ...each, common, part: common / words.length }
      })
      .filter(({ common, part }) => common >= FEWEST_WORDS && part >= LEAST_PART)
      .sort((a, b) => b.part - a.part)
    return best ? [best] : []
  })
  const promises = known.filter(({ kind }) => kind === 'promises').length
  const says = promises * 2 >= known.length ? 'promises' : 'activities'
  const agreeing = says === 'promises' ? promises : known.length - promises
  if (known.length < items.length * LEAST_KNOWN || agreeing < known.length * LEAST_AGREEING) return []
  const [first] = known.filter(({ kind }) => kind === says).sort((a, b) => b.part - a.part)
  // A single item must match beyond doubt.
  const isKnown = first !== undefined && (agreeing > 1 || first.part >= LEAST_PART_ALONE)
  return isKnown ? [{ witness: 'catalogue', says, weight: WEIGHT.catalogue, saw: first.gist }] : []
}

function beginnings(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, BEGINS)))]
}
