import type { Section } from '../layouts/sections.ts'
import type { Source } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** Headings of text about the situation or about such agreements: nobody promises it. */
const TELLS: ReadonlySet<string> = new Set(['wishes', 'findings', 'background'])

/** The heading above a list: "Aktiviteter", "Fokusområden". */
export function headingWitness(source: Source, { heading, kind }: Section): Testimony[] {
  if (heading === null) return []
  const saw = source.slice(heading.span)
  if (kind === 'activities')
    return [{ witness: 'heading', says: 'activities', weight: WEIGHT.headingOfActivities, saw }]
  if (kind !== null && TELLS.has(kind))
    return [{ witness: 'heading', says: 'neither', weight: WEIGHT.neither, saw }]
  if (kind === 'focus_areas') return [{ witness: 'heading', says: 'areas', weight: WEIGHT.areas, saw }]
  return []
}
