import type { Block } from '../text/blocks.ts'
import type { Candidate } from './candidate.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** "… kommer att inrikta sig på de två problemområdena": a list above says which areas. */
const MEANS_AREAS =
  /(?:in)?rikta +(?:in +)?(?:sig|sitt +arbete|arbetet|insatserna) +(?:på|mot) +(?:de|dessa) +(?:\p{L}+ +|\d +)?(?:problem|fokus|insats)?områdena(?!\p{L})/u

/** The items of the last list of a section, which may be the areas on which a later sentence focuses the work. */
export function areasOf({ blocks }: Section): readonly Block[] {
  const last = blocks.findLast(({ kind }) => kind === 'item')
  return last ? blocks.filter(({ list }) => list === last.list) : []
}

/** The candidates, with the areas that a sentence refers to instead of the sentence: they are the promises. */
export function withAreas(
  { source }: Page,
  candidates: readonly Candidate[],
  areas: readonly Block[],
): readonly Candidate[] {
  const naming =
    areas.length === 0 ? undefined : candidates.find(({ span }) => MEANS_AREAS.test(source.foldedSlice(span)))
  return candidates.flatMap((candidate) => {
    if (candidate !== naming) return [candidate]
    return areas.map(
      ({ span }): Candidate => ({
        ...candidate,
        span,
        leadIn: candidate.span,
        tone: 'promise',
        rule: 'promise-of-area',
      }),
    )
  })
}
