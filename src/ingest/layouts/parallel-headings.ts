import { goalInHeading } from './goals.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/**
 * The headings above lists on a page where another such heading names a goal: "Drogfri skola" beside "Ökad trygghet". They
 * are goals too, although their own words do not show it. A single word, such as "Trafik", names a topic.
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
