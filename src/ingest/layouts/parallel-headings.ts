import { goalInHeading } from './goals.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/**
 * The headings that stand beside one that names a goal, each above a list as that is: "Drogfri skola" beside "Ökad
 * trygghet". They are goals too, though no word of theirs says so. One word alone, "Trafik", names a topic.
 */
export function headingsBesideGoals(page: Page, sections: readonly Section[]): ReadonlySet<Section> {
  const isOfOneForm = ({ heading, kind, actors, blocks }: Section) =>
    heading !== null &&
    heading.lines[0]?.marker === null &&
    kind === null &&
    actors.length === 0 &&
    blocks[0]?.kind === 'item' &&
    /\S \S/.test(page.source.slice(heading.span))
  const alike = sections.filter(isOfOneForm)
  const goals = alike.filter(({ heading }) => heading && goalInHeading(page, heading.span) !== null)
  return new Set(goals.length === 0 ? [] : alike.filter((section) => !goals.includes(section)))
}
